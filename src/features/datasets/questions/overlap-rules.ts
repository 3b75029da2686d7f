// Figures of what two sets of customers share.
import type { OverlapRegion } from "./answer-contract";

interface PairOverlap {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Of those in either, 0 to 1. */
  readonly jaccard: number;
  /** Of the smaller one, 0 to 1. */
  readonly containment: number;
}

/** The size of a set, or of what several have in common. */
export function sizeOf(regions: readonly OverlapRegion[], ...sets: readonly number[]): number {
  return regions.reduce((sum, { of, customers }) => sum + (sets.every((set) => of.includes(set)) ? customers : 0), 0);
}

export function pairOverlap(regions: readonly OverlapRegion[], a: number, b: number): PairOverlap {
  const [first, second, both] = [sizeOf(regions, a), sizeOf(regions, b), sizeOf(regions, a, b)];
  const either = first + second - both;
  const smaller = Math.min(first, second);
  return {
    ...{ first, second, both },
    jaccard: either === 0 ? 0 : both / either,
    containment: smaller === 0 ? 0 : both / smaller,
  };
}
