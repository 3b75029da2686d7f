import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADDED_FIELDS, claimsField, type DocumentContent, type Field } from "../field-rules";
import { withWords } from "./comparison-mark-rules";
import { compareContent, countWords, type ItemChange, singleChanges } from "./comparison-rules";
import { segmentsOf } from "./comparison-segment-rules";

const fields: readonly Field[] = [
  { path: ["title"], label: "Name", shape: "line", max: 100 },
  { path: ["age"], label: "Age", shape: "number", min: 0, max: 120 },
  { path: ["portrait"], label: "Portrait", shape: "line", max: 40, shows: "face" },
  claimsField(["claims"], "Goals", "", [{ path: ["severity"], label: "Severity", shape: "number", min: 1, max: 5 }]),
  ...ADDED_FIELDS,
];
const NOTHING = { title: "", age: null, portrait: "", claims: [], extras: [], sections: [] };

const claims = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(..."abcdefgh"),
    text: fc.constantFrom("one thing", "another thing", ""),
    provenance: fc.constantFrom("assumption", "measured"),
    severity: fc.option(fc.integer({ min: 1, max: 5 })),
  }),
  { selector: (claim) => claim.id },
);
const anyContent = fc
  .record({ title: fc.string(), age: fc.option(fc.nat(120)), portrait: fc.constantFrom("x", "y"), claims })
  .map((content): DocumentContent => ({ ...NOTHING, ...content }));

function withClaims(text: string) {
  return { ...NOTHING, claims: Array.from(text, (id) => ({ id, text: id })) };
}

function itemsOf(before: DocumentContent, after: DocumentContent, isWhole = false): readonly ItemChange[] {
  return compareContent(fields, before, after, { isWhole }).flatMap((field) =>
    field.shape === "list" ? field.items : [],
  );
}

describe("a comparison", () => {
  it("of content with itself is empty, and whole it says all that the content says", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(compareContent(fields, content, content)).toEqual([]);
        const whole = compareContent(fields, content, content, { isWhole: true });
        expect(singleChanges(whole)).toEqual([]);
        expect(whole.some(({ place }) => place === "title")).toBe(content.title !== "");
      }),
    );
  });

  it("is empty only when nothing differs", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        expect(compareContent(fields, before, after).length === 0).toBe(isSame);
      }),
    );
  });

  it("swaps added and removed when its sides are swapped, and keeps how many are changed", () => {
    const count = (change: string, from: DocumentContent, to: DocumentContent) =>
      singleChanges(compareContent(fields, from, to)).filter((one) => one.change === change).length;
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        expect(count("added", before, after)).toBe(count("removed", after, before));
        expect(count("changed", before, after)).toBe(count("changed", after, before));
      }),
    );
  });

  it("told whole, names every item of both sides once, those of the newer side in their order", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const ids = itemsOf(before, after, true).map(({ id }) => id);
        const [old, now] = [before, after].map(({ claims }) => (claims as { id: string }[]).map(({ id }) => id));
        expect([...ids].sort()).toEqual([...new Set([...(old ?? []), ...(now ?? [])])].sort());
        expect(ids.filter((id) => now?.includes(id))).toEqual(now);
      }),
    );
  });

  it("gives back both texts of everything that people wrote", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        for (const change of withWords(compareContent(fields, before, after))) {
          for (const sides of change.shape === "list" ? change.items : [change]) {
            if (!("before" in sides)) continue;
            const segments = segmentsOf(sides);
            const side = (left: string) =>
              segments
                .filter(({ sign }) => sign !== left)
                .map(({ text }) => text)
                .join("");
            // Without words a side that is the same on both is said twice.
            if (!sides.words) continue;
            expect([side("added"), side("removed")]).toEqual([sides.before, sides.after]);
          }
        }
      }),
    );
  });

  it("tells what an item holds beside its text as old and new, by the labels", () => {
    const claim = { id: "a", text: "Save time", provenance: "assumption", severity: 2 };
    const [item] = itemsOf(
      { ...NOTHING, claims: [claim] },
      { ...NOTHING, claims: [{ ...claim, provenance: "measured", severity: null }] },
    );
    expect(item).toMatchObject({ change: "changed", place: "claims.a", before: "Save time", after: "Save time" });
    expect(item?.attributes).toEqual([
      { label: "Severity", path: "severity", before: "2", after: "", isProse: false },
      { label: "Provenance", path: "provenance", before: "Assumption", after: "Measured", isProse: false },
    ]);
  });

  it("tells that an item was changed and moved, and from where to where", () => {
    const list = [..."abcd"].map((id) => ({ id, text: id }));
    const moved = [{ id: "d", text: "new words" }, ...list.slice(0, 3)];
    expect(itemsOf({ ...NOTHING, claims: list }, { ...NOTHING, claims: moved })).toMatchObject([
      { change: "changed", id: "d", moved: { from: 4, to: 1 } },
    ]);
  });

  it("leaves what was removed where it stood", () => {
    const ids = itemsOf(withClaims("abcd"), withClaims("acxd"), true).map(({ id, change }) => `${id} ${change}`);
    expect(ids).toEqual(["a same", "b removed", "c same", "x added", "d same"]);
  });

  it("names sections that a workspace added, with their claims", () => {
    const section = (label: string, texts: readonly string[]) => ({
      ...NOTHING,
      sections: [{ id: "s", label, claims: texts.map((text) => ({ id: text, text })) }],
    });
    const changes = compareContent(fields, section("Rituals", ["tea"]), section("Habits", ["tea", "walk"]));
    expect(changes).toMatchObject([
      { place: "sections", label: "More sections", items: [{ change: "changed", before: "Rituals", after: "Habits" }] },
      { place: "sections.s.claims", label: "Habits", items: [{ change: "added", place: "sections.s.claims.walk" }] },
    ]);
  });

  it("counts each kind of change, in words", () => {
    const count = (before: DocumentContent, after: DocumentContent) =>
      countWords(singleChanges(compareContent(fields, before, after)));
    expect(count(withClaims("abcd"), { ...withClaims("dax"), title: "New" })).toBe("2 added, 2 removed, 1 moved");
    expect(count(NOTHING, NOTHING)).toBe("Nothing differs");
  });

  it.each([
    ["one claim up", "abcd", "dabc", ["d"]],
    ["one claim down", "abcd", "bcda", ["a"]],
    ["two neighbours", "abcd", "bacd", 1],
    ["a removal before", "abcd", "bcd", []],
  ])("marks as moved as few claims as possible: %s", (_name, before, after, expected) => {
    const moved = itemsOf(withClaims(before), withClaims(after)).filter((item) => item.change === "moved");
    if (typeof expected === "number") expect(moved).toHaveLength(expected);
    else expect(moved.map((item) => item.id)).toEqual(expected);
  });

  it("stays quick for thousands of claims the other way round, all reworded", () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ id: String(index), text: `word ${index} of many` }));
    const other = many.map(({ id, text }) => ({ id, text: text.replace("word", "phrase") })).toReversed();
    const started = performance.now();
    const changes = withWords(compareContent(fields, { ...NOTHING, claims: many }, { ...NOTHING, claims: other }));
    expect(singleChanges(changes)).toHaveLength(5_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
