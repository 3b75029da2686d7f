import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareContent } from "./comparison-rules";
import { claimsField, type Field } from "./field-rules";

const fields: readonly Field[] = [
  { path: ["title"], label: "Name", shape: "line", max: 100 },
  { path: ["age"], label: "Age", shape: "number", min: 0, max: 120 },
  claimsField(["claims"], "Goals", ""),
];
const claims = fc.uniqueArray(fc.record({ id: fc.constantFrom(..."abcdefgh"), text: fc.constantFrom("x", "y") }), {
  selector: (claim) => claim.id,
});
const anyContent = fc.record({ title: fc.string(), age: fc.option(fc.nat(120)), claims });

function withClaims(text: string) {
  return { title: "", claims: Array.from(text, (id) => ({ id, text: id })) };
}

describe("a comparison", () => {
  it("of content with itself is empty", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(compareContent(fields, content, content)).toEqual([]);
      }),
    );
  });

  it("is empty only when nothing that is shown differs", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        expect(compareContent(fields, before, after).length === 0).toBe(isSame);
      }),
    );
  });

  it("swaps added and removed when its sides are swapped", () => {
    const count = (change: string, from: ReturnType<typeof withClaims>, to: ReturnType<typeof withClaims>) =>
      compareContent(fields, from, to)
        .flatMap((field) => (field.shape === "list" ? field.items : []))
        .filter((item) => item.change === change).length;
    fc.assert(
      fc.property(claims, claims, (one, two) => {
        const [before, after] = [
          { title: "", claims: one },
          { title: "", claims: two },
        ];
        expect(count("added", before, after)).toBe(count("removed", after, before));
      }),
    );
  });

  it.each([
    ["one claim up", "abcd", "dabc", ["d"]],
    ["one claim down", "abcd", "bcda", ["a"]],
    ["two neighbours", "abcd", "bacd", 1],
    ["a removal before", "abcd", "bcd", []],
  ])("marks as moved as few claims as possible: %s", (_name, before, after, expected) => {
    const [change] = compareContent(fields, withClaims(before), withClaims(after));
    const moved = change?.shape === "list" ? change.items.filter((item) => item.change === "moved") : [];
    if (typeof expected === "number") expect(moved).toHaveLength(expected);
    else expect(moved.map((item) => item.id)).toEqual(expected);
  });

  it("stays quick for thousands of claims", () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ id: String(index), text: "x" }));
    const [change] = compareContent(fields, { title: "", claims: many }, { title: "", claims: many.toReversed() });
    expect(change?.shape === "list" && change.items).toHaveLength(4_999);
  });
});
