import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import { bodySchema } from "../../body-schema";
import { matchingCommands } from "./command-rules";
import { matchingEmoji } from "./emoji-list";
import { overflowing } from "./fitting-rules";
import { linkAddress } from "./link-rules";
import { isRemoteChange, remoteGuard } from "./own-change-rules";
import { contentsOf, lengthOf, readingTime } from "./text-facts-rules";

const schema = bodySchema();
const docOf = (...content: object[]) => schema.nodeFromJSON({ type: "doc", content });
const line = (text: string, type = "paragraph", attrs = {}) => ({ type, attrs, content: [{ type: "text", text }] });

describe("an address that is typed", () => {
  test.each([
    ["https://example.org/a?b=c", "https://example.org/a?b=c"],
    [" example.org/x ", "https://example.org/x"],
    ["example.org:8080/x", "https://example.org:8080/x"],
    ["ana@example.org", "mailto:ana@example.org"],
    ["mailto:ana@example.org", "mailto:ana@example.org"],
    ["//example.org", "https://example.org"],
    ["http://localhost:3000", "http://localhost:3000"],
  ])("%j leads to %s", (typed, href) => {
    expect(linkAddress(typed)).toBe(href);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org",
    "two words",
    "word",
    "",
    "https://",
    `https://example.org/${"x".repeat(2_000)}`,
  ])("%j is refused", (typed) => {
    expect(linkAddress(typed)).toBeNull();
  });
});

describe("the list under a slash", () => {
  const commands = [
    { label: "Text", group: "Text", keywords: ["paragraph"] },
    { label: "Heading 1", group: "Text", keywords: ["h1"] },
    { label: "Code", group: "Blocks", keywords: ["pre"] },
    { label: "Table", group: "Insert", keywords: ["grid"] },
  ];
  const labels = (query: string) => matchingCommands(commands, query).map(({ label }) => label);

  test("holds everything at first, in its groups", () => {
    expect(labels("")).toEqual(["Text", "Heading 1", "Code", "Table"]);
  });
  test("finds by name, by other words and without the space", () => {
    expect([labels("h1"), labels("heading1"), labels("GRID"), labels("ta")]).toEqual([
      ["Heading 1"],
      ["Heading 1"],
      ["Table"],
      ["Table"],
    ]);
  });
  test("is empty where nothing fits", () => {
    expect(labels("path/to")).toEqual([]);
  });
});

test("emoji are found by any of their words, those of that name first", () => {
  expect(matchingEmoji("thumbs").map(({ icon }) => icon)).toEqual(["👍", "👎"]);
  expect(matchingEmoji("smil")[0]?.icon).toBe("😃");
  expect(matchingEmoji("zzzz")).toEqual([]);
});

test("what doesn't fit into the toolbar goes by its rank, and nothing goes where all fit", () => {
  const parts = [
    { id: "menu", width: 100 },
    { id: "bold", width: 40, rank: 0 },
    { id: "strike", width: 40, rank: 9 },
    { id: "list", width: 40, rank: 5 },
  ];
  expect([...overflowing(parts, 220)]).toEqual([]);
  expect([...overflowing(parts, 219)]).toEqual(["strike"]);
  expect([...overflowing(parts, 179)]).toEqual(["strike", "list"]);
  expect([...overflowing(parts, 0)]).toEqual(["strike", "list", "bold"]);
});

describe("what is told of a text", () => {
  test("its length, in scripts with and without spaces", () => {
    expect(lengthOf(docOf(line("She doesn't know it’s well-made.")))).toMatchObject({ words: 5 });
    expect(lengthOf(docOf(line("東京です")))).toMatchObject({ words: 4, characters: 4 });
    expect(lengthOf(docOf(line("👩‍💻")))).toMatchObject({ words: 0 });
    expect(lengthOf(docOf(line("a b"), line("c")))).toEqual({ words: 3, characters: 4 });
  });
  test("the time that it takes", () => {
    expect([readingTime(10), readingTime(460)]).toEqual(["less than a minute to read", "2 min to read"]);
  });
  test("its headings, but for empty ones", () => {
    const doc = docOf(line("One", "heading", { level: 1 }), { type: "heading", attrs: { level: 2 } }, line("text"));
    expect(contentsOf(doc)).toEqual([{ pos: 0, level: 1, text: "One" }]);
  });
});

describe("the guard against writing what others caused", () => {
  const doc = docOf(line("words"));
  const state = EditorState.create({ doc });
  const remote = () => state.tr.insertText("x", 1).setMeta("y-sync$", { isChangeOrigin: true });

  function shownAs(shown: { doc: Node }) {
    return remoteGuard(() => shown.doc);
  }

  test("refuses what a plugin adds to a remote change", () => {
    const allows = shownAs({ doc });
    const change = remote();
    expect(isRemoteChange(change)).toBe(true);
    expect(allows(change)).toBe(true);
    const added = state.apply(change).tr.insertText("!", 1);
    expect(allows(added)).toBe(false);
  });

  test("lets pass what somebody writes after it, and what changes no words", () => {
    const shown = { doc };
    const allows = shownAs(shown);
    const change = remote();
    allows(change);
    const after = state.apply(change);
    expect(allows(after.tr.setMeta("note", 1))).toBe(true);
    shown.doc = after.doc;
    expect(allows(after.tr.insertText("!", 1))).toBe(true);
  });
});
