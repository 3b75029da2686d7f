// Into which parts a trait's values are taken apart, to hold members against everyone: the most frequent words, or ranges.
import type { Trait, TraitProfile } from "../catalog-rules";
import type { PartRange } from "./answer-contract";

/** How a trait is counted. `edges` part it into ranges, the first and last of which are open; `values` are counted each. */
type Parting =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | { readonly kind: "numbers"; readonly values: readonly number[] }
  | { readonly kind: "edges"; readonly edges: readonly (number | string)[] };

export interface PartedTrait {
  readonly trait: Trait;
  readonly parting: Parting;
}

const MOST_TRAITS = 60;
const MOST_PARTS = 8;
/** A text whose most frequent words are so rare that they tell nothing, such as a name. */
const LEAST_COVERED = 0.1;
/** A range that holds more than that hides what goes on within it; then the deciles part the trait. */
const LOPSIDED = 0.5;

/** Traits that can be held against each other, without personal ones. */
export function partTraits(traits: readonly Trait[]): readonly PartedTrait[] {
  return traits
    .filter(({ isPersonal }) => !isPersonal)
    .flatMap((trait) => {
      const parting = partingOf(trait);
      return parting ? [{ trait, parting }] : [];
    })
    .slice(0, MOST_TRAITS);
}

function partingOf({ type, profile }: Trait): Parting | null {
  if (profile.known === 0) return null;
  switch (type) {
    case "flag":
      return { kind: "values", values: ["yes", "no"] };
    case "text":
    case "tags": {
      const top = profile.top.slice(0, MOST_PARTS);
      const covered = top.reduce((sum, { count }) => sum + count, 0);
      if (top.length === 0 || covered < profile.known * LEAST_COVERED) return null;
      return { kind: "values", values: top.map(({ value }) => value) };
    }
    case "number":
      return partNumber(profile);
    case "date":
    case "time": {
      const edges = innerEdges(profile).map((edge) => String(edge).slice(0, 10));
      return edges.length === 0 ? null : { kind: "edges", edges: [...new Set(edges)] };
    }
  }
}

function partNumber(profile: TraitProfile): Parting | null {
  const single = profile.top.map(({ value }) => Number(value));
  const areAll = single.length > 0 && single.length === profile.distinct;
  if (areAll && single.length <= MOST_PARTS && single.every(Number.isFinite)) {
    return { kind: "numbers", values: single.toSorted((a, b) => a - b) };
  }
  const largest = Math.max(0, ...profile.bins.map(({ count }) => count));
  const inner = innerEdges(profile).map(Number);
  const isLopsided = largest > profile.known * LOPSIDED;
  const edges = isLopsided || inner.length === 0 ? decileEdges(profile) : inner;
  // Of whole numbers, those from 6.8 are those from 7.
  const said = isWholeNumber(profile) ? [...new Set(edges.map(Math.ceil))] : edges;
  return said.length === 0 ? null : { kind: "edges", edges: said };
}

/** Whether all known values seem to be whole. */
export function isWholeNumber({ min, max, deciles }: TraitProfile): boolean {
  return [min, max, ...deciles].every(Number.isInteger);
}

/** The borders between the catalog's ranges; of many ranges every second or third. */
function innerEdges({ bins }: TraitProfile): readonly (number | string)[] {
  const edges = bins.slice(1).map(({ from }) => from);
  const step = Math.ceil((edges.length + 1) / MOST_PARTS);
  return edges.filter((_, place) => (place + 1) % step === 0);
}

/** Every second decile in round figures, and the topmost. */
function decileEdges({ deciles, min }: TraitProfile): readonly number[] {
  const rounded = deciles.filter((_, place) => place % 2 === 1 || place === 8).map(roundFigure);
  return [...new Set(rounded)].filter((edge) => typeof min !== "number" || edge > min).toSorted((a, b) => a - b);
}

/** To two significant digits. */
function roundFigure(value: number): number {
  return Number(value.toPrecision(2));
}

/** The ranges of a parting, in the order in which they are counted. */
export function rangesOf(parting: Parting): readonly PartRange[] {
  if (parting.kind !== "edges") return parting.values.map((value) => ({ is: String(value) }));
  return [null, ...parting.edges].map((from, place) => ({ from, before: parting.edges[place] ?? null }));
}

/** The next smaller number there is: what is below an edge is at most that. */
export function numberBefore(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? -1n : 1n);
  return new Float64Array(bits.buffer)[0] ?? value;
}

const REVENUE = /revenue|turnover|spen[dt]|sales|umsatz|total|sum|lifetime|ltv|clv|amount/i;

/** The trait that says what a customer brings in: a sum of their events' amounts, or a column in a currency that says so. */
export function revenueTrait(traits: readonly Trait[]): Trait | null {
  const amounts = traits.filter(
    ({ type, unit, isPersonal }) => type === "number" && typeof unit === "object" && !isPersonal,
  );
  const isSum = ({ id, label }: Trait) => REVENUE.test(id) || REVENUE.test(label);
  const isWhole = ({ id }: Trait) => !/\d|mean|average|avg|last|first/.test(id);
  return (
    amounts.find((trait) => trait.origin === "computed" && isSum(trait) && isWhole(trait)) ??
    amounts.find((trait) => trait.origin === "column" && isSum(trait) && isWhole(trait)) ??
    null
  );
}
