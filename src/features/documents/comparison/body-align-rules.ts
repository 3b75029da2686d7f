// Which of the blocks of an older text are which of a newer one: equal ones, edited ones, and ones that were moved.
import { MOVABLE_WORDS, movedPairs } from "./body-move-rules";
import { type AlignedBlock, heaviestRun, type Pair, type Weighed, weightOf } from "./body-run-rules";

export interface Alignment {
  /** In order on both sides. */
  readonly pairs: readonly Pair[];
  /** Those that crossed the others. */
  readonly moved: readonly Pair[];
}

/** What remains of the work that a comparison may take, in steps of about 5 ns. */
export class Allowance {
  isSpent = false;

  constructor(private left: number) {}

  /** False once there is nothing left. */
  spend(steps: number): boolean {
    this.left -= steps;
    if (this.left < 0) this.isSpent = true;
    return !this.isSpent;
  }
}

/** The share of words that two blocks of one kind have in common, from which on they are the same one, edited. */
const KIN = 0.4;
/** As much for blocks of two kinds, such as a paragraph that became a heading. */
const NEAR_KIN = 0.6;
/** The share of the shorter one's words that the longer one has if one became the other by going on or by cutting. */
const GROWN = 0.8;
/** Words that fewer blocks than this have tell which blocks may be the same. */
const RARE = 4;
/** Pairs that are looked at where no word tells. */
const MOST_PAIRS = 20_000;

/** Linear in the blocks but for short stretches in which nothing is equal; bounded by the allowance. */
export function alignBlocks(
  old: readonly AlignedBlock[],
  now: readonly AlignedBlock[],
  allowance: Allowance,
): Alignment {
  const score = newScore(old, now, allowance);
  const [start, end] = commonEnds(old, now, { old: 0, now: 0 }, { old: old.length, now: now.length });
  const inner = { start: { old: start, now: start }, end: { old: old.length - end, now: now.length - end } };
  const kin = kinPairs(old, now, inner, score);
  const anchors = heaviestRun([...equalPairs(old, now, inner), ...kin]);
  const pairs: Pair[] = Array.from({ length: start }, (_, index) => [index, index]);
  let from = inner.start;
  for (const [oldAt, nowAt] of [...anchors, [inner.end.old, inner.end.now] as const]) {
    pairs.push(...gapPairs(old, now, from, { old: oldAt, now: nowAt }, score));
    if (oldAt < inner.end.old && nowAt < inner.end.now) pairs.push([oldAt, nowAt]);
    from = { old: oldAt + 1, now: nowAt + 1 };
  }
  for (let index = end; index > 0; index -= 1) pairs.push([old.length - index, now.length - index]);
  return { pairs, moved: movedPairs(old, now, pairs, kin) };
}

interface Place {
  readonly old: number;
  readonly now: number;
}
interface Stretch {
  readonly start: Place;
  readonly end: Place;
}
/** How many blocks are equal at the beginning of a stretch, and at its end. */
function commonEnds(
  old: readonly AlignedBlock[],
  now: readonly AlignedBlock[],
  from: Place,
  to: Place,
): readonly [number, number] {
  const most = Math.min(to.old - from.old, to.now - from.now);
  let start = 0;
  while (start < most && old[from.old + start]?.print === now[from.now + start]?.print) start += 1;
  let end = 0;
  while (end < most - start && old[to.old - 1 - end]?.print === now[to.now - 1 - end]?.print) end += 1;
  return [start, end];
}

/** From 0 for nothing in common to 1 for all words, if it suffices for them to be one block; else 0. */
function newScore(old: readonly AlignedBlock[], now: readonly AlignedBlock[], allowance: Allowance) {
  return (oldAt: number, nowAt: number): number => {
    const [one, two] = [old[oldAt], now[nowAt]];
    if (!one || !two || one.family !== two.family) return 0;
    if (one.print === two.print) return 1;
    const isAlike = one.type === two.type;
    const all = one.words.length + two.words.length;
    // Pictures and empty paragraphs are told apart by nothing but where they stand.
    if (all === 0) return isAlike ? KIN : 0;
    if (!allowance.spend(all)) return 0;
    const shared = sharedCount(one.words, two.words);
    const least = Math.min(one.words.length, two.words.length);
    // One that somebody went on writing, or cut short, has few words in common with what it was, but all of the shorter.
    const isGrown = isAlike && least >= MOVABLE_WORDS && shared >= GROWN * least;
    const share = Math.max((2 * shared) / all, isGrown ? (KIN + NEAR_KIN) / 2 : 0);
    return share >= (isAlike ? KIN : NEAR_KIN) ? share * 0.99 : 0;
  };
}
type Score = ReturnType<typeof newScore>;

function sharedCount(one: readonly number[], two: readonly number[]): number {
  let shared = 0;
  let at = 0;
  for (const word of one) {
    while (at < two.length && (two[at] ?? 0) < word) at += 1;
    if (two[at] !== word) continue;
    shared += 1;
    at += 1;
  }
  return shared;
}

/** Equal blocks, the first with the first, the second with the second. */
function equalPairs(
  old: readonly AlignedBlock[],
  now: readonly AlignedBlock[],
  { start, end }: Stretch,
): readonly Weighed[] {
  const places = new Map<number, number[]>();
  for (let at = start.old; at < end.old; at += 1) {
    const print = old[at]?.print ?? 0;
    const list = places.get(print);
    if (list) list.push(at);
    else places.set(print, [at]);
  }
  const used = new Map<number, number>();
  const found: Weighed[] = [];
  for (let at = start.now; at < end.now; at += 1) {
    const block = now[at];
    if (!block) continue;
    const nth = used.get(block.print) ?? 0;
    const from = places.get(block.print)?.[nth];
    if (from === undefined) continue;
    used.set(block.print, nth + 1);
    found.push({ pair: [from, at], weight: weightOf(block) });
  }
  return found;
}

/** Edited blocks that rare words tell. */
function kinPairs(
  old: readonly AlignedBlock[],
  now: readonly AlignedBlock[],
  { start, end }: Stretch,
  score: Score,
): readonly Weighed[] {
  const prints = (blocks: readonly AlignedBlock[], from: number, to: number) =>
    new Set(blocks.slice(from, to).map(({ print }) => print));
  const oldPlaces = rarePlaces(old, start.old, end.old, prints(now, start.now, end.now));
  const nowPlaces = rarePlaces(now, start.now, end.now, prints(old, start.old, end.old));
  const votes = new Map<number, Map<number, number>>();
  for (const [word, places] of nowPlaces) {
    for (const nowAt of places) {
      for (const oldAt of oldPlaces.get(word) ?? []) {
        const counts = votes.get(nowAt) ?? new Map<number, number>();
        if (counts.size === 0) votes.set(nowAt, counts);
        counts.set(oldAt, (counts.get(oldAt) ?? 0) + 1);
      }
    }
  }
  return [...votes].flatMap(([nowAt, counts]) =>
    [...counts]
      .sort((one, two) => two[1] - one[1])
      .slice(0, 3)
      .flatMap(([oldAt]): Weighed[] => {
        const found = score(oldAt, nowAt);
        const block = now[nowAt];
        return found > 0 && block ? [{ pair: [oldAt, nowAt], weight: found * weightOf(block) }] : [];
      }),
  );
}

/** Where each rare word stands, in blocks that the other side has no equal of. */
function rarePlaces(
  blocks: readonly AlignedBlock[],
  from: number,
  to: number,
  others: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let at = from; at < to; at += 1) {
    const block = blocks[at];
    if (!block || others.has(block.print)) continue;
    let last = -1;
    for (const word of block.words) {
      if (word === last) continue;
      last = word;
      const list = places.get(word);
      if (!list) places.set(word, [at]);
      else if (list.length <= RARE) list.push(at);
    }
  }
  for (const [word, list] of places) if (list.length > RARE) places.delete(word);
  return places;
}

/** Between two pairs that are sure: equal ends, then the best of those that are near each other. */
function gapPairs(
  old: readonly AlignedBlock[],
  now: readonly AlignedBlock[],
  from: Place,
  to: Place,
  score: Score,
): readonly Pair[] {
  const [start, end] = commonEnds(old, now, from, to);
  const [olds, nows] = [to.old - from.old - start - end, to.now - from.now - start - end];
  const found: Pair[] = Array.from({ length: start }, (_, step) => [from.old + step, from.now + step]);
  if (olds > 0 && nows > 0) {
    const width = Math.max(1, Math.floor(MOST_PAIRS / olds / 2));
    const near: Weighed[] = [];
    for (let step = 0; step < olds; step += 1) {
      const middle = Math.round((step * nows) / olds);
      for (let other = Math.max(0, middle - width); other < Math.min(nows, middle + width + 1); other += 1) {
        const pair: Pair = [from.old + start + step, from.now + start + other];
        const weight = score(...pair);
        const block = now[pair[1]];
        if (weight > 0 && block) near.push({ pair, weight: weight * weightOf(block) });
      }
    }
    found.push(...heaviestRun(near));
  }
  for (let step = end; step > 0; step -= 1) found.push([to.old - step, to.now - step]);
  return found;
}
