// Answers of the data, on the wire.
import type { Trait, TraitType } from "../catalog-rules";

export interface RowCount {
  readonly rowId: string;
  /** Customers whom the condition or box fits by itself. */
  readonly alone: number;
  /** The same customers would belong without it. */
  readonly isIdle: boolean;
  /** Of an exclusion: customers who would belong without it. Null of everything else. */
  readonly takesAway: number | null;
}

/** What one part of a trait holds. `from` belongs to it and `before` doesn't; null is open. Days as ISO text. */
export type PartRange =
  | { readonly is: string }
  | { readonly from: number | string | null; readonly before: number | string | null };

export interface TraitPart {
  readonly range: PartRange;
  /** Customers with such a value: of those asked about, and of all. */
  readonly members: number;
  readonly everyone: number;
}

/** How a trait's known values are spread. Parts don't overlap, but those of several words do; of texts the rest is left out. */
export interface TraitComposition {
  readonly trait: string;
  readonly label: string;
  readonly type: TraitType;
  readonly unit: Trait["unit"];
  /** A number of which all known values seem to be whole. */
  readonly isWhole: boolean;
  /** Of how many the value is known. */
  readonly members: number;
  readonly everyone: number;
  readonly parts: readonly TraitPart[];
}

/** Members against everyone. */
export interface Composition {
  readonly members: number;
  readonly everyone: number;
  readonly traits: readonly TraitComposition[];
  /** What members bring of an amount that is summed per customer; null where no trait is one. */
  readonly revenue: {
    readonly trait: string;
    readonly label: string;
    readonly members: number;
    readonly everyone: number;
  } | null;
}

/** How many customers belong to exactly these sets; `of` names them by their places. */
export interface OverlapRegion {
  readonly of: readonly number[];
  readonly customers: number;
}

/** A customer as one looks at them: values by trait id as they are read, null where unknown, "•••" where they are masked. */
export interface SeenCustomer {
  /** Null where the person who asks may not know. */
  readonly id: string | null;
  /** As pins name them; null likewise. */
  readonly key: string | null;
  readonly values: Readonly<Record<string, string | null>>;
  /** Ids of rows and boxes that they fit. */
  readonly fits: readonly string[];
  readonly belongs: boolean;
}
