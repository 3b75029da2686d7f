// Looks for groups of every number from 2 to 10, and says how clear and how stable they are.
import { kmeans } from "ml-kmeans";

const FEWEST_GROUPS = 2;
const MOST_GROUPS = 10;
const SEEDS = [1, 2, 3, 4, 5];
const MOST_ITERATIONS = 60;
/** Below it there is nothing that one would call groups. */
const LEAST_CLEARNESS = 0.25;
const LEAST_STABILITY = 0.8;
const LEAST_SHARE = 0.03;
const LEAST_PEOPLE = 50;

export interface Candidate {
  readonly many: number;
  /** Simplified silhouette, mean of (b − a) / max(a, b) over distances to the own and the next centre: −1 to 1. */
  readonly clearness: number;
  /** Mean adjusted Rand index of the best attempt and the others: 1 when all five found the same groups. */
  readonly stability: number;
  readonly smallest: number;
  /** Every group is large enough, and all attempts agree. */
  readonly isSound: boolean;
}

export interface Grouping extends Candidate {
  /** Group by row, the largest being 0. */
  readonly labels: Uint8Array;
  readonly centres: readonly (readonly number[])[];
}

/** Every number of groups, each with its clearest attempt. The same points give the same answer. */
export function compareGroupings(
  points: number[][],
  onProgress: (done: number, of: number) => void,
): readonly Grouping[] {
  const most = Math.min(MOST_GROUPS, differentPoints(points));
  const numbers = Array.from({ length: Math.max(0, most - FEWEST_GROUPS + 1) }, (_, at) => at + FEWEST_GROUPS);
  const all = numbers.length * SEEDS.length;
  let done = 0;
  return numbers.map((many) => {
    const attempts = SEEDS.map((seed) => {
      const { centroids } = kmeans(points, many, { seed, maxIterations: MOST_ITERATIONS, tolerance: 1e-4 });
      done += 1;
      onProgress(done, all);
      return assign(points, centroids);
    });
    const best = attempts.reduce((one, other) => (other.clearness > one.clearness ? other : one));
    const others = attempts.filter((attempt) => attempt !== best);
    const stability = others.reduce((sum, other) => sum + adjustedRand(best.labels, other.labels), 0) / others.length;
    const smallest = best.sizes.at(-1) ?? 0;
    const isSound = stability >= LEAST_STABILITY && smallest >= LEAST_PEOPLE && smallest >= LEAST_SHARE * points.length;
    return {
      many,
      clearness: best.clearness,
      stability,
      smallest,
      isSound,
      labels: best.labels,
      centres: best.centres,
    };
  });
}

/** How many different ones there are, as far as it matters. */
function differentPoints(points: readonly (readonly number[])[]): number {
  const seen = new Set<string>();
  for (const point of points) {
    seen.add(point.join(" "));
    if (seen.size === MOST_GROUPS) break;
  }
  return seen.size;
}

/** The clearest sound number of groups; null where none is clear. */
export function bestOf(candidates: readonly Candidate[]): number | null {
  const clear = candidates.filter(({ isSound, clearness }) => isSound && clearness >= LEAST_CLEARNESS);
  const [best] = clear.toSorted((a, b) => b.clearness - a.clearness);
  return best?.many ?? null;
}

interface Attempt {
  readonly clearness: number;
  readonly labels: Uint8Array;
  /** Largest first, as the labels count. */
  readonly sizes: readonly number[];
  readonly centres: readonly (readonly number[])[];
}

function assign(points: readonly number[][], centres: readonly number[][]): Attempt {
  const labels = new Uint8Array(points.length);
  const sizes = centres.map(() => 0);
  let sum = 0;
  points.forEach((point, row) => {
    let [nearest, own, next] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let at = 0; at < centres.length; at += 1) {
      const distance = squaredDistance(point, centres[at] ?? []);
      if (distance < own) [nearest, own, next] = [at, distance, own];
      else if (distance < next) next = distance;
    }
    labels[row] = nearest;
    sizes[nearest] = (sizes[nearest] ?? 0) + 1;
    sum += next > 0 ? 1 - Math.sqrt(own / next) : 0;
  });
  const order = sizes.map((_, at) => at).toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const place = new Map(order.map((at, rank) => [at, rank]));
  return {
    clearness: sum / points.length,
    labels: labels.map((label) => place.get(label) ?? 0),
    sizes: order.map((at) => sizes[at] ?? 0),
    centres: order.map((at) => centres[at] ?? []),
  };
}

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

/** How far two ways of sorting agree beyond chance (Hubert and Arabie 1985): 1 is the same, 0 what chance gives. */
export function adjustedRand(a: Uint8Array, b: Uint8Array): number {
  const together = new Map<number, number>();
  const [ofA, ofB] = [new Map<number, number>(), new Map<number, number>()];
  const count = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1);
  a.forEach((label, row) => {
    const other = b[row] ?? 0;
    count(together, label * 256 + other);
    count(ofA, label);
    count(ofB, other);
  });
  const pairs = (map: Map<number, number>) => [...map.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const [both, inA, inB] = [pairs(together), pairs(ofA), pairs(ofB)];
  const expected = (inA * inB) / ((a.length * (a.length - 1)) / 2);
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}
