import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, applyEdits, coalesce, type Edit, effectiveEdits, inverseOf, type ListItem } from "./edit-rules";

const content = {
  title: "Maya",
  nested: {
    list: [
      { id: "a", text: "1" },
      { id: "b", text: "2" },
    ] as ListItem[],
  },
};
const path = ["nested", "list"];

describe("an edit", () => {
  it.each<[string, Edit, unknown]>([
    ["sets a property", { op: "set", path: ["title"], value: "Ruth" }, { ...content, title: "Ruth" }],
    [
      "sets a property of an item by its id",
      { op: "set", path: [...path, "b", "text"], value: "3" },
      {
        title: "Maya",
        nested: {
          list: [
            { id: "a", text: "1" },
            { id: "b", text: "3" },
          ],
        },
      },
    ],
    [
      "inserts before an item",
      { op: "insert", path, item: { id: "c" }, before: "a" },
      { title: "Maya", nested: { list: [{ id: "c" }, ...content.nested.list] } },
    ],
    [
      "inserts at the end when its anchor is gone",
      { op: "insert", path, item: { id: "c" }, before: "gone" },
      { title: "Maya", nested: { list: [...content.nested.list, { id: "c" }] } },
    ],
    ["removes nothing when the item is gone", { op: "remove", path, id: "gone" }, content],
    [
      "moves an item to the end",
      { op: "move", path, id: "a", before: null },
      { title: "Maya", nested: { list: [...content.nested.list].reverse() } },
    ],
    ["moves an item before itself to where it is", { op: "move", path, id: "a", before: "a" }, content],
  ])("%s", (_name, edit, expected) => {
    const before = structuredClone(content);
    expect(applyEdit(content, edit)).toEqual(expected);
    expect(content).toEqual(before);
  });

  it.each([["__proto__"], ["constructor"], ["toString"], ["unknown"]])("can't reach %s", (name) => {
    expect(() => applyEdit(content, { op: "set", path: [name], value: {} })).toThrow("doesn't exist");
    expect(() => applyEdit(content, { op: "set", path: [name, "polluted"], value: 1 })).toThrow("doesn't exist");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("of an item that somebody removed is a conflict", () => {
    expect(() => applyEdit(content, { op: "set", path: [...path, "gone", "text"], value: "x" })).toThrow("removed");
    expect(() => applyEdit(content, { op: "move", path, id: "gone", before: null })).toThrow("removed");
  });
});

const ids = ["a", "b", "c", "d", "e"];
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    op: fc.constant("insert" as const),
    path: fc.constant(path),
    item: fc.record({ id: fc.constantFrom(...ids) }),
    before: fc.constantFrom(...ids, null),
  }),
  fc.record({ op: fc.constant("remove" as const), path: fc.constant(path), id: fc.constantFrom(...ids) }),
  fc.record({
    op: fc.constant("move" as const),
    path: fc.constant(path),
    id: fc.constantFrom(...ids),
    before: fc.constantFrom(...ids, null),
  }),
);

describe("any run of edits", () => {
  it("keeps the ids of a list unique and alters nothing outside of it", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 30 }), (edits) => {
        let now: typeof content = content;
        for (const edit of edits) {
          try {
            now = applyEdit(now, edit);
          } catch (error) {
            expect(error).toMatchObject({ name: "AppError" });
          }
        }
        const list = now.nested.list.map((item) => item.id);
        expect(new Set(list).size).toBe(list.length);
        expect(now.title).toBe("Maya");
      }),
    );
  });

  it("gives the same content after typing is folded into one edit", () => {
    const set = fc.record({
      op: fc.constant("set" as const),
      path: fc.constantFrom(["title"], [...path, "a", "text"]),
      value: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(set, { minLength: 1, maxLength: 20 }), (edits) => {
        const folded = edits.reduce<readonly Edit[]>(coalesce, []);
        expect(applyEdits(content, folded)).toEqual(applyEdits(content, edits));
      }),
    );
  });
});

describe("the inverse of an edit", () => {
  it("gives the content of before, whatever the edit", () => {
    const set = fc.record({
      op: fc.constant("set" as const),
      path: fc.constantFrom(["title"], [...path, "a", "text"], path),
      value: fc.constantFrom("x", []),
    });
    fc.assert(
      fc.property(fc.oneof(anyEdit, set), (edit) => {
        let after: unknown;
        try {
          after = applyEdit(content, edit);
        } catch {
          return;
        }
        const inverse = inverseOf(content, edit);
        expect(inverse ? applyEdit(after, inverse) : after).toEqual(content);
      }),
    );
  });
});

describe("edits as they took effect", () => {
  it("give exactly what was stored, however it differs from what was written", () => {
    const stored = fc.record({
      title: fc.string(),
      nested: fc.record({
        list: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), text: fc.string() }), {
          selector: ({ id }) => id,
        }),
      }),
    });
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 5 }), stored, (edits, after) => {
        expect(applyEdits<unknown>(content, effectiveEdits(content, edits, after))).toEqual(after);
      }),
    );
  });

  it("stay edits of their fields when only their values were trimmed and completed", () => {
    const edits: Edit[] = [
      { op: "set", path: ["title"], value: " Ruth " },
      { op: "insert", path, item: { id: "c" }, before: "a" },
    ];
    const after = { title: "Ruth", nested: { list: [{ id: "c", text: "" }, ...content.nested.list] } };
    expect(effectiveEdits(content, edits, after)).toEqual([
      { op: "set", path: ["title"], value: "Ruth" },
      { op: "insert", path, item: { id: "c", text: "" }, before: "a" },
    ]);
  });
});
