// Why a version differs from the one before it, in words.
import type { VersionReason } from "./document-contract";

export type ChangeReason = Exclude<VersionReason, "first">;

export const VERSION_REASON_WORDS: Readonly<Record<ChangeReason, string>> = {
  "new-evidence": "New evidence",
  correction: "Correction",
  "market-change": "The market changed",
  wording: "Wording only",
};
