// Threads in the text while it is live: their words are tinted where a thread is open, and lead to it. The marks are part
// of the document and set by the server; which threads are open is told from outside and is no part of it.
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";

/** What the page knows and does; replaced by the component that shows the editor, and read when it is needed. */
export interface TextThreadsLink {
  /** Open threads by id. */
  open: ReadonlySet<string>;
  /** The thread that is being looked at. */
  active: string | null;
  /** Words that a thread is being begun on. */
  pending: { readonly from: number; readonly to: number } | null;
  onOpen: (threadIds: readonly string[], words: DOMRect) => void;
  onComment: () => boolean;
}

declare module "@tiptap/core" {
  interface Storage {
    textThreads: TextThreadsLink;
  }
}

const key = new PluginKey<DecorationSet>("textThreads");

export const TextThreads = Extension.create<object, TextThreadsLink>({
  name: "textThreads",
  addStorage: () => ({
    open: new Set(),
    active: null,
    pending: null,
    onOpen: () => {},
    onComment: () => false,
  }),
  addKeyboardShortcuts() {
    return { "Mod-Alt-m": () => this.storage.onComment() };
  },
  addProseMirrorPlugins() {
    const { storage } = this;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => decorated(doc, storage),
          apply: (transaction, known, _, { doc }) => {
            if (transaction.docChanged && storage.pending) {
              const { from, to } = storage.pending;
              storage.pending = { from: transaction.mapping.map(from, 1), to: transaction.mapping.map(to, -1) };
            }
            return transaction.docChanged || transaction.getMeta(key) ? decorated(doc, storage) : known;
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleDOMEvents: {
            // Keys of a text that one only reads don't come to the shortcuts.
            keydown: ({ editable }, event) => {
              const isComment = event.code === "KeyM" && event.altKey && (event.ctrlKey || event.metaKey);
              if (editable || !isComment || !storage.onComment()) return false;
              event.preventDefault();
              return true;
            },
          },
          handleClick: (view, position, { target }) => openAt(view, position, target, storage),
        },
      }),
    ];
  },
});

/** Has the view show what the page knows by now. */
export function showTextThreads(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
}

/** Open threads at a position, the one with the fewest words first: it is the one that was aimed at. */
export function threadsAt({ doc }: EditorState, position: number, open: ReadonlySet<string>): readonly string[] {
  const node = doc.resolve(position);
  const marks = [...(node.nodeAfter?.marks ?? []), ...(node.nodeBefore?.marks ?? [])];
  const ids = new Set(marks.filter(({ type }) => type.name === "comment").map(({ attrs }) => String(attrs.thread)));
  return [...ids].filter((id) => open.has(id));
}

function openAt(view: EditorView, position: number, target: EventTarget | null, storage: TextThreadsLink): boolean {
  const words = target instanceof Element ? target.closest<HTMLElement>("[data-thread]") : null;
  if (!words || !view.state.selection.empty) return false;
  const ids = threadsAt(view.state, position, storage.open);
  if (ids.length === 0) return false;
  // The browser tells of the caret a moment later; what is shown until then would put it back where it was.
  if (view.editable) {
    const caret = TextSelection.near(view.state.doc.resolve(position));
    if (!caret.eq(view.state.selection)) view.dispatch(view.state.tr.setSelection(caret));
  }
  const place = words.getBoundingClientRect();
  // After the press is over: what opens within it would take its end for a press elsewhere and close.
  setTimeout(() => storage.onOpen(ids, place));
  return false;
}

function decorated(doc: Node, { open, active, pending }: TextThreadsLink): DecorationSet {
  const decorations: Decoration[] = [];
  if (pending && pending.from < pending.to) {
    decorations.push(Decoration.inline(pending.from, pending.to, { class: "thread-pending" }));
  }
  if (open.size > 0) {
    doc.descendants((node, position) => {
      const ids = node.marks.flatMap(({ type, attrs }) => (type.name === "comment" ? [String(attrs.thread)] : []));
      const shown = ids.filter((id) => open.has(id));
      if (shown.length === 0) return;
      const isActive = active !== null && shown.includes(active);
      const look = ["thread-words", shown.length > 1 && "is-many", isActive && "is-active"].filter(Boolean).join(" ");
      decorations.push(Decoration.inline(position, position + node.nodeSize, { class: look }));
    });
  }
  return DecorationSet.create(doc, decorations);
}
