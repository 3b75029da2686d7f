// What is known of a snapshot's columns. Rules, questions and pages speak of traits by their ids.

/** `date` is a day; `time` a moment, local to the snapshot's time zone; `tags` several words; `flag` yes or no. */
export const TRAIT_TYPES = {
  text: "Text",
  tags: "Several words",
  number: "Number",
  flag: "Yes or no",
  date: "Day",
  time: "Moment",
} as const;
export type TraitType = keyof typeof TRAIT_TYPES;

export const TRAIT_GROUPS = {
  demographic: "Demographic",
  geographic: "Geographic",
  behavioural: "Behavioural",
  psychographic: "Psychographic",
  firmographic: "Firmographic",
  needs: "Needs",
} as const;
export type TraitGroup = keyof typeof TRAIT_GROUPS;

/** What is known of the values of one column, over all customers of the snapshot. */
export interface TraitProfile {
  /** Customers of whom the value is known. */
  readonly known: number;
  /** Different values; exact up to 10,000, an estimate above. */
  readonly distinct: number;
  /** Numbers as numbers, days and moments as ISO text; null where nothing is known or the type has no order. */
  readonly min: number | string | null;
  readonly max: number | string | null;
  readonly mean: number | null;
  /** Values at 10, 20 … 90 % of a number. */
  readonly deciles: readonly number[];
  /** The most frequent values, most frequent first; none for personal data. Flags as "yes" and "no". */
  readonly top: readonly TraitValue[];
  /** Equal or rounded ranges that cover all known values of a number, day or moment; `to` belongs to the last alone. */
  readonly bins: readonly TraitBin[];
}

export interface TraitValue {
  readonly value: string;
  readonly count: number;
}

export interface TraitBin {
  readonly from: number | string;
  readonly to: number | string;
  readonly count: number;
}

export interface Trait {
  /** Name of the column in the snapshot: lower-case letters, digits and _, unique in its dataset, the same in every snapshot. */
  readonly id: string;
  /** The column's name in the file, or what was computed. */
  readonly label: string;
  readonly type: TraitType;
  readonly group: TraitGroup;
  /** How a number is written: as it is, in a currency (ISO 4217), or as a share from 0 to 1. */
  readonly unit: "plain" | "share" | { readonly currency: string };
  /** Masked for viewers and reviewers, and without values in the catalog. */
  readonly isPersonal: boolean;
  /** From the file, or computed from the customer's events. */
  readonly origin: "column" | "computed";
  readonly profile: TraitProfile;
}

/** What lies behind computed traits: one row for each line of the transactions file. */
export interface EventCatalog {
  readonly count: number;
  /** Names of events with how many there are; one "purchase" where the file has no column for it. */
  readonly names: readonly TraitValue[];
  /** Columns that conditions on events may speak of; `profile` is over events. */
  readonly properties: readonly Trait[];
  /** Property ids of what was found in the file; null where it has no such column. */
  readonly order: string | null;
  readonly amount: string | null;
  readonly first: string | null;
  readonly last: string | null;
}

/** All that is known of a snapshot without asking its rows. */
export interface Catalog {
  readonly traits: readonly Trait[];
  readonly events: EventCatalog | null;
}

export function traitOf(traits: readonly Trait[], id: string): Trait | undefined {
  return traits.find((trait) => trait.id === id);
}

/** A profile that says nothing, for traits that are described before they were counted. */
export const UNKNOWN_PROFILE: TraitProfile = {
  known: 0,
  distinct: 0,
  min: null,
  max: null,
  mean: null,
  deciles: [],
  top: [],
  bins: [],
};
