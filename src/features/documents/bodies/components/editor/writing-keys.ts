// Keys beside those that the nodes and marks bring along.
import { type Editor, Extension } from "@tiptap/core";
import { NodeSelection, Plugin, Selection } from "@tiptap/pm/state";
import { movedBlocks } from "./block-rules";
import { type Panel, writingState } from "./writing-state";

/** Space that is kept between the caret and the edges, where the page's bar and the toolbar lie over the text. */
const MARGIN = { top: 120, bottom: 72, left: 0, right: 0 };

function show(editor: Editor, panel: Panel): boolean {
  writingState(editor).panel.set(panel);
  return true;
}

function move(editor: Editor, by: -1 | 1): boolean {
  if (!editor.isEditable || editor.view.composing) return false;
  const moved = movedBlocks(editor.state, by);
  if (moved) editor.view.dispatch(moved);
  return true;
}

/** Goes from a chosen picture to its words. */
function toPictureWords({ view, state }: Editor): boolean {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== "image") return false;
  const words = view.nodeDOM(selection.from);
  const input = words instanceof HTMLElement ? words.querySelector<HTMLElement>("[data-picture-words]") : null;
  input?.focus();
  return input !== null;
}

export const WritingKeys = Extension.create({
  name: "writingKeys",
  // Before the nodes, which would take Enter on a picture for a new paragraph.
  priority: 1_000,
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      "Alt-Shift-ArrowUp": () => move(editor, -1),
      "Alt-Shift-ArrowDown": () => move(editor, 1),
      "Alt-F10": () => {
        writingState(editor).toolbar.get()?.();
        return true;
      },
      "Mod-f": () => show(editor, "find"),
      "Mod-h": () => editor.isEditable && show(editor, "replace"),
      "Mod-k": () => editor.isEditable && show(editor, "link"),
      "Mod-/": () => show(editor, "shortcuts"),
      Enter: () => toPictureWords(editor),
    };
  },
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          scrollThreshold: MARGIN,
          scrollMargin: MARGIN,
          handleDOMEvents: {
            // Below the last block, where that is nothing to write in, a click begins a paragraph.
            mousedown(view, event) {
              const last = view.state.doc.lastChild;
              const end = view.dom.lastElementChild?.getBoundingClientRect().bottom ?? 0;
              if (event.target !== view.dom || event.clientY <= end || !editor.isEditable) return false;
              if (!last || last.type.name === "paragraph") return false;
              event.preventDefault();
              const { tr, schema, doc } = view.state;
              const paragraph = schema.nodes.paragraph?.create();
              if (paragraph) tr.insert(doc.content.size, paragraph);
              view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)));
              view.focus();
              return true;
            },
          },
        },
      }),
    ];
  },
});
