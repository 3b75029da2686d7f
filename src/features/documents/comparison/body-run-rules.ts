// The most that can be matched between two lists without crossing.

/** A block as far as it matters here. */
export interface AlignedBlock {
  /** The same number for the same content. */
  readonly print: number;
  /** Its words as numbers, sorted; the same number for the same word. */
  readonly words: readonly number[];
  readonly type: string;
  /** Blocks of different families never stand for each other. */
  readonly family: string;
}

/** Places in the older and the newer list. */
export type Pair = readonly [old: number, now: number];

/** A pair with how much speaks for it. */
export interface Weighed {
  readonly pair: Pair;
  readonly weight: number;
}

/** The pairs that keep their order on both sides and weigh the most together. */
export function heaviestRun(pairs: readonly Weighed[]): readonly Pair[] {
  const sorted = pairs.toSorted(({ pair: one }, { pair: two }) => one[0] - two[0] || two[1] - one[1]);
  const size = sorted.reduce((most, { pair }) => Math.max(most, pair[1] + 1), 0);
  // For each place of the newer side the heaviest run that ends before it, as a Fenwick tree.
  const best = new Int32Array(size + 1).fill(-1);
  const sums = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);
  const sumOf = (index: number) => (index < 0 ? 0 : (sums[index] ?? 0));
  let heaviest = -1;
  sorted.forEach(({ pair, weight }, index) => {
    let before = -1;
    for (let at = pair[1]; at > 0; at -= at & -at) {
      const run = best[at] ?? -1;
      if (sumOf(run) > sumOf(before)) before = run;
    }
    previous[index] = before;
    sums[index] = sumOf(before) + weight;
    for (let at = pair[1] + 1; at <= size; at += at & -at) {
      if (sumOf(best[at] ?? -1) < sumOf(index)) best[at] = index;
    }
    if (sumOf(heaviest) < sumOf(index)) heaviest = index;
  });
  const run: Pair[] = [];
  for (let index = heaviest; index >= 0; index = previous[index] ?? -1) {
    const found = sorted[index];
    if (found) run.push(found.pair);
  }
  return run.reverse();
}

/** What a block counts for: longer ones more, up to a point. */
export function weightOf({ words }: AlignedBlock): number {
  return 1 + Math.min(words.length, 50);
}
