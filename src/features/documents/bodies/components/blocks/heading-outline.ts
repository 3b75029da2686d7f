// Headings look by their level and are heard under the page's own, of which there is one of the first and one of the second;
// none is left out, as for those who read.
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { depthsOf } from "../../heading-rules";

/** The highest of a text. */
const UNDER_PAGE = 3;

export const HeadingOutline = Extension.create({
  name: "headingOutline",
  addGlobalAttributes: () => [
    { types: ["heading"], attributes: { level: { default: 1, renderHTML: ({ level }) => ({ "data-level": level }) } } },
  ],
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: new PluginKey("headingOutline"),
      state: {
        init: (_, { doc }) => outlineOf(doc),
        apply: (change, known) => (change.docChanged ? outlineOf(change.doc) : known),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function outlineOf(doc: Node): DecorationSet {
  const found: { readonly from: number; readonly to: number; readonly level: number }[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === "heading") {
      found.push({ from: at, to: at + node.nodeSize, level: Number(node.attrs.level) });
    }
    return !node.isTextblock;
  });
  const depths = depthsOf(found.map(({ level }) => level));
  const heard = found.map(({ from, to }, place) =>
    Decoration.node(from, to, { "aria-level": String(Math.min(6, UNDER_PAGE + (depths[place] ?? 0))) }),
  );
  return DecorationSet.create(doc, heard);
}
