// What everybody should see on a document without opening it.

export interface DocumentMark {
  readonly mark: "drifting" | "contradicted" | "rests-on-new" | "event" | "disputed";
  /** What happened, in a sentence. */
  readonly sentence: string;
  /** The document that it comes from: the marked one itself, or one that it rests on. */
  readonly sourceId: string;
  readonly since: string;
}

export const MARK_WORDS: Readonly<Record<DocumentMark["mark"], string>> = {
  drifting: "Drifting",
  contradicted: "Contradicted",
  "rests-on-new": "Rests on what changed",
  event: "Something happened",
  disputed: "Disputed",
};
