// Values of traits as arrays, as they go to the thread that finds groups.
import type { TraitName } from "../role-trait-rules";

/** In the order of the sample's rows. Unknown is NaN of numbers and -1 of words; a word beyond the list has its length. */
export type FeatureColumn = { readonly trait: TraitName } & (
  | { readonly kind: "number" | "days"; readonly values: Float64Array }
  | { readonly kind: "words" | "flag"; readonly codes: Int16Array; readonly words: readonly string[] }
);

/** Of a flag, in the order of their codes. */
export const FLAG_WORDS = ["yes", "no"] as const;
