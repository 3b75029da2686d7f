// Why a version differs from the one before it, in words.
import type { FieldChange } from "../comparison/comparison-rules";
import type { VersionReason } from "../document-contract";

export type ChangeReason = Exclude<VersionReason, "first">;

export const VERSION_REASON_WORDS: Readonly<Record<ChangeReason, string>> = {
  "new-evidence": "New evidence",
  correction: "Correction",
  "market-change": "The market changed",
  wording: "Wording only",
};

/** As a choice. */
export const REASON_OPTIONS = Object.entries(VERSION_REASON_WORDS).map(([value, label]) => ({
  value: value as ChangeReason,
  label,
}));

/** Every place that a comparison names: a field's, and in a list each item's. */
export function changedPlaces(changes: readonly FieldChange[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap((change) => (change.shape === "list" ? change.items.map(({ place }) => place) : [change.place])),
  );
}
