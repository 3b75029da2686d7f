// Every need has an id of its own, by which campaigns take it up. Copies get another one; what was moved keeps its own.
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isRemoteChange } from "../editor/own-change-rules";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the transactions wrote, as places in the document after the last of them. */
function writtenSpans(transactions: readonly Transaction[]): readonly Span[] {
  return transactions.flatMap((transaction, at) =>
    transaction.mapping.maps.flatMap((map, step) => {
      const spans: Span[] = [];
      map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
        const through = (place: number, side: number) =>
          transactions
            .slice(at + 1)
            .reduce(
              (mapped, later) => later.mapping.map(mapped, side),
              transaction.mapping.slice(step + 1).map(place, side),
            );
        spans.push({ from: through(newFrom, -1), to: through(newTo, 1) });
      });
      return spans;
    }),
  );
}

function hasNeed(doc: Node, { from, to }: Span): boolean {
  let isFound = false;
  doc.nodesBetween(Math.min(from, doc.content.size), Math.min(to, doc.content.size), (node) => {
    isFound ||= node.type.name === "need";
    return !isFound && !node.isTextblock;
  });
  return isFound;
}

/** Needs of a document by their ids, those without one under null. */
function needsById(doc: Node): ReadonlyMap<string | null, readonly number[]> {
  const needs = new Map<string | null, number[]>();
  doc.descendants((node, place) => {
    if (node.type.name === "need") {
      const id = node.attrs.id as string | null;
      needs.set(id, [...(needs.get(id) ?? []), place]);
    }
    return !node.isTextblock;
  });
  return needs;
}

/**
 * Gives ids to needs that have none and to copies, or null where there is nothing to do. Of those that share an id, the
 * one that stood there before keeps it.
 */
function withNeedIds(state: EditorState, written: readonly Span[]): Transaction | null {
  if (!written.some((span) => hasNeed(state.doc, span))) return null;
  const { tr } = state;
  for (const [id, places] of needsById(state.doc)) {
    const isNew = (place: number) => written.some(({ from, to }) => place >= from && place < to);
    const keeper = id === null ? undefined : (places.find((place) => !isNew(place)) ?? places[0]);
    for (const place of places) if (place !== keeper) tr.setNodeAttribute(place, "id", crypto.randomUUID());
  }
  return tr.docChanged ? tr : null;
}

/** What is pasted, without the ids of needs that were never of this document. */
function ownIds(content: Fragment, known: ReadonlySet<string>): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.type.name === "need" && !known.has(node.attrs.id)) {
      nodes.push(node.type.create({ ...node.attrs, id: null }, node.content, node.marks));
    } else nodes.push(node.isTextblock || node.isLeaf ? node : node.copy(ownIds(node.content, known)));
  });
  return Fragment.fromArray(nodes);
}

/** Acts on one's own changes only, and never while a word is being composed. */
export function needIds(): Plugin {
  let view: EditorView | null = null;
  // Those that were cut as well, so that they are themselves again where they are pasted.
  const known = new Set<string>();
  const remember = (doc: Node) => {
    for (const id of needsById(doc).keys()) if (id !== null) known.add(id);
  };
  return new Plugin({
    view: (mounted) => {
      view = mounted;
      remember(mounted.state.doc);
      return {
        destroy: () => {
          view = null;
        },
      };
    },
    appendTransaction: (transactions, before, state) => {
      if (!transactions.some(({ docChanged }) => docChanged) || view?.composing) return null;
      if (transactions.some(isRemoteChange)) return null;
      const written = writtenSpans(transactions);
      if (written.some((span) => hasNeed(state.doc, span))) remember(before.doc);
      return withNeedIds(state, written);
    },
    props: {
      transformPasted: (slice) => {
        if (view) remember(view.state.doc);
        return new Slice(ownIds(slice.content, known), slice.openStart, slice.openEnd);
      },
      handleDOMEvents: {
        cut: (cutting) => {
          remember(cutting.state.doc);
          return false;
        },
        compositionend: (composed) => {
          // The view takes what was composed into the document a moment after the event.
          setTimeout(() => {
            if (view !== composed || composed.composing) return;
            const tr = withNeedIds(composed.state, [{ from: 0, to: composed.state.doc.content.size }]);
            if (tr) composed.dispatch(tr);
          }, 80);
          return false;
        },
      },
    },
  });
}
