// From traits to points whose distances mean something: numbers on one scale, words as far from each other as k-prototypes
// would have them (Huang 1997: a mismatch costs γ, here half of the numbers' spread, which is 1).
import { median, quantileSorted, sampleSkewness, standardDeviation } from "simple-statistics";
import type { FeatureColumn } from "./feature-column";

/** What a mismatch of words costs in squared distance. */
const GAMMA = 0.5;
/** Two such squared make up the cost. */
export const WORD_WEIGHT = Math.sqrt(GAMMA / 2);
/** Unknown or not is one coordinate. */
export const UNKNOWN_WEIGHT = Math.sqrt(GAMMA);

export interface NumberScale {
  readonly kind: "number";
  /** ln(1 + x) is taken first: the values are long-tailed. */
  readonly isLog: boolean;
  /** On the scale after that: what stands for unknown, and between what values are kept. */
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly spread: number;
  /** One more coordinate says whether it is unknown. */
  readonly hasUnknown: boolean;
}

export interface WordScale {
  readonly kind: "words";
  /** One coordinate for each word, then one for all others, then one for unknown. */
  readonly words: number;
}

/** By column; null for one that says the same of everybody. */
export type Encoding = readonly (NumberScale | WordScale | null)[];

export function encodingOf(columns: readonly FeatureColumn[]): Encoding {
  return columns.map((column) =>
    "values" in column ? numberScale(column.values) : { kind: "words", words: column.words.length },
  );
}

function numberScale(values: Float64Array): NumberScale | null {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 3) return null;
  const raw = Array.from(known);
  const isLog = known.every((value) => value >= 0) && standardDeviation(raw) > 0 && sampleSkewness(raw) > 1;
  const scaled = (isLog ? known.map(Math.log1p) : known).toSorted();
  const sorted = Array.from(scaled);
  const low = quantileSorted(sorted, 0.01);
  const high = quantileSorted(sorted, 0.99);
  const kept = sorted.map((value) => Math.min(high, Math.max(low, value)));
  const spread = standardDeviation(kept);
  if (!(spread > 1e-9)) return null;
  const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
  return {
    kind: "number",
    isLog,
    middle: median(kept),
    low,
    high,
    mean,
    spread,
    hasUnknown: known.length < values.length,
  };
}

/** Points in the order of the rows. */
export function encode(columns: readonly FeatureColumn[], encoding: Encoding, rows: number): number[][] {
  const points: number[][] = Array.from({ length: rows }, () => []);
  columns.forEach((column, at) => {
    const scale = encoding[at];
    if (!scale) return;
    points.forEach((point, row) => {
      if (scale.kind === "number")
        pushNumber(point, scale, "values" in column ? (column.values[row] ?? Number.NaN) : 0);
      else pushWord(point, scale, "codes" in column ? (column.codes[row] ?? -1) : -1);
    });
  });
  return points;
}

function pushNumber(point: number[], scale: NumberScale, value: number): void {
  const isUnknown = Number.isNaN(value);
  const scaled = isUnknown ? scale.middle : scale.isLog ? Math.log1p(value) : value;
  point.push((Math.min(scale.high, Math.max(scale.low, scaled)) - scale.mean) / scale.spread);
  if (scale.hasUnknown) point.push(isUnknown ? UNKNOWN_WEIGHT : 0);
}

function pushWord(point: number[], { words }: WordScale, code: number): void {
  const place = code < 0 ? words + 1 : code;
  for (let at = 0; at < words + 2; at += 1) point.push(at === place ? WORD_WEIGHT : 0);
}
