// What is pasted and dropped: cleaned of what other programs put around it, Markdown as what it means. Anchors of threads
// stay with their words only where the words are moved within the text.
import { Extension, InputRule } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { linkAddress } from "./link-rules";

function threadsOf(content: Fragment): ReadonlySet<string> {
  const threads = new Set<string>();
  content.descendants((node) => {
    for (const { type, attrs } of node.marks) if (type.name === "comment") threads.add(String(attrs.thread));
  });
  return threads;
}

function keepingThreads(content: Fragment, kept: ReadonlySet<string>): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const marks = node.marks.filter(({ type, attrs }) => type.name !== "comment" || kept.has(String(attrs.thread)));
    nodes.push(node.isText ? node.mark(marks) : node.copy(keepingThreads(node.content, kept)).mark(marks));
  });
  return Fragment.fromArray(nodes);
}

/** Their readers weigh more than the editor's own parts: they come when something is pasted that needs them. */
const loadReaders = () => import("./pasted-content-part");

/** Signs without which a text is no Markdown. */
const SIGNS = /[#*`>|[-]|\d[.)]/;

/** What is pasted from elsewhere, once it is read. False for what the view can do by itself. */
function readPasted(view: EditorView, { clipboardData }: ClipboardEvent, isPlain: boolean): boolean {
  if (!clipboardData || isPlain || view.state.selection.$from.parent.type.spec.code) return false;
  const html = clipboardData.getData("text/html");
  const text = clipboardData.getData("text/plain");
  // Our own is what it says it is.
  if (html.includes("data-pm-slice")) return false;
  if (html === "" && !SIGNS.test(text)) return false;
  void loadReaders().then(
    ({ pastedHtml, pastedMarkdown }) => {
      if (view.isDestroyed) return;
      const markdown = html === "" ? pastedMarkdown(view.state.schema, text) : null;
      const clean = html === "" ? "" : pastedHtml(html);
      if (markdown)
        view.dispatch(view.state.tr.replaceSelection(markdown).scrollIntoView().setMeta("uiEvent", "paste"));
      else if (clean !== "") view.pasteHTML(clean);
      else view.pasteText(text);
    },
    // Without them the schema alone says what stays.
    () => (html === "" ? view.pasteText(text) : view.pasteHTML(html)),
  );
  return true;
}

export const Pasting = Extension.create({
  name: "pasting",
  addInputRules() {
    const { link } = this.editor.schema.marks;
    return [
      // [words](address), as Markdown has it.
      new InputRule({
        find: /\[([^[\]]+)\]\(([^()\s]+)\)$/,
        handler: ({ state, range, match }) => {
          const href = linkAddress(match[2] ?? "");
          if (!href || !link || !match[1]) return null;
          state.tr.replaceWith(range.from, range.to, state.schema.text(match[1], [link.create({ href })]));
          state.tr.removeStoredMark(link);
          return undefined;
        },
      }),
    ];
  },
  addProseMirrorPlugins() {
    let cut: ReadonlySet<string> = new Set();
    let isPlain = false;
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => readPasted(view, event, isPlain),
          handleDOMEvents: {
            keydown(_view, { shiftKey }) {
              isPlain = shiftKey;
              return false;
            },
            keyup() {
              isPlain = false;
              return false;
            },
            cut(view) {
              cut = threadsOf(view.state.selection.content().content);
              return false;
            },
            copy() {
              cut = new Set();
              return false;
            },
          },
          transformPasted(slice, view) {
            const content = view.state.doc.content;
            const dragged = view.dragging?.move ? threadsOf(view.dragging.slice.content) : cut;
            const there = view.dragging?.move ? new Set<string>() : threadsOf(content);
            const kept = new Set([...dragged].filter((thread) => !there.has(thread)));
            return new Slice(keepingThreads(slice.content, kept), slice.openStart, slice.openEnd);
          },
        },
      }),
    ];
  },
});
