// Blocks that one moves, copies and deletes as a whole, and how that changes the document.
import { Fragment, type Node, type ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, Selection, type Transaction } from "@tiptap/pm/state";

/** What holds blocks that stand for themselves. A cell doesn't: of a table one moves the whole. */
const HOLDERS = new Set(["doc", "blockquote", "callout", "storyBeat", "evidenceQuote"]);
const ITEMS = new Set(["listItem", "taskItem"]);

/** Neighbours within one parent, from the first to the last that is touched. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
  readonly parent: Node;
  /** Of the first and of the last in the parent. */
  readonly first: number;
  readonly last: number;
}

function isMovable(node: Node, parent: Node): boolean {
  return ITEMS.has(node.type.name) || (HOLDERS.has(parent.type.name) && node.isBlock);
}

/** The innermost block around a place that is moved as a whole; null only where there is none. */
export function blockAround($pos: ResolvedPos): BlockRange | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const parent = $pos.node(depth - 1);
    if (!isMovable($pos.node(depth), parent)) continue;
    const index = $pos.index(depth - 1);
    return { from: $pos.before(depth), to: $pos.after(depth), parent, first: index, last: index };
  }
  const after = $pos.nodeAfter;
  if (!after || !isMovable(after, $pos.parent)) return null;
  const index = $pos.index();
  return { from: $pos.pos, to: $pos.pos + after.nodeSize, parent: $pos.parent, first: index, last: index };
}

/** The blocks that a selection touches: one, or neighbours under the parent that they share. */
export function selectedBlocks(selection: Selection): BlockRange | null {
  const { $from, $to } = selection;
  if (selection instanceof NodeSelection && isMovable(selection.node, $from.parent)) {
    const index = $from.index();
    return { from: $from.pos, to: $to.pos, parent: $from.parent, first: index, last: index };
  }
  const one = blockAround($from);
  if (!one || $to.pos <= one.to) return one;
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth -= 1) {
    const parent = $from.node(depth);
    const [first, last] = [$from.index(depth), $to.indexAfter(depth) - 1];
    if (first > last || !isMovable(parent.child(first), parent)) continue;
    return { from: $from.posAtIndex(first, depth), to: $from.posAtIndex(last + 1, depth), parent, first, last };
  }
  return one;
}

/** Changes places with the neighbour before or after. Null at the edge of what holds the blocks. */
export function movedBlocks(state: EditorState, by: -1 | 1): Transaction | null {
  const range = selectedBlocks(state.selection);
  if (!range) return null;
  const index = by < 0 ? range.first - 1 : range.last + 1;
  const neighbour = range.parent.maybeChild(index);
  if (!neighbour) return null;
  const { tr } = state;
  // The neighbour goes around: so the caret, and those of others, stay in what is being moved.
  const from = by < 0 ? range.from - neighbour.nodeSize : range.to;
  const target = by < 0 ? range.to : range.from;
  tr.delete(from, from + neighbour.nodeSize).insert(tr.mapping.map(target, by < 0 ? 1 : -1), neighbour);
  return tr.scrollIntoView();
}

/** Puts a copy after the blocks, without threads and ids that belong to the first. */
export function duplicatedBlocks(state: EditorState, range: BlockRange): Transaction {
  const copies = state.doc.slice(range.from, range.to).content;
  const tr = state.tr.insert(range.to, withoutIdentity(copies));
  const caret = Selection.findFrom(tr.doc.resolve(range.to), 1);
  return (caret ? tr.setSelection(caret) : tr).scrollIntoView();
}

function withoutIdentity(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const marks = node.marks.filter(({ type }) => type.name !== "comment");
    const attrs = node.type.name === "need" ? { ...node.attrs, id: null } : node.attrs;
    nodes.push(node.isText ? node.mark(marks) : node.type.create(attrs, withoutIdentity(node.content), marks));
  });
  return Fragment.fromArray(nodes);
}

/** Takes the blocks away, and what held nothing but them. */
export function deletedBlocks(state: EditorState, range: BlockRange): Transaction {
  const { tr, doc, schema } = state;
  let { from, to } = range;
  let $from = doc.resolve(from);
  while ($from.depth > 0 && to - from === $from.parent.content.size) {
    [from, to] = [$from.before(), $from.after()];
    $from = doc.resolve(from);
  }
  const paragraph = schema.nodes.paragraph?.create();
  if (from === 0 && to === doc.content.size && paragraph) tr.replaceWith(from, to, paragraph);
  else tr.delete(from, to);
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)))).scrollIntoView();
}

/** An address within the page that browsers find the block by: its first words. Null where it says nothing. */
export function textFragment(text: string): string | null {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const encoded = (part: readonly string[]) => encodeURIComponent(part.join(" ")).replace(/-/g, "%2D");
  return `:~:text=${encoded(words.slice(0, 10))}`;
}
