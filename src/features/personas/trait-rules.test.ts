import { expect, test } from "vitest";
import { spreadBand, traitWords } from "./trait-rules";

test.each([
  [50, 10, { from: 40, to: 60 }],
  [5, 10, { from: 0, to: 15 }],
  [95, 10, { from: 85, to: 100 }],
  [50, null, null],
  [50, 0, null],
  [null, 10, null],
])("a slider at %s with a spread of %s has the band %o", (value, spread, band) => {
  expect(spreadBand({ value, spread })).toEqual(band);
});

test("a slider is told in words", () => {
  const trait = { id: "t", left: "Careful", right: "Bold", value: 70, spread: 10 };
  expect(traitWords(trait)).toBe("Careful to bold: 70 of 100, give or take 10");
  expect(traitWords({ ...trait, value: null })).toBe("Careful to bold: not said");
});
