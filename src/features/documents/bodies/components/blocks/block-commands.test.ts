import { Editor } from "@tiptap/core";
import { expect, test } from "vitest";
import { type BodyNode, bodyProblem } from "../../body-rules";
import { bodyExtensions } from "../../body-schema";
import { blockCommands, insertBlock } from "./block-commands";

const text = (words: string): BodyNode => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const CLAIM = {
  document: "0c8c4a86-5f1c-4e0a-9d53-3c1f1f6d7a11",
  kind: "persona",
  version: 3,
  title: "Maya",
  place: "claims.goals.1",
  text: "Finish before lunch",
};

/** An editor of these blocks with the caret at the end of the words. */
function editorAt(words: string, ...content: readonly BodyNode[]): Editor {
  const editor = new Editor({
    element: null,
    extensions: bodyExtensions(),
    content: { type: "doc", content: [...content] } as never,
  });
  editor.state.doc.descendants((node, place) => {
    if (node.isText && node.text === words) editor.commands.setTextSelection(place + words.length);
  });
  return editor;
}
/** The blocks by their names, those within others in brackets. */
function outline(node: BodyNode): string {
  const inner = (node.content ?? []).filter(({ type }) => type !== "text").map(outline);
  return inner.length > 0 ? `${node.type}(${inner.join(" ")})` : node.type;
}
const outlineOf = (editor: Editor) => (editor.getJSON().content as readonly BodyNode[]).map(outline).join(" ");
const run = (editor: Editor, id: string) => blockCommands.find((command) => command.id === id)?.run(editor);

test.each([
  ["need", text("Fits"), "need"],
  ["need", { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Fits" }] }, "need"],
  ["storyBeat", text("Fits"), "storyBeat(paragraph)"],
  [
    "storyBeat",
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Fits" }] },
    "storyBeat(paragraph)",
  ],
  ["evidenceQuote", text("Fits"), "evidenceQuote(paragraph)"],
] as const)("%s is made of the block with the caret", (id, block, outlined) => {
  const editor = editorAt("Fits", block as BodyNode);
  run(editor, id);
  expect(outlineOf(editor)).toBe(outlined);
  expect(bodyProblem(editor.getJSON())).toBeNull();
});

test("a claim takes the place of an empty line", () => {
  const editor = editorAt("", { type: "paragraph" });
  insertBlock(editor, "claimEmbed", CLAIM);
  expect(outlineOf(editor)).toBe("claimEmbed paragraph");
  expect(bodyProblem(editor.getJSON())).toBeNull();
});

test("a claim stands after the words, and outside of what can't hold it", () => {
  const within = (type: string, ...content: readonly BodyNode[]): BodyNode => ({ type, content });
  const after = (...blocks: readonly BodyNode[]) => {
    const editor = editorAt("Here", ...blocks);
    insertBlock(editor, "claimEmbed", CLAIM);
    return outlineOf(editor);
  };
  expect(after(text("Here"), text("There"))).toBe("paragraph claimEmbed paragraph paragraph");
  expect(after(within("callout", text("Here")))).toBe("callout(paragraph claimEmbed paragraph)");
  expect(after(within("storyBeat", text("Here"), text("Then")))).toBe(
    "storyBeat(paragraph paragraph) claimEmbed paragraph",
  );
  expect(after(within("bulletList", within("listItem", text("Here"))))).toBe(
    "bulletList(listItem(paragraph claimEmbed paragraph))",
  );
  expect(after(within("need", { type: "text", text: "Here" }))).toBe("need claimEmbed paragraph");
});

test("an @ begins a word of its own", () => {
  const editor = editorAt("Fits", text("Fits"));
  run(editor, "documentChip");
  run(editor, "documentChip");
  expect(editor.getText()).toBe("Fits @ @");
});
