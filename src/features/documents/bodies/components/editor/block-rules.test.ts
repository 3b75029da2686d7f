import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import { bodySchema } from "../../body-schema";
import { deletedBlocks, duplicatedBlocks, movedBlocks, selectedBlocks, textFragment } from "./block-rules";

const schema = bodySchema();
const words = (text: string) => ({ type: "text", text });
const line = (text: string, type = "paragraph") => ({ type, content: [words(text)] });
const item = (text: string, ...below: object[]) => ({ type: "listItem", content: [line(text), ...below] });
const list = (...content: object[]) => ({ type: "bulletList", content });

/** A state with the caret in the first occurrence of some words, or over the words between two. */
function stateOf(content: object[], from: string, to = from): EditorState {
  const doc = schema.nodeFromJSON({ type: "doc", content });
  const at = (sought: string) => {
    let found = -1;
    doc.descendants((node, pos) => {
      if (found === -1 && node.text?.includes(sought)) found = pos + node.text.indexOf(sought);
    });
    return found;
  };
  const state = EditorState.create({ doc });
  const end = from === to ? at(from) : at(to) + 1;
  return state.apply(state.tr.setSelection(TextSelection.create(doc, at(from), end)));
}
const textOf = (state: EditorState) => state.doc.textBetween(0, state.doc.content.size, "|");

function moved(state: EditorState, by: -1 | 1): EditorState | null {
  const transaction = movedBlocks(state, by);
  return transaction && state.apply(transaction);
}

describe("a block that is moved", () => {
  const lines = ["one", "two", "three", "four"].map((text) => line(text));

  test("changes places with its neighbour, and the caret goes along", () => {
    const down = moved(stateOf(lines, "two"), 1);
    expect(down && textOf(down)).toBe("one|three|two|four");
    expect(down?.selection.$from.parent.textContent).toBe("two");
    const up = down && moved(down, -1);
    expect(up && textOf(up)).toBe("one|two|three|four");
  });

  test("stays at the edges", () => {
    expect(moved(stateOf(lines, "one"), -1)).toBeNull();
    expect(moved(stateOf(lines, "four"), 1)).toBeNull();
  });

  test("takes along all that are chosen", () => {
    const down = moved(stateOf(lines, "one", "two"), 1);
    expect(down && textOf(down)).toBe("three|one|two|four");
    expect(down?.doc.textBetween(down.selection.from, down.selection.to, "|")).toBe("one|t");
  });

  test("is the item in a list, with what is below it", () => {
    const state = stateOf([list(item("a", list(item("deep"))), item("b"))], "a");
    const down = moved(state, 1);
    expect(down && textOf(down)).toBe("b|a|deep");
    expect(down?.doc.childCount).toBe(1);
  });

  test("is the whole table, from within a cell", () => {
    const cell = (text: string) => ({ type: "tableCell", content: [line(text)] });
    const table = { type: "table", content: [{ type: "tableRow", content: [cell("x"), cell("y")] }] };
    const down = moved(stateOf([table, line("after")], "y"), 1);
    expect(down && textOf(down)).toBe("after|x|y");
  });

  test("stays a valid document wherever it is", () => {
    const callout = { type: "callout", attrs: { tone: "note" }, content: [line("in"), line("side")] };
    const state = stateOf([callout, line("out")], "side");
    for (const by of [-1, 1] as const) moved(state, by)?.doc.check();
    expect(moved(state, 1)).toBeNull();
  });
});

describe("a block that is copied", () => {
  test("stands after itself, without threads and without the id of a need", () => {
    const comment = { type: "comment", attrs: { thread: "t" } };
    const need = {
      type: "need",
      attrs: { id: "11111111-1111-4111-8111-111111111111" },
      content: [{ ...words("must fit"), marks: [comment, { type: "bold" }] }],
    };
    const state = stateOf([need], "must");
    const range = selectedBlocks(state.selection);
    const after = range && state.apply(duplicatedBlocks(state, range));
    const copy = after?.doc.lastChild;
    expect(after?.doc.childCount).toBe(2);
    expect(copy?.attrs.id).toBeNull();
    expect(copy?.firstChild?.marks.map(({ type }) => type.name)).toEqual(["bold"]);
    expect(after?.doc.firstChild?.attrs.id).toBe(need.attrs.id);
  });
});

describe("a block that is deleted", () => {
  const deleted = (state: EditorState) => {
    const range = selectedBlocks(state.selection);
    const after = range && state.apply(deletedBlocks(state, range));
    after?.doc.check();
    return after;
  };

  test("leaves an empty paragraph where it was all", () => {
    expect(deleted(stateOf([line("all")], "all"))?.doc.toJSON().content).toEqual([{ type: "paragraph" }]);
  });

  test("takes the list along of which it was the last item", () => {
    expect(deleted(stateOf([line("a"), list(item("only"))], "only"))?.doc.childCount).toBe(1);
  });

  test("is a picture that is chosen", () => {
    const picture = { type: "image", attrs: { picture: "11111111-1111-4111-8111-111111111111", alt: "", width: null } };
    const state = stateOf([line("a"), picture], "a");
    const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 3)));
    const after = deleted(chosen);
    expect(after && textOf(after)).toBe("a");
  });
});

test("a link to a block leads to its first words, encoded so that none of them is taken for a sign", () => {
  expect(textFragment("  Half-way, she stops & looks  ")).toBe(":~:text=Half%2Dway%2C%20she%20stops%20%26%20looks");
  expect(textFragment("one two three four five six seven eight nine ten eleven")).toMatch(/ten$/);
  expect(textFragment("   ")).toBeNull();
});
