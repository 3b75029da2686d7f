import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCell, tellingExample } from "./cell-reading-rules";
import { formatWords, readingWords, spellingsOf } from "./column-words-rules";
import type { ColumnReading } from "./import-plan-rules";

const BASE: ColumnReading = {
  name: "Column",
  role: "trait",
  type: "text",
  group: "behavioural",
  unit: "plain",
  isPersonal: false,
  decimal: ".",
  dateOrder: "dmy",
  separator: null,
  yes: ["yes", "1"],
  no: ["no", "0"],
  missing: ["n/a"],
};

function read(text: string, given: Partial<ColumnReading>): string {
  const reading = readCell(text, { ...BASE, ...given });
  return reading.kind === "value" ? reading.text : reading.kind;
}

describe("a cell of the preview", () => {
  it("shows a day as its order makes it, with its month written out", () => {
    const days = (text: string) => [read(text, { type: "date" }), read(text, { type: "date", dateOrder: "mdy" })];
    expect(days("03/04/2013")).toEqual(["3 Apr 2013", "4 Mar 2013"]);
    expect(days("13/04/2013")).toEqual(["13 Apr 2013", "unreadable"]);
    expect(days("2013-04-13")).toEqual(["13 Apr 2013", "13 Apr 2013"]);
    expect(days("31.02.2013")).toEqual(["unreadable", "unreadable"]);
    expect(days("1/5/99")[0]).toBe("1 May 1999");
    expect(read("12/1/2010 8:26", { type: "time", dateOrder: "mdy" })).toBe("1 Dec 2010, 8:26");
    expect(read("soon", { type: "date" })).toBe("unreadable");
    expect(read("13 April 2013", { type: "date" })).toBe("13 April 2013");
  });

  it("is shown by a value that tells the orders apart, where there is one", () => {
    const column = { ...BASE, type: "date" as const };
    expect(tellingExample(["01/01/2026", "02/02/2026", "03/04/2026"], column)).toBe("03/04/2026");
    expect(tellingExample(["01/01/2026", "02/02/2026"], column)).toBe("01/01/2026");
    expect(tellingExample([], column)).toBeUndefined();
  });

  it("takes numbers as people write them, and words for yes and no", () => {
    for (const text of ["12", "-3.5", "1,234.50", "$ 12.00", "EUR 7", "15%", "1e3", "(3.20)"]) {
      expect(read(text, { type: "number" }), text).toBe(text);
    }
    expect(read("1.234,50", { type: "number", decimal: "," })).toBe("1.234,50");
    expect(["twelve", "1.2.3", "-"].map((text) => read(text, { type: "number" }))).toEqual([
      "unreadable",
      "unreadable",
      "unreadable",
    ]);
    expect(["YES", "0", "maybe"].map((text) => read(text, { type: "flag" }))).toEqual(["yes", "no", "unreadable"]);
    expect(read("a; b;;c", { type: "tags", separator: ";" })).toBe("a · b · c");
  });

  it("is unknown where nothing stands or where nothing is meant", () => {
    expect(["", "  ", "n/a"].map((text) => read(text, { type: "number" }))).toEqual(["missing", "missing", "missing"]);
  });

  it("can hold anything without harm", () => {
    const types = fc.constantFrom("text", "tags", "number", "flag", "date", "time");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), types, (text, type) => {
        expect(["value", "missing", "unreadable"]).toContain(readCell(text, { ...BASE, type }).kind);
      }),
    );
  });
});

it("says how a file and a column are read without jargon", () => {
  expect(formatWords({ kind: "delimited", encoding: "utf-8", delimiter: ";", quote: '"', hasHeader: true })).toBe(
    "Text with semicolons",
  );
  expect(readingWords({ ...BASE, type: "number", unit: { currency: "EUR" } })).toBe("Number in EUR");
  expect(readingWords({ ...BASE, role: "drop", type: "number" })).toBe("Leave out");
  expect(spellingsOf(" n/a, -, n/a,, unknown ")).toEqual(["n/a", "-", "unknown"]);
});
