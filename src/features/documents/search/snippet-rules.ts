// Shows why a text was found: a piece of it with the words marked, whatever their accents and case.
import type { SnippetPart } from "../lists/list-contract";
import type { LabelledText } from "./search-text-rules";

/** Characters of a text before the first mark, and in all. */
const BEFORE = 50;
const LENGTH = 160;

/** Letters that are more than a letter with an accent, as the database's dictionary writes them. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Without accents and case. */
export function plainText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => SPELLED[letter] ?? letter);
}

/** What was typed, as single plain words; signs between them separate. */
export function plainWords(typed: string): readonly string[] {
  return [...new Set(plainText(typed).split(/[^\p{L}\p{N}]+/u))].filter((word) => word !== "");
}

/** The text in parts, marked where it is one of the words: at the beginning of a word, or inside of one if only there. */
export function markWords(text: string, words: readonly string[]): readonly SnippetPart[] {
  const { plain, origin } = plainWithOrigin(text);
  const marked = new Set<number>();
  for (const word of words) {
    for (const start of occurrences(plain, word)) {
      for (let at = start; at < start + word.length; at += 1) marked.add(origin[at] ?? 0);
    }
  }
  const parts: { text: string; isMatch: boolean }[] = [];
  let at = 0;
  for (const letter of letters(text)) {
    const isMatch = marked.has(at);
    const last = parts.at(-1);
    if (last?.isMatch === isMatch) last.text += letter;
    else parts.push({ text: letter, isMatch });
    at += letter.length;
  }
  return parts;
}

/** Whether one of the texts holds every word. */
export function holdsAll(texts: readonly LabelledText[], words: readonly string[]): boolean {
  return texts.some(({ text }) => {
    const plain = plainText(text);
    return words.every((word) => beginnings(plain, word).length > 0);
  });
}

/** A piece of the text that holds most of the words, the first of equals; null where no text holds any. */
export function snippetOf(
  texts: readonly LabelledText[],
  words: readonly string[],
): { readonly label: string; readonly parts: readonly SnippetPart[] } | null {
  let best: LabelledText | undefined;
  let most = 0;
  for (const one of texts) {
    const plain = plainText(one.text);
    const count = words.filter((word) => beginnings(plain, word).length > 0).length;
    if (count > most) [best, most] = [one, count];
  }
  return best ? { label: best.label, parts: markWords(piece(best.text, words), words) } : null;
}

/** About `LENGTH` characters around the first word, cut between words. */
function piece(text: string, words: readonly string[]): string {
  const folded = text.replace(/\s+/g, " ");
  if (folded.length <= LENGTH) return folded;
  const { plain, origin } = plainWithOrigin(folded);
  const first = Math.min(...words.flatMap((word) => occurrences(plain, word)).map((at) => origin[at] ?? 0));
  const from = first <= BEFORE ? 0 : folded.indexOf(" ", first - BEFORE) + 1 || first;
  const start = Math.min(from, first);
  const end = start + LENGTH >= folded.length ? folded.length : folded.lastIndexOf(" ", start + LENGTH);
  const stop = end > first ? end : start + LENGTH;
  const cut = folded.slice(start, stop).toWellFormed();
  return `${start > 0 ? "… " : ""}${cut}${stop < folded.length ? " …" : ""}`;
}

function occurrences(plain: string, word: string): readonly number[] {
  const found = beginnings(plain, word);
  return found.length > 0 ? found : allOf(plain, word);
}

/** Where words begin with it. Signs of a script without spaces are words each. */
function beginnings(plain: string, word: string): readonly number[] {
  return allOf(plain, word).filter((at) => {
    const before = plain.slice(Math.max(0, at - 2), at).match(/.$/su)?.[0] ?? " ";
    return !/[\p{L}\p{N}]/u.test(before) || /[\u2E80-\uA4CF\uF900-\uFAFF]/.test(plain[at] ?? "");
  });
}

function allOf(plain: string, word: string): readonly number[] {
  const found: number[] = [];
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) found.push(at);
  return found;
}

/** The plain text with the place that each of its characters comes from. */
function plainWithOrigin(text: string): { readonly plain: string; readonly origin: readonly number[] } {
  let plain = "";
  const origin: number[] = [];
  let at = 0;
  for (const letter of letters(text)) {
    const simple = plainText(letter);
    for (let step = 0; step < simple.length; step += 1) origin.push(at);
    plain += simple;
    at += letter.length;
  }
  return { plain, origin };
}

/** A letter with the accents that follow it, which are never parted. */
function letters(text: string): readonly string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}
