// What is told about a text beside it: how long it is, and what it contains.
import type { Node } from "@tiptap/pm/model";

/** Words that most people read in a minute. */
const WORDS_PER_MINUTE = 230;

export interface TextLength {
  readonly words: number;
  readonly characters: number;
}

export interface ContentsEntry {
  readonly pos: number;
  readonly level: number;
  readonly text: string;
}

/** A sign of a script that puts no spaces counts as a word. The platform's segmenter takes a second for a long text. */
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;

export function lengthOf(doc: Node): TextLength {
  const text = doc.textBetween(0, doc.content.size, "\n", " ");
  return { words: text.match(WORD)?.length ?? 0, characters: [...text.replace(/\n/g, "")].length };
}

export function readingTime(words: number): string {
  const minutes = Math.round(words / WORDS_PER_MINUTE);
  return minutes < 1 ? "less than a minute to read" : `${minutes} min to read`;
}

/** The headings in the order of reading; those that say nothing are left out. */
export function contentsOf(doc: Node): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === "heading" && node.textContent.trim() !== "") {
      entries.push({ pos, level: Number(node.attrs.level), text: node.textContent.trim() });
    }
    return !node.isTextblock;
  });
  return entries;
}
