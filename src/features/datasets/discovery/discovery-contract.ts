// What is found in customer data without anybody having asked for it: on the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import type { PartRange, TraitComposition } from "../questions/answer-contract";
import type { RuleRow } from "../rules/rule-rules";
import type { FoundationKey } from "./foundation-rules";
import type { FeatureKind } from "./grouping/feature-rules";
import type { TraitName, TraitRole } from "./role-trait-rules";
import type { ValueCuts, ValueTraits } from "./value-rules";

const traitId = z.string().min(1).max(60);
/** A trait for each role; null leaves it to us. */
const roles = { recency: traitId.nullable(), orders: traitId.nullable(), money: traitId.nullable() };

export const valueInput = workspaceInput({ datasetId: z.uuid(), ...roles });
export type ValueInput = z.output<typeof valueInput>;

export const foundationsInput = workspaceInput({
  datasetId: z.uuid(),
  ...roles,
  discount: traitId.nullable(),
  cart: traitId.nullable(),
});
export type FoundationsInput = z.output<typeof foundationsInput>;

export const featuresInput = workspaceInput({ datasetId: z.uuid() });

const MOST_FEATURES = 12;
export const groupsInput = workspaceInput({
  datasetId: z.uuid(),
  /** The snapshot that was looked at, so that groups of one are never those of another. */
  snapshotId: z.uuid(),
  features: z.array(traitId).min(2).max(MOST_FEATURES),
  /** How many groups; null leaves it to us. */
  many: z.int().min(2).max(10).nullable(),
});
export type GroupsInput = z.output<typeof groupsInput>;

/** The data that an answer is about. */
export interface AskedData {
  readonly datasetId: string;
  readonly name: string;
  readonly snapshotId: string;
  readonly number: number;
  /** ISO day. */
  readonly asOf: string;
  readonly customers: number;
}

/** Traits that can play a role, likeliest first, and the one that does; null where none was chosen or found. */
export interface RoleChoice {
  readonly chosen: string | null;
  readonly options: readonly TraitName[];
}

export interface ValueCell {
  readonly recency: number;
  readonly orders: number;
  readonly money: number;
  readonly customers: number;
  readonly spent: number;
}

export interface ValueAnswer {
  readonly data: AskedData;
  readonly roles: Readonly<Record<"recency" | "orders" | "money", RoleChoice>>;
  /** ISO 4217; null where the money has none. */
  readonly currency: string | null;
  /** Null while a trait is missing, or nobody has ordered. */
  readonly found: {
    readonly traits: ValueTraits;
    readonly cuts: ValueCuts;
    readonly isOrdersFallback: boolean;
    readonly buyers: number;
    readonly spent: number;
    /** How many customers and how much money each combination of scores has; empty ones are left out. */
    readonly cells: readonly ValueCell[];
    readonly gates: readonly { readonly isMet: boolean; readonly sentence: string }[];
  } | null;
}

export interface FoundationsAnswer {
  readonly data: AskedData;
  readonly roles: Readonly<Record<TraitRole, RoleChoice>>;
  readonly foundations: readonly FoundationFound[];
  /** Customers who are in two of them, by their places in the list, the lower first. */
  readonly overlaps: readonly { readonly a: number; readonly b: number; readonly customers: number }[];
  readonly nobodys: number;
}

export interface FoundationFound {
  readonly key: FoundationKey;
  readonly sentence: string;
  /** Null where the data can't express it. */
  readonly found: { readonly rows: readonly RuleRow[]; readonly customers: number } | null;
}

/** A trait that groups can be found by. */
export interface FeatureChoice extends TraitName {
  readonly kind: FeatureKind;
  readonly isSuggested: boolean;
  /** Why it isn't, in words; null where it is. */
  readonly because: string | null;
}

export interface FeaturesAnswer {
  readonly data: AskedData;
  readonly features: readonly FeatureChoice[];
}

/** A number of groups that was tried. */
export interface GroupCandidate {
  readonly many: number;
  /** Simplified silhouette: 1 is groups far apart, 0 none. */
  readonly clearness: number;
  /** How far five attempts agree beyond chance: 1 is entirely. */
  readonly stability: number;
  /** People in the smallest one, of those looked at. */
  readonly smallest: number;
  /** Every group is large enough, and the attempts agree. */
  readonly isSound: boolean;
}

export interface FoundGroup {
  /** Of all customers of the snapshot. */
  readonly customers: number;
  /** Too few of those looked at to tell what sets them apart. */
  readonly isTooFew: boolean;
  readonly standOuts: readonly GroupStandOut[];
  /** Null where no short rule tells its people from others. */
  readonly rule: {
    readonly match: "all" | "any";
    readonly rows: readonly RuleRow[];
    /** Customers who fit the rule; how many of them are in the group, and how many of the group they are: 0 to 1. */
    readonly customers: number;
    readonly precision: number;
    readonly recall: number;
  } | null;
}

export interface GroupStandOut extends Pick<TraitComposition, "trait" | "label" | "type" | "unit" | "isWhole"> {
  readonly range: PartRange;
  readonly share: number;
  readonly base: number;
  readonly lift: number;
}

export interface GroupsFound {
  readonly data: AskedData;
  /** Customers that were compared, of all. */
  readonly looked: number;
  readonly candidates: readonly GroupCandidate[];
  /** Null where no number of groups is clear. */
  readonly best: number | null;
  /** As many as were asked for, or the best; none where neither is. */
  readonly groups: readonly FoundGroup[];
}

export type GroupsEvent =
  | { readonly type: "waiting"; readonly ahead: number }
  | { readonly type: "working"; readonly step: "reading" | "comparing" | "explaining"; readonly share: number }
  | { readonly type: "found"; readonly found: GroupsFound };
