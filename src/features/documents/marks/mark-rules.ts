// What everybody should see on a document without opening it.

export interface DocumentMark {
  readonly mark: "drifting";
  /** What happened, in a sentence. */
  readonly sentence: string;
  /** The document that it comes from: the marked one itself, or one that it rests on. */
  readonly sourceId: string;
  readonly since: string;
}

export const MARK_WORDS: Readonly<Record<DocumentMark["mark"], string>> = { drifting: "Drifting" };
