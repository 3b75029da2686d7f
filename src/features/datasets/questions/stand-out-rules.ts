// What sets members apart from everyone: parts that are more or less frequent among them than chance explains.
import { probit } from "simple-statistics";
import type { Composition, TraitComposition, TraitPart } from "./answer-contract";

export interface StandOut {
  readonly trait: TraitComposition;
  readonly part: TraitPart;
  /** Among members of whom the trait is known, and among everyone of whom it is; 0 to 1. */
  readonly share: number;
  readonly base: number;
  /** How many times as frequent. */
  readonly lift: number;
  readonly z: number;
}

interface StandOuts {
  /** So few that nothing can be told of them. */
  readonly isTooFew: boolean;
  /** More frequent ones first, then rarer ones, each by how much they tell; at most one of a trait. */
  readonly list: readonly StandOut[];
}

export const LEAST_MEMBERS = 100;
const LEAST_Z = 3;
const LEAST_DIFFERENCE = 0.05;
const MOST_OVER = 4;
const MOST_UNDER = 2;

/**
 * Parts with at least 100 members who are known, |z| ≥ 3 and a difference of at least 5 points (YouGov's and Resonate's
 * bars, research 5.3.6), ranked by share × ln(lift). As hundreds of parts are looked at, z must also be what chance reaches
 * in one of a hundred such tables only (Bonferroni), and takes the larger of both standard errors, since few cases of something
 * rare are not normally distributed. Traits in `known` say nothing new: the rule itself is about them.
 */
export function standOuts(composition: Composition, known: ReadonlySet<string> = new Set()): StandOuts {
  const traits = composition.traits.filter(({ trait }) => !known.has(trait));
  if (composition.members < LEAST_MEMBERS) return { isTooFew: true, list: [] };
  const looked = traits.reduce((sum, { parts }) => sum + parts.length, 0);
  const leastZ = Math.max(LEAST_Z, looked === 0 ? 0 : probit(1 - 0.01 / (2 * looked)));
  const found = traits
    .flatMap((trait) => trait.parts.map((part) => compare(trait, part)))
    .filter(
      ({ trait, share, base, z }) =>
        trait.members >= LEAST_MEMBERS && Math.abs(z) >= leastZ && Math.abs(share - base) >= LEAST_DIFFERENCE,
    );
  const over = found.filter(({ lift }) => lift > 1).toSorted((a, b) => weight(b) - weight(a));
  const under = found.filter(({ lift }) => lift < 1).toSorted((a, b) => weight(b) - weight(a));
  const most = onePerTrait(over).slice(0, MOST_OVER);
  const taken = new Set(most.map(({ trait }) => trait.trait));
  const least = onePerTrait(under.filter(({ trait }) => !taken.has(trait.trait))).slice(0, MOST_UNDER);
  return { isTooFew: false, list: [...most.toSorted(byShare), ...least.toSorted(byShare)] };
}

function compare(trait: TraitComposition, part: TraitPart): StandOut {
  const share = ratio(part.members, trait.members);
  const base = ratio(part.everyone, trait.everyone);
  const variance = Math.max(base * (1 - base), share * (1 - share));
  const z = variance === 0 ? 0 : (share - base) / Math.sqrt(variance / trait.members);
  return { trait, part, share, base, lift: base === 0 ? 1 : share / base, z };
}

/** How far the members' parts of a trait are from everyone's: half of the sum of all differences, 0 to 1. */
export function differenceOf({ members, everyone, parts }: TraitComposition): number {
  return (
    parts.reduce((sum, part) => sum + Math.abs(ratio(part.members, members) - ratio(part.everyone, everyone)), 0) / 2
  );
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** A missing part weighs by how frequent it is elsewhere. */
function weight({ share, base, lift }: StandOut): number {
  return lift > 1 ? share * Math.log(lift) : base * Math.log(1 / Math.max(lift, 0.01));
}

function onePerTrait(list: readonly StandOut[]): readonly StandOut[] {
  return list.filter((one, place) => list.findIndex(({ trait }) => trait === one.trait) === place);
}

function byShare(a: StandOut, b: StandOut): number {
  return b.share - a.share;
}
