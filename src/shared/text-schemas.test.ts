import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonValue, line, paragraphs, requiredLine } from "./text-schemas";

const anyText = fc.string({ unit: "binary", maxLength: 60 });

describe("text as people send it", () => {
  it.each([
    ["folds white space", "  The  hurried\n rebuilder ", "The hurried rebuilder"],
    ["strips controls and overrides of direction", "a\u0000b\u0007\u202Ec", "abc"],
    ["brings Unicode into one form", "e\u0301", "é"],
    ["mends lone surrogates", "a\ud800b", "a\ufffdb"],
    ["leaves right-to-left text as it is", "שלום עולם", "שלום עולם"],
    ["leaves joined emoji as they are", "👩🏽‍🔧", "👩🏽‍🔧"],
  ])("%s", (_name, sent, stored) => {
    expect(line(40).parse(sent)).toBe(stored);
  });

  it("keeps the lines of a paragraph and at most one empty one", () => {
    expect(paragraphs(40).parse("one \r\n\r\n\r\n\r\ntwo\rthree")).toBe("one\n\ntwo\nthree");
  });

  it("is refused when it is empty where it is required, or too long", () => {
    expect(requiredLine(5).safeParse(" \u0000 ").success).toBe(false);
    expect(line(5).safeParse("123456").success).toBe(false);
  });

  it("is the same when it is read again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const schema of [line(400), paragraphs(400)]) {
          const once = schema.parse(text);
          expect(schema.parse(once)).toBe(once);
        }
      }),
    );
  });
});

describe("a value of any shape", () => {
  it("loses what the database can't hold, in keys as well", () => {
    const sent = { "a\u0000": ["b\u0000", { c: "\ud800" }], n: 1, empty: null };
    expect(jsonValue.parse(sent)).toEqual({ a: ["b", { c: "\ufffd" }], n: 1, empty: null });
  });

  it("is refused when it nests without end", () => {
    const deep = Array.from({ length: 2_000 }).reduce<unknown>((inner) => [inner], "x");
    expect(jsonValue.safeParse(deep).success).toBe(false);
  });

  it("can't reach a prototype: a property of that name is refused, however deep", () => {
    for (const evil of ['{"__proto__":{"polluted":1}}', '[{"a":{"__proto__":{"polluted":1}}}]']) {
      expect(() => jsonValue.parse(JSON.parse(evil))).toThrow("__proto__");
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
