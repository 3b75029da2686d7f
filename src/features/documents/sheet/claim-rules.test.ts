import { describe, expect, test } from "vitest";
import { type Claim, type Field, UNSAID } from "../field-rules";
import { countBacked, pastedTexts, saidAttributes } from "./claim-rules";

describe("a paste of several lines", () => {
  test.each([
    ["one claim is no list", "Just this", []],
    [
      "lines with bullets of any sort",
      "- One\n* Two\n• Three\n4. Four\n5) Five",
      ["One", "Two", "Three", "Four", "Five"],
    ],
    ["lines of Windows, with empty ones between", "One\r\n\r\n  Two   words ", ["One", "Two words"]],
    ["a minus that belongs to the text", "-5 degrees\nTwo", ["-5 degrees", "Two"]],
    ["what is too long is cut", "Very long\nShort", ["Very", "Shor"]],
  ])("%s", (name, pasted, texts) => {
    expect(pastedTexts(pasted, name === "what is too long is cut" ? 4 : 100)).toEqual(texts);
  });

  test("adds no more than fifty at once", () => {
    expect(pastedTexts("x\n".repeat(400), 100)).toHaveLength(50);
  });
});

const claim = (provenance: Claim["provenance"]): Claim => ({ id: "c", text: "Something", provenance, source: "" });

test("everything but an assumption is backed", () => {
  const claims = (["assumption", "inferred", "grounded", "measured"] as const).map(claim);
  expect(countBacked(claims)).toEqual({ backed: 3, assumptions: 1 });
});

test("a score of 0 is said, an empty text and a choice that nobody made are not", () => {
  const attributes: readonly Field[] = [
    { path: ["emotion"], label: "Emotion", shape: "number", min: -2, max: 2 },
    { path: ["goal"], label: "Goal", shape: "line", max: 300 },
    { path: ["stage"], label: "Stage", shape: "choice", choices: { [UNSAID]: "Any stage", buy: "Buy" } },
  ];
  const said = saidAttributes(attributes, { ...claim("measured"), emotion: 0, goal: "", stage: UNSAID });
  expect(said.map(({ label }) => label)).toEqual(["Emotion"]);
});
