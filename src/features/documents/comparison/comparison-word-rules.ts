// Which words of a text differ. The same in the browser and on the server, and bounded whatever the texts are.
import { diffArrays } from "diff/lib/diff/array.js";
import { type Token, tokensOf } from "./comparison-token-rules";

/** More edits than this in one text, and it counts as rewritten; the work grows with their square. */
const MOST_EDITS = 600;
/** Work for all texts of a comparison, in steps of about 50 ns; what remains is then shown whole, old and new. */
const MOST_WORK = 1_000_000;
/** Texts of which the shorter shares fewer of its words are easier to read one after the other. */
const LEAST_COMMON = 0.2;

/** What differs between two texts: characters that are the same, removed and added, over and over; the rest is the same. */
interface Hunk {
  same: number;
  removed: number;
  added: number;
  /** Its common part holds a line break, over which changes are not drawn together. */
  isParted: boolean;
}

/**
 * Finds the differing words of many texts within one allowance of work. Answers in numbers of UTF-16 units: same,
 * removed, added, and again; what follows is the same. Words are kept whole, also in scripts without spaces. Calls
 * `onGivenUp` where a text is shown whole because the work would be too much.
 */
export function newWordFinder(onGivenUp?: () => void): (before: string, after: string) => readonly number[] {
  let left = MOST_WORK;
  return (before, after) => {
    const old = tokensOf(before);
    const now = tokensOf(after);
    const start = commonStart(old, now);
    const end = commonEnd(old, now, start);
    const [oldPart, nowPart] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
    const edits = Math.min(MOST_EDITS, Math.floor(Math.sqrt(2 * left)));
    const numberOf = newNumbering();
    const [oldWords, nowWords] = [oldPart.map(numberOf), nowPart.map(numberOf)];
    const isKin = sharedCount(oldWords, nowWords) >= LEAST_COMMON * Math.min(oldWords.length, nowWords.length);
    const found = isKin ? diffArrays(oldWords, nowWords, { maxEditLength: edits }) : undefined;
    const needed = found?.reduce((sum, { count, added, removed }) => sum + (added || removed ? count : 0), 0) ?? edits;
    if (isKin) left -= (needed * needed) / 2;
    if (isKin && !found) onGivenUp?.();
    const hunks = new HunkList();
    for (const token of old.slice(0, start)) hunks.same(token.word + token.space);
    if (found) align(hunks, found, oldPart, nowPart);
    else {
      hunks.removed(lengthOf(oldPart));
      hunks.added(lengthOf(nowPart));
    }
    for (const token of old.slice(old.length - end)) hunks.same(token.word + token.space);
    return spacesOutside(drawTogether(hunks.all()), before, after);
  };
}

function isEqual(one: Token | undefined, two: Token | undefined): boolean {
  return one !== undefined && one.word === two?.word && one.space === two.space;
}

function commonStart(old: readonly Token[], now: readonly Token[]): number {
  let count = 0;
  while (isEqual(old[count], now[count])) count += 1;
  return count;
}

function commonEnd(old: readonly Token[], now: readonly Token[], start: number): number {
  const most = Math.min(old.length, now.length) - start;
  let count = 0;
  while (count < most && isEqual(old[old.length - 1 - count], now[now.length - 1 - count])) count += 1;
  return count;
}

/** Words as numbers, equal ones alike: they are compared many times. */
function newNumbering(): (token: Token) => number {
  const numbers = new Map<string, number>();
  return ({ word }) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
}

function sharedCount(old: readonly number[], now: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of now) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared += 1;
  }
  return shared;
}

function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { word, space }) => sum + word.length + space.length, 0);
}

class HunkList {
  readonly #hunks: Hunk[] = [];

  same(text: string): void {
    const last = this.#hunks.at(-1);
    if (last && last.removed + last.added === 0) {
      last.same += text.length;
      last.isParted ||= text.includes("\n");
    } else this.#hunks.push({ same: text.length, removed: 0, added: 0, isParted: text.includes("\n") });
  }

  removed(length: number): void {
    this.#last().removed += length;
  }

  added(length: number): void {
    this.#last().added += length;
  }

  #last(): Hunk {
    const last = this.#hunks.at(-1) ?? { same: 0, removed: 0, added: 0, isParted: false };
    if (this.#hunks.length === 0) this.#hunks.push(last);
    return last;
  }

  all(): readonly Hunk[] {
    return this.#hunks.filter(({ removed, added }) => removed + added > 0);
  }
}

/** Words that are the same may have other spaces behind them. */
function align(
  hunks: HunkList,
  found: readonly { readonly count: number; readonly added: boolean; readonly removed: boolean }[],
  old: readonly Token[],
  now: readonly Token[],
): void {
  let oldAt = 0;
  let nowAt = 0;
  for (const { count, added, removed } of found) {
    for (let step = 0; step < count; step++) {
      const was = removed || !added ? old[oldAt++] : undefined;
      const is = added || !removed ? now[nowAt++] : undefined;
      if (was && is) {
        hunks.same(was.word);
        if (was.space === is.space) hunks.same(was.space);
        else {
          hunks.removed(was.space.length);
          hunks.added(is.space.length);
        }
      } else if (was) hunks.removed(lengthOf([was]));
      else if (is) hunks.added(lengthOf([is]));
    }
  }
}

/**
 * Two changes become one where what is the same between them is shorter than either: "the" left standing in a sentence
 * that was written anew helps nobody.
 */
function drawTogether(hunks: readonly Hunk[]): readonly Hunk[] {
  const drawn: Hunk[] = [];
  for (const next of hunks) {
    let hunk = next;
    let last = drawn.at(-1);
    while (last && !hunk.isParted && hunk.same <= Math.min(size(last), size(hunk))) {
      drawn.pop();
      const { same } = hunk;
      hunk = {
        same: last.same,
        removed: last.removed + same + hunk.removed,
        added: last.added + same + hunk.added,
        isParted: last.isParted,
      };
      last = drawn.at(-1);
    }
    drawn.push(hunk);
  }
  return drawn;
}

/** As numbers, with a space at the end of both old and new words taken for what it is: the same. */
function spacesOutside(hunks: readonly Hunk[], before: string, after: string): readonly number[] {
  let old = 0;
  let now = 0;
  let spare = 0;
  return hunks.flatMap(({ same, removed, added }) => {
    old += same + removed;
    now += same + added;
    const start = spare + same;
    spare = 0;
    const most = Math.min(removed, added);
    while (spare < most && before[old - 1 - spare] === after[now - 1 - spare] && isSpace(before[old - 1 - spare])) {
      spare += 1;
    }
    return [start, removed - spare, added - spare];
  });
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

function size({ removed, added }: Hunk): number {
  return Math.max(removed, added);
}
