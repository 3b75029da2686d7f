import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import { bodySchema } from "../../body-schema";
import { needIds } from "./need-ids";

const ID = "0c8c4a86-5f1c-4e0a-9d53-3c1f1f6d7a11";
const OTHER = "7a1b6f5e-0a0f-4d1c-8f9e-2f6f0a5b1c22";
const UUID = /^[0-9a-f-]{36}$/;
const schema = bodySchema();
const text = (words: string) => schema.text(words);
const need = (id: string | null, words: string) => schema.node("need", { id }, words ? [text(words)] : []);
const paragraph = (words: string) => schema.node("paragraph", null, words ? [text(words)] : []);

function stateOf(...blocks: readonly Node[]): EditorState {
  return EditorState.create({ doc: schema.node("doc", null, [...blocks]), plugins: [needIds()] });
}
const change = (state: EditorState, make: (tr: Transaction) => Transaction) =>
  state.applyTransaction(make(state.tr)).state;
function idsOf(state: EditorState): readonly (string | null)[] {
  const ids: (string | null)[] = [];
  state.doc.descendants((node) => {
    if (node.type.name === "need") ids.push(node.attrs.id as string | null);
  });
  return ids;
}

describe("ids of needs", () => {
  test("are given to new needs, and to those that lacked one, once somebody writes at a need", () => {
    const state = stateOf(need(null, "Fits"), paragraph("Story"));
    expect(idsOf(change(state, (tr) => tr.insertText("The ", 7)))).toEqual([null]);
    expect(idsOf(change(state, (tr) => tr.insertText("It ", 1)))[0]).toMatch(UUID);
  });

  test("stay with the first half of a need that is split", () => {
    const state = stateOf(need(ID, "Fits before paying"));
    const [first, second] = idsOf(change(state, (tr) => tr.split(6)));
    expect(first).toBe(ID);
    expect(second).toMatch(UUID);
    expect(second).not.toBe(ID);
  });

  test("stay with the one that stood there, also where the copy is put before it", () => {
    const state = stateOf(paragraph(""), need(ID, "Fits"));
    const [copy, original] = idsOf(change(state, (tr) => tr.insert(0, need(ID, "Fits"))));
    expect(original).toBe(ID);
    expect(copy).toMatch(UUID);
    expect(copy).not.toBe(ID);
  });

  test("stay as they are where a need is moved in one step", () => {
    const state = stateOf(need(ID, "Fits"), need(OTHER, "Returns"));
    const moved = change(state, (tr) => tr.delete(0, 6).insert(tr.doc.content.size, need(ID, "Fits")));
    expect(idsOf(moved)).toEqual([OTHER, ID]);
  });

  test("are nobody's business in what others write", () => {
    const state = stateOf(need(ID, "Fits"));
    const remote = change(state, (tr) => tr.insert(0, need(ID, "Fits")).setMeta("y-sync$", { isChangeOrigin: true }));
    expect(idsOf(remote)).toEqual([ID, ID]);
  });

  test("are left alone by what is written elsewhere", () => {
    const state = stateOf(need(ID, "Fits"), need(ID, "Fits"), paragraph("Story"));
    const end = state.doc.content.size - 1;
    const { transactions } = state.applyTransaction(state.tr.insertText("!", end));
    expect(transactions).toHaveLength(1);
    expect(TextSelection.atEnd(state.doc).from).toBe(end);
  });

  test("are taken from what is pasted, unless it is of this document", () => {
    const plugin = needIds();
    const state = EditorState.create({ doc: schema.node("doc", null, [need(ID, "Fits")]), plugins: [plugin] });
    const view = { state, composing: false } as never;
    plugin.spec.view?.(view);
    const pasted = new Slice(
      Fragment.from([need(ID, "Fits"), schema.node("callout", null, [need(OTHER, "Returns")])]),
      0,
      0,
    );
    const kept = plugin.props.transformPasted?.call(plugin, pasted, view, false);
    expect(kept?.content.toJSON()).toMatchObject([{ attrs: { id: ID } }, { content: [{ attrs: { id: null } }] }]);
  });
});
