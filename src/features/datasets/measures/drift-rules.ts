// Whether a group is still the one that was published. A population stability index alone cries wolf with few people, so
// an alarm needs a large index and one that chance doesn't explain (research, section 5.4).
import { probit } from "simple-statistics";
import { type BinnedTrait, binLabels, type MemberProfile, percent, sumOf, type TraitPicture } from "./profile-rules";

/** Members below which nothing is said about a trait. */
export const LEAST_MEMBERS = 200;
const MODERATE = 0.1;
const MAJOR = 0.25;
/** How often an unchanged group may be called drifting, over all its traits. */
const FALSE_ALARMS = 0.01;
/** Standard errors, and relative change of the share, from which a group's size is said to have changed. */
const SIZE_ERRORS = 3;
const SIZE_CHANGE = 0.2;

export interface TraitDrift {
  readonly id: string;
  readonly label: string;
  /** `gone` is a trait that the data don't have any more. */
  readonly state: "stable" | "moderate" | "major" | "too-small" | "gone";
  readonly psi: number;
  /** What chance alone reaches once in a hundred times, over all traits. */
  readonly chance: number;
  /** How large the difference is, from 0 to 1: Cramér's V of values, Kolmogorov and Smirnov's D of what has an order. */
  readonly effect: { readonly name: "V" | "D"; readonly value: number } | null;
  /** What moved, as a sentence; "" where nothing did. */
  readonly sentence: string;
}

export interface Sized {
  readonly count: number;
  readonly base: number;
}

export interface SizeDrift {
  readonly before: Sized;
  readonly now: Sized;
  /** Standard errors by which the share of everybody differs; null where there was nobody. */
  readonly z: number | null;
  readonly isChanged: boolean;
  readonly sentence: string;
}

export interface Drift {
  readonly state: "stable" | "drifting" | "too-small";
  /** Those that moved most first. */
  readonly traits: readonly TraitDrift[];
  readonly size: SizeDrift;
  /** What everybody should know; "" where nothing moved. */
  readonly sentence: string;
}

/** Holds a picture against the first one; its traits have the same bins. */
export function driftOf(
  before: Sized & { readonly profile: MemberProfile },
  now: Sized & { readonly profile: MemberProfile },
): Drift {
  const current = new Map(now.profile.traits.map((trait) => [trait.id, trait]));
  // A day that stays what it was moves away by itself: what has changed about days, rules and computed traits tell.
  const held = before.profile.traits.filter(({ bins }) => bins.kind !== "days");
  const many = held.length;
  const traits = held
    .map((trait) => traitDrift(trait, current.get(trait.id), many))
    .toSorted((one, other) => rank(other) - rank(one) || other.psi - one.psi);
  const size = sizeDrift(before, now);
  const moved = traits.filter(isAlarm);
  const state =
    moved.length > 0
      ? "drifting"
      : before.count < LEAST_MEMBERS || now.count < LEAST_MEMBERS
        ? "too-small"
        : size.isChanged
          ? "drifting"
          : "stable";
  const sentences = [...moved.slice(0, 2).map(({ sentence }) => sentence), ...(size.isChanged ? [size.sentence] : [])];
  return { state, traits, size, sentence: state === "drifting" ? sentences.join(" ") : "" };
}

export function isAlarm({ state }: Pick<TraitDrift, "state">): boolean {
  return state === "moderate" || state === "major";
}

const rank = ({ state }: TraitDrift) => ({ major: 3, moderate: 2, stable: 1, "too-small": 0, gone: 0 })[state];

/** `many` is how many traits are looked at together: each may raise a false alarm so many times more seldom. */
export function traitDrift(before: TraitPicture, now: TraitPicture | undefined, many: number): TraitDrift {
  const { id, label } = before;
  if (!now || now.members.length !== before.members.length) {
    const sentence = `“${label}” isn’t in the data any more.`;
    return { id, label, state: "gone", psi: 0, chance: 0, effect: null, sentence };
  }
  const pairs = before.members
    .map((count, bin) => ({ bin, before: count, now: now.members[bin] ?? 0 }))
    .filter((pair) => pair.before + pair.now > 0);
  const [n, m] = [sumOf(before.members), sumOf(now.members)];
  const psi = stabilityIndex(
    pairs.map((pair) => pair.before),
    pairs.map((pair) => pair.now),
  );
  const chance = pairs.length < 2 ? 0 : (1 / n + 1 / m) * chiSquared(1 - FALSE_ALARMS / many, pairs.length - 1);
  const isLarge = psi >= MODERATE && psi > chance;
  const state =
    n < LEAST_MEMBERS || m < LEAST_MEMBERS ? "too-small" : !isLarge ? "stable" : psi > MAJOR ? "major" : "moderate";
  const effect =
    n === 0 || m === 0
      ? null
      : before.bins.kind === "values"
        ? { name: "V" as const, value: cramersV(pairs, n, m) }
        : { name: "D" as const, value: largestGap(before.members, now.members) };
  const sentence = isAlarm({ state }) ? movedSentence(before, now, psi) : "";
  return { id, label, state, psi, chance, effect, sentence };
}

/**
 * Population stability index of two counts by the same bins, smoothed: half a person more in each bin, so that an empty
 * one isn't infinitely far away.
 */
export function stabilityIndex(before: readonly number[], now: readonly number[]): number {
  const many = before.length;
  const [n, m] = [sumOf(before), sumOf(now)];
  if (many < 2 || n === 0 || m === 0) return 0;
  return before.reduce((sum, count, bin) => {
    const p = (count + 0.5) / (n + 0.5 * many);
    const q = ((now[bin] ?? 0) + 0.5) / (m + 0.5 * many);
    return sum + (q - p) * Math.log(q / p);
  }, 0);
}

/** Quantile of the χ² distribution, as Wilson and Hilferty approximate it: within 2 % where it matters here. */
export function chiSquared(probability: number, degrees: number): number {
  const part = 2 / (9 * degrees);
  return degrees * (1 - part + probit(probability) * Math.sqrt(part)) ** 3;
}

function cramersV(pairs: readonly { readonly before: number; readonly now: number }[], n: number, m: number): number {
  const all = n + m;
  const squares = pairs.reduce((sum, pair) => {
    const row = pair.before + pair.now;
    const [expectedBefore, expectedNow] = [(row * n) / all, (row * m) / all];
    return sum + (pair.before - expectedBefore) ** 2 / expectedBefore + (pair.now - expectedNow) ** 2 / expectedNow;
  }, 0);
  return Math.sqrt(squares / all);
}

/** The largest difference between the shares of those known up to each edge. */
function largestGap(before: readonly number[], now: readonly number[]): number {
  const [known, knownNow] = [before.slice(0, -1), now.slice(0, -1)];
  const [n, m] = [sumOf(known), sumOf(knownNow)];
  if (n === 0 || m === 0) return 0;
  let [sum, sumNow, gap] = [0, 0, 0];
  known.forEach((count, bin) => {
    sum += count / n;
    sumNow += (knownNow[bin] ?? 0) / m;
    gap = Math.max(gap, Math.abs(sum - sumNow));
  });
  return gap;
}

/** “City: Lyon” went from 31% to 44% (PSI 0.27). */
function movedSentence(before: TraitPicture, now: TraitPicture, psi: number): string {
  const [n, m] = [sumOf(before.members), sumOf(now.members)];
  const changes = before.members.map((count, bin) => ({
    bin,
    from: count / n,
    to: (now.members[bin] ?? 0) / m,
  }));
  const [most] = changes.toSorted((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from));
  if (!most) return "";
  return `“${binWords(before, most.bin)}” went from ${percent(most.from)} to ${percent(most.to)} (PSI ${psi.toFixed(2)}).`;
}

/** "City: Lyon". */
function binWords(trait: BinnedTrait, bin: number): string {
  return `${trait.label}: ${binLabels(trait)[bin]}`;
}

/** Whether a share of everybody differs: by a fifth of itself, and by three standard errors. */
export function sizeDrift(before: Sized, now: Sized): SizeDrift {
  const { count, base } = before;
  const plain = { before: { count, base }, now: { count: now.count, base: now.base } };
  if (base === 0 || now.base === 0) return { ...plain, z: null, isChanged: false, sentence: "" };
  const [p, q] = [count / base, now.count / now.base];
  const pooled = (count + now.count) / (base + now.base);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / base + 1 / now.base));
  const z = error === 0 ? 0 : (q - p) / error;
  const isChanged = Math.abs(z) >= SIZE_ERRORS && Math.abs(q - p) >= SIZE_CHANGE * p;
  const sentence = isChanged ? `It went from ${percent(p)} to ${percent(q)} of everyone.` : "";
  return { ...plain, z, isChanged, sentence };
}
