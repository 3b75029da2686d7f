import { EditorState } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import { bodySchema } from "../../body-schema";
import { findInDocument, MAX_FOUND, nextFound, replaceFound } from "./find-rules";

const schema = bodySchema();
const docOf = (...lines: object[][]) =>
  schema.nodeFromJSON({ type: "doc", content: lines.map((content) => ({ type: "paragraph", content })) });
const words = (text: string, ...marks: string[]) => ({ type: "text", text, marks: marks.map((type) => ({ type })) });

describe("finding", () => {
  test("goes across formats, and not across paragraphs", () => {
    const doc = docOf([words("a hin"), words("ge", "bold"), words(" fits")], [words("hin")], [words("ge")]);
    expect(findInDocument(doc, "hinge", false)).toEqual([{ from: 3, to: 8 }]);
  });

  test("takes signs for what they are", () => {
    expect(findInDocument(docOf([words("a.b (c) a+b")]), "a.b", false)).toHaveLength(1);
    expect(findInDocument(docOf([words("(")]), "(", false)).toHaveLength(1);
  });

  test("looks at capitals only when asked, in any script", () => {
    const doc = docOf([words("Ärger ärger ÄRGER")]);
    expect(findInDocument(doc, "ärger", false)).toHaveLength(3);
    expect(findInDocument(doc, "ärger", true)).toHaveLength(1);
  });

  test("keeps its places behind pictures of characters and breaks", () => {
    const doc = docOf([words("👩‍💻 one"), { type: "hardBreak" }, words("one")]);
    const found = findInDocument(doc, "one", false);
    expect(found.map(({ from, to }) => doc.textBetween(from, to))).toEqual(["one", "one"]);
  });

  test("is bounded", () => {
    expect(findInDocument(docOf([words("a".repeat(10_000))]), "a", false)).toHaveLength(MAX_FOUND);
  });

  test("goes round at the end", () => {
    const found = [
      { from: 2, to: 3 },
      { from: 9, to: 10 },
    ];
    expect([nextFound(found, 3), nextFound(found, 10), nextFound([], 1)]).toEqual([1, 0, -1]);
  });
});

describe("replacing", () => {
  const replaced = (doc: ReturnType<typeof docOf>, sought: string, others: string) => {
    const state = EditorState.create({ doc });
    return state.apply(replaceFound(state.tr, findInDocument(doc, sought, false), others)).doc;
  };

  test("puts all of them in place, also where words grow or vanish", () => {
    const doc = docOf([words("cat and cat")], [words("cat")]);
    const longer = replaced(doc, "cat", "the dog");
    expect(longer.textBetween(0, longer.content.size, "|")).toBe("the dog and the dog|the dog");
    expect(replaced(doc, "cat", "").textContent).toBe(" and ");
  });

  test("keeps the look of what was there", () => {
    const doc = docOf([words("a "), words("cat", "bold"), words(" b")]);
    expect(
      replaced(doc, "cat", "dog")
        .firstChild?.child(1)
        .marks.map(({ type }) => type.name),
    ).toEqual(["bold"]);
  });
});
