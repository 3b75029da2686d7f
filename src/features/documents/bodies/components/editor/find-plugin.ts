// Marks in the text what one looks for. Nothing is sought until somebody does.
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { type Found, findInDocument } from "./find-rules";

export interface Search {
  readonly words: string;
  readonly isCaseSensitive: boolean;
  readonly found: readonly Found[];
  /** Of the one that is shown; −1 for none. */
  readonly current: number;
  readonly marks: DecorationSet;
}

const NOTHING: Search = { words: "", isCaseSensitive: false, found: [], current: -1, marks: DecorationSet.empty };
const key = new PluginKey<Search>("find");

export function searchOf(state: EditorState): Search {
  return key.getState(state) ?? NOTHING;
}

/** A transaction that changes what is looked for, or which of what was found is shown. */
export function searching(state: EditorState, change: Partial<Pick<Search, "words" | "isCaseSensitive" | "current">>) {
  return state.tr.setMeta(key, change).setMeta("addToHistory", false);
}

export const Find = Extension.create({
  name: "find",
  addProseMirrorPlugins: () => [
    new Plugin<Search>({
      key,
      state: {
        init: () => NOTHING,
        apply(transaction, before) {
          const change = transaction.getMeta(key) as Partial<Search> | undefined;
          if (!change && (!transaction.docChanged || before.words === "")) return before;
          const { words, isCaseSensitive, current, found } = { ...before, ...change };
          const isSame =
            !transaction.docChanged && words === before.words && isCaseSensitive === before.isCaseSensitive;
          const now = isSame ? found : findInDocument(transaction.doc, words, isCaseSensitive);
          const shown = Math.min(current, now.length - 1);
          return { words, isCaseSensitive, found: now, current: shown, marks: marked(transaction.doc, now, shown) };
        },
      },
      props: {
        decorations: (state) => searchOf(state).marks,
      },
    }),
  ],
});

function marked(doc: Node, found: readonly Found[], current: number): DecorationSet {
  if (found.length === 0) return DecorationSet.empty;
  return DecorationSet.create(
    doc,
    found.map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === current ? "found found-current" : "found" }),
    ),
  );
}
