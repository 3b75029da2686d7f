import type { CadenceSource } from "../cadence-rules";

/** Who says how often. */
export const SOURCE_WORDS: Readonly<Record<CadenceSource, string>> = {
  document: "for this one alone",
  kind: "as for all of its kind",
  workspace: "as for the whole workspace",
  "built-in": "as by default",
};
