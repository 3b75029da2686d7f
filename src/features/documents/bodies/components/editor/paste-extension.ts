// What is pasted and dropped: anchors of threads stay with their words only where the words are moved within the text.
import { Extension, InputRule } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
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
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
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
