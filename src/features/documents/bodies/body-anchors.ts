// Anchors of threads in a live body: where one belongs, setting it, and what stands under it. Used by the server alone;
// who comments needs no right to write.
import { updateYFragment } from "@tiptap/y-tiptap";
import { diffArrays } from "diff/lib/diff/array.js";
import * as Y from "yjs";
import { tokensOf } from "../comparison/comparison-token-rules";
import { BODY_FRAGMENT, type Body, walkBody } from "./body-rules";
import { bodySchema } from "./body-schema";
import { type BodyWords, bodyWords, offsetOf, trimRange, type WordsPiece } from "./body-words-rules";
import { findWords, foldWords, type WordsRange } from "./quote-rules";

/** Where somebody selected words, as they saw them. */
export interface SoughtWords {
  /** The first words of the selection, or all. */
  readonly quote: string;
  /** Both ends as encoded relative positions; null for who read a version, which has none. */
  readonly positions: { readonly from: Uint8Array; readonly to: Uint8Array } | null;
}

/** Of the words that were selected so many must be left for an anchor on what they became. */
const LEAST_LEFT = 0.5;

/**
 * Where the words stand now. At the positions; else where the quote stands, nearest to them; else what the words became
 * if most of them are left. Without positions only where the quote stands exactly once. Null where they are gone.
 */
export function findAnchor(doc: Y.Doc, words: BodyWords, { quote, positions }: SoughtWords): WordsRange | null {
  const found = findWords(words.flat, quote);
  if (!positions) return found.length === 1 ? (found[0] ?? null) : null;
  const from = offsetOf(doc, words, positions.from);
  const to = offsetOf(doc, words, positions.to);
  const range = from !== null && to !== null && from < to ? trimRange(words.flat, { from, to }) : null;
  if (range && foldWords(words.flat.slice(range.from, range.to)).startsWith(foldWords(quote))) return range;
  if (from !== null) {
    const nearest = found.toSorted((a, b) => Math.abs(a.from - from) - Math.abs(b.from - from))[0];
    if (nearest) return nearest;
  } else if (found.length === 1) return found[0] ?? null;
  return range && shareLeft(quote, words.flat.slice(range.from, range.to)) >= LEAST_LEFT ? range : null;
}

function shareLeft(quote: string, now: string): number {
  const asked = foldWords(quote).split(" ");
  const there = new Set(foldWords(now).split(" "));
  return asked.filter((word) => there.has(word)).length / asked.length;
}

/** Marks the words of a range as the thread's. False where no words are in it. */
export function setAnchor(doc: Y.Doc, words: BodyWords, range: WordsRange, threadId: string): boolean {
  const key = markKey(threadId);
  const pieces = words.pieces.filter(({ from, to }) => from < range.to && to > range.from);
  doc.transact(() => {
    for (const { text, at, from, to } of pieces) {
      const [start, end] = [Math.max(from, range.from), Math.min(to, range.to)];
      text.format(at + start - from, end - start, { [key]: { thread: threadId } });
    }
  });
  return pieces.length > 0;
}

const keys = new Map<string, string>();

/** Under which name the mark is kept: overlapping marks are told apart by a hash, which the editor's binding makes. */
function markKey(threadId: string): string {
  const known = keys.get(threadId);
  if (known) return known;
  const doc = new Y.Doc();
  const mark = { type: "comment", attrs: { thread: threadId } };
  const content = [{ type: "paragraph", content: [{ type: "text", text: "x", marks: [mark] }] }];
  const node = bodySchema().nodeFromJSON({ type: "doc", content });
  updateYFragment(doc, doc.getXmlFragment(BODY_FRAGMENT), node, { mapping: new Map(), isOMark: new Map() });
  const key = Object.keys(bodyWords(doc).pieces[0]?.attributes ?? {})[0];
  if (!key) throw new Error("the binding keeps no marks");
  if (keys.size > 1_000) keys.clear();
  keys.set(threadId, key);
  return key;
}

/** Threads whose words stand in a body with its marks, each once, in the order of reading. */
export function anchoredThreads(marked: Body): readonly string[] {
  const ids = new Set<string>();
  walkBody(marked, (node) => {
    for (const { type, attrs } of node.marks ?? []) {
      if (type === "comment" && typeof attrs?.thread === "string") ids.add(attrs.thread);
    }
    return undefined;
  });
  return [...ids];
}

/** What stands under a thread's mark, part by part: more than one where other words came between or it was copied. */
export function anchoredRanges({ flat, pieces }: BodyWords, threadId: string): readonly WordsRange[] {
  const ranges: WordsRange[] = [];
  for (const { from, to, attributes } of pieces) {
    if (!isMarked(attributes, threadId)) continue;
    const last = ranges.at(-1);
    if (last && flat.slice(last.to, from).trim() === "") ranges[ranges.length - 1] = { from: last.from, to };
    else ranges.push({ from, to });
  }
  return ranges;
}

function isMarked(attributes: WordsPiece["attributes"], threadId: string): boolean {
  return Object.entries(attributes).some(
    ([key, said]) => key.startsWith("comment--") && (said as { readonly thread?: unknown } | null)?.thread === threadId,
  );
}

/** Why a proposal can't take the place of the words, and what stands there now; or that it did. */
export type Replaced =
  | { readonly is: "done" }
  | { readonly is: "gone" }
  | { readonly is: "changed"; readonly now: string }
  | { readonly is: "parted" };

/**
 * Puts the proposed words in the place of those under the thread's mark, word by word, so that what stays keeps its marks
 * and the threads on it. Nothing changes where the words are not the quote any more, or stand in more than one block.
 */
export function replaceAnchored(doc: Y.Doc, threadId: string, quote: string, proposal: string): Replaced {
  const words = bodyWords(doc);
  const ranges = anchoredRanges(words, threadId);
  const now = (range: WordsRange) => foldWords(words.flat.slice(range.from, range.to));
  const [first] = ranges;
  if (!first) return { is: "gone" };
  const range = ranges.find((one) => now(one) === foldWords(quote));
  if (!range) return { is: "changed", now: ranges.map(now).join(" … ") };
  if (!isOneText(words, range)) return { is: "parted" };
  doc.transact(() => replaceWords(words, range, proposal));
  return { is: "done" };
}

/** Whether a range is words of one block and nothing else. */
export function isOneText({ pieces }: BodyWords, { from, to }: WordsRange): boolean {
  const inside = pieces.filter((piece) => piece.from < to && piece.to > from);
  const length = inside.reduce((sum, piece) => sum + Math.min(piece.to, to) - Math.max(piece.from, from), 0);
  return inside.length > 0 && length === to - from && new Set(inside.map(({ text }) => text.parent)).size === 1;
}

function replaceWords({ flat, pieces }: BodyWords, { from, to }: WordsRange, after: string): void {
  // From the end, so that the offsets of what comes before stay.
  for (const { old, removed, words } of wordChanges(flat.slice(from, to), after).reverse()) {
    const [start, end] = [from + old, from + old + removed];
    // New words look like those that they replace, or like those before them.
    const like = start === to || (removed === 0 && old > 0) ? start - 1 : start;
    for (const piece of pieces.toReversed()) {
      const [first, last] = [Math.max(piece.from, start), Math.min(piece.to, end)];
      if (first < last) piece.text.delete(piece.at + first - piece.from, last - first);
      if (piece.from <= like && like < piece.to && words !== "") {
        piece.text.insert(piece.at + start - piece.from, words, { ...piece.attributes });
      }
    }
  }
}

/** What to take away where, and what to write there: every word that is in both stays, unlike where people read changes. */
function wordChanges(before: string, after: string): { old: number; removed: number; words: string }[] {
  const split = (text: string) =>
    tokensOf(text).flatMap(({ word, space }) => [word, space].filter((one) => one !== ""));
  const changes: { old: number; removed: number; words: string }[] = [];
  let old = 0;
  let open: (typeof changes)[number] | null = null;
  for (const { value, added, removed } of diffArrays(split(before), split(after))) {
    const text = value.join("");
    if (!added && !removed) {
      open = null;
      old += text.length;
      continue;
    }
    if (!open) {
      open = { old, removed: 0, words: "" };
      changes.push(open);
    }
    if (added) open.words += text;
    else {
      open.removed += text.length;
      old += text.length;
    }
  }
  return changes;
}
