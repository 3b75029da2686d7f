// Blocks that were moved: what order can't match is looked for elsewhere.
import { type AlignedBlock, type Pair, type Weighed, weightOf } from "./body-run-rules";

/** The share of words that two blocks have in common if one was moved and edited. */
const MOVED_KIN = 0.7;
/** A block of fewer words is nothing that one moves. */
export const MOVABLE_WORDS = 4;

/** Of what is left: blocks that stand elsewhere as they were, or nearly so. */
export function movedPairs(
  old: readonly AlignedBlock[],
  now: readonly AlignedBlock[],
  pairs: readonly Pair[],
  kin: readonly Weighed[],
): readonly Pair[] {
  const [oldUsed, nowUsed] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, at]) => at))];
  const isFree = ([oldAt, nowAt]: Pair) => !oldUsed.has(oldAt) && !nowUsed.has(nowAt);
  const moved: Pair[] = [];
  const take = (pair: Pair) => {
    oldUsed.add(pair[0]);
    nowUsed.add(pair[1]);
    moved.push(pair);
  };
  const free = new Map<number, number[]>();
  old.forEach((block, at) => {
    if (oldUsed.has(at) || !isMovable(block)) return;
    const list = free.get(block.print);
    if (list) list.push(at);
    else free.set(block.print, [at]);
  });
  now.forEach(({ print }, at) => {
    const from = nowUsed.has(at) ? undefined : free.get(print)?.shift();
    if (from !== undefined) take([from, at]);
  });
  for (const { pair, weight } of kin.toSorted((one, two) => two.weight - one.weight)) {
    const block = now[pair[1]];
    if (block && isMovable(block) && weight / weightOf(block) >= MOVED_KIN && isFree(pair)) take(pair);
  }
  return moved;
}

function isMovable({ words, family }: AlignedBlock): boolean {
  return words.length >= MOVABLE_WORDS || family === "image" || family === "table";
}
