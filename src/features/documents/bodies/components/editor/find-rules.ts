// Finding words in the document, and putting others in their place.
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";

export interface Found {
  readonly from: number;
  readonly to: number;
}

/** More are not marked: a letter in a hundred pages would be. */
export const MAX_FOUND = 2_000;

/** Where the words stand, in the order of reading. Words that are formatted in parts are found as well. */
export function findInDocument(doc: Node, words: string, isCaseSensitive: boolean): readonly Found[] {
  if (words === "") return [];
  const found: Found[] = [];
  const sought = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), isCaseSensitive ? "gu" : "giu");
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return found.length < MAX_FOUND;
    // An inline node takes one place, as it does in the document.
    const text = node.textBetween(0, node.content.size, undefined, "\ufffc");
    for (const match of text.matchAll(sought)) {
      if (found.length === MAX_FOUND) break;
      const from = pos + 1 + match.index;
      found.push({ from, to: from + match[0].length });
    }
    return false;
  });
  return found;
}

/** Which of them comes at or after a place, going round at the end; −1 where there is none. */
export function nextFound(found: readonly Found[], from: number): number {
  const index = found.findIndex((place) => place.from >= from);
  return index === -1 && found.length > 0 ? 0 : index;
}

/** Puts words in the place of what was found; they take on how the first letter of it looked. */
export function replaceFound(tr: Transaction, found: readonly Found[], words: string): Transaction {
  // From the end, so that the places before stay where they are.
  for (const { from, to } of [...found].reverse()) {
    const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
    if (words === "") tr.delete(from, to);
    else tr.replaceWith(from, to, tr.doc.type.schema.text(words, marks));
  }
  return tr;
}
