import { quantileSorted } from "simple-statistics";

/**
 * Up to so many borders between values, spread as the values are, and rounded so that one can say them: each parts some
 * values from others. `isWhole` where only whole numbers make sense.
 */
export function plainEdges(values: Float64Array, most: number, isWhole: boolean): readonly number[] {
  const sorted = Array.from(values.filter((value) => !Number.isNaN(value)).toSorted());
  const [least = 0, largest = 0] = [sorted[0], sorted.at(-1)];
  if (sorted.length === 0 || least === largest) return [];
  const different = [...new Set(sorted)];
  if (different.length <= most + 1) return different.slice(1);
  const range = quantileSorted(sorted, 0.9) - quantileSorted(sorted, 0.1) || largest - least;
  const step = roundStep(range / 40, isWhole || sorted.every(Number.isInteger));
  const edges = Array.from({ length: most }, (_, at) => quantileSorted(sorted, (at + 1) / (most + 1)))
    // The next step above parts equal values from larger ones.
    .map((value) => Number((Math.ceil(value / step) * step).toPrecision(12)))
    .filter((edge) => edge > least && edge <= largest);
  return [...new Set(edges)].toSorted((a, b) => a - b);
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(rough: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5].map((times) => times * power).find((one) => one >= rough) ?? 10 * power;
  return isWhole ? Math.max(1, step) : step;
}

/** In which of the ranges between the edges a value lies: how many edges it has reached. */
export function rangeOf(value: number, edges: readonly number[]): number {
  let at = 0;
  while (at < edges.length && value >= (edges[at] ?? 0)) at += 1;
  return at;
}
