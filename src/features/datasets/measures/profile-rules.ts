// How the members of a group are made up: for each trait, how many of them lie in each of its bins. The bins are chosen
// once, when a version is published, so that later pictures can be held against the first one.
import type { Trait, TraitType } from "../catalog-rules";

/**
 * Edges are upper ends that belong to their bins; one bin more lies above the last. `days` counts days before the
 * snapshot's day, so that "three months ago" means the same in every snapshot. After the values comes one for all others.
 */
export type TraitBins =
  | { readonly kind: "numbers" | "days"; readonly edges: readonly number[] }
  | { readonly kind: "values"; readonly values: readonly string[] };

/** A trait as it was when its bins were chosen. */
export interface BinnedTrait {
  readonly id: string;
  readonly label: string;
  readonly type: TraitType;
  readonly group: Trait["group"];
  readonly unit: Trait["unit"];
  readonly bins: TraitBins;
}

/** Values below which so many percent of those known lie; of numbers. */
export interface TypicalValues {
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
}

/** Counts by bin, the last one being those of whom nothing is known. */
export interface TraitPicture extends BinnedTrait {
  readonly members: readonly number[];
  /** Of everybody in the same snapshot; null until it was counted. */
  readonly base: readonly number[] | null;
  readonly typical: TypicalValues | null;
}

export interface MemberProfile {
  readonly traits: readonly TraitPicture[];
}

/** Values that have a bin of their own. */
export const MOST_VALUES = 20;
/** Fewer than so many of somebody's values are no bin: chance alone moves them. */
export const LEAST_IN_BIN = 5;
/** Traits that a profile holds; more are left out, those that are known of fewer customers first. */
const MOST_TRAITS = 40;

/** Traits worth a picture: nothing personal, no lists, and nothing that tells everybody apart, such as an id. */
export function picturedTraits(traits: readonly Trait[], customers: number): readonly Trait[] {
  const isTelling = ({ type, isPersonal, profile }: Trait) =>
    !isPersonal && type !== "tags" && !(type === "text" && profile.distinct > 200 && profile.distinct > customers / 4);
  const telling = traits.filter(isTelling);
  if (telling.length <= MOST_TRAITS) return telling;
  const kept = new Set(telling.toSorted((one, other) => other.profile.known - one.profile.known).slice(0, MOST_TRAITS));
  return telling.filter((trait) => kept.has(trait));
}

/** Rising edges without repetition: of few different numbers each is a bin. */
export function edgesOf(values: readonly (number | null)[]): readonly number[] {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  return [...new Set(known)].sort((one, other) => one - other);
}

const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** A number as the trait is read: with its currency, or as a percentage. */
export function traitNumber(value: number, unit: Trait["unit"]): string {
  if (unit === "share") return percent(value);
  if (unit === "plain") return NUMBER.format(value);
  try {
    const digits = { minimumFractionDigits: 0, maximumFractionDigits: 2 };
    return new Intl.NumberFormat("en", { style: "currency", currency: unit.currency, ...digits }).format(value);
  } catch {
    return `${NUMBER.format(value)} ${unit.currency}`;
  }
}

/** "44%", and "0.4%" below one. */
export function percent(share: number): string {
  const points = share * 100;
  const digits = points > 0 && points < 1 ? 1 : 0;
  return `${points.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })}%`;
}

/** Each bin in words, in the order of the counts. */
export function binLabels({ bins, unit }: Pick<BinnedTrait, "bins" | "unit">): readonly string[] {
  if (bins.kind === "values") return [...bins.values, "Others", "Unknown"];
  const { edges } = bins;
  const say = (edge: number) => (bins.kind === "days" ? NUMBER.format(edge) : traitNumber(edge, unit));
  const areWhole = edges.every((edge) => Number.isInteger(edge));
  const ranges = edges.map((edge, place) => {
    const before = edges[place - 1];
    if (before === undefined) return `up to ${say(edge)}`;
    if (areWhole) return before + 1 === edge ? say(edge) : `${say(before + 1)}–${say(edge)}`;
    return `${say(before)}–${say(edge)}`;
  });
  const last = edges.at(-1);
  const labels = [...ranges, last === undefined ? "Known" : `over ${say(last)}`];
  return [...(bins.kind === "days" ? labels.map((label) => `${label} days ago`) : labels), "Unknown"];
}

export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What sets members apart in one trait: the bin with the clearest difference, and how it is said. */
export interface Telling {
  readonly trait: TraitPicture;
  readonly bin: number;
  readonly words: string;
  /** From 0 to 1, of members and of everybody. */
  readonly share: number;
  readonly baseShare: number;
}

/** Points by which a share must differ from everybody's to be told. */
const TOLD_POINTS = 0.05;

/**
 * What members are more often than everybody, the clearest first, one bin of a trait. Told are differences that chance
 * doesn't make: at least three standard errors and five points.
 */
export function tellingBins({ traits }: MemberProfile): readonly Telling[] {
  return traits
    .flatMap((trait): readonly Telling[] => {
      const { members, base, label } = trait;
      const [n, m] = [sumOf(members), base ? sumOf(base) : 0];
      if (!base || n < 30 || m === 0) return [];
      const labels = binLabels(trait);
      const found = members.flatMap((count, bin): readonly Telling[] => {
        const isValue = trait.bins.kind !== "values" || bin < trait.bins.values.length;
        if (!isValue || bin === members.length - 1) return [];
        const share = count / n;
        const baseShare = (base[bin] ?? 0) / m;
        const error = Math.sqrt((baseShare * (1 - baseShare)) / n);
        if (share - baseShare < Math.max(TOLD_POINTS, 3 * error)) return [];
        return [{ trait, bin, words: `${label}: ${labels[bin]}`, share, baseShare }];
      });
      return found.toSorted((one, other) => strength(other) - strength(one)).slice(0, 1);
    })
    .toSorted((one, other) => strength(other) - strength(one));
}

/** Often and much more often than others. */
function strength({ share, baseShare }: Telling): number {
  return share * Math.log(share / Math.max(baseShare, 0.001));
}
