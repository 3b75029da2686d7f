// What an import found in a text, before anything is written.
import { AppError } from "@/shared/errors";
import { MAX_PIECES } from "./portable-rules";

/** Where a piece goes beside a field: a section of its own, or nowhere, which only a person decides. */
export const OWN_SECTION = "*section";
export const LEFT_OUT = "*out";

export interface Piece {
  /** Unique in the file; moves name it. */
  readonly number: number;
  /** In the person's words: "Line 3", "Lines 3–5", "/goals/0". */
  readonly where: string;
  readonly text: string;
  /** The headings that it stood under, below the document's own. */
  readonly heading: string;
  /** Dotted path of a field, or one of the two above. */
  readonly to: string;
  /** It names what follows it (a heading, a label) and is no statement. */
  readonly isLabel?: true;
  /** A label whose words the field's own name says, so that they need not be kept. */
  readonly isSaid?: true;
  /** It goes to the text that keeps the rest because a heading or label meant that text. */
  readonly isMeant?: true;
  /** The mark of a list's item. */
  readonly mark?: string;
  /** How it stood in the text: what prose is made of. Left out where only a part of it is this piece. */
  readonly markdown?: string;
  /** What it is one of: pieces that follow each other are one list or table. */
  readonly joins?: "item" | "header" | "row";
}

export interface Found {
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** Of an export of ours: the content, to be taken as it is but not yet judged, and what the file says of itself. */
  readonly exact?: {
    readonly content: Readonly<Record<string, unknown>>;
    readonly stamp: FileStamp;
    /** First and last line of each field, by dotted path, where the file has lines. */
    readonly lines?: ReadonlyMap<string, readonly [number, number]>;
  };
}

/** As the file says; nothing of it is trusted. */
export interface FileStamp {
  readonly kind: string;
  readonly formatVersion: string;
  readonly version: number | null;
  readonly at: string;
  readonly contentHash: string;
}

export interface Findings {
  readonly found: readonly Found[];
  /** What belongs to none of several documents; goes with the first that is taken. */
  readonly around: readonly Piece[];
}

export function linesText(from: number, to: number): string {
  return from === to ? `Line ${from}` : `Lines ${from}–${to}`;
}

/** Throws LIMIT when a text has more pieces than anybody could look through: before the work is done, not after. */
export function refuseTooMany(pieces: number): void {
  if (pieces <= MAX_PIECES) return;
  const sentence = `This text has more than ${MAX_PIECES} headings, items and paragraphs; no more can be looked through at once. Split it.`;
  throw new AppError("LIMIT", sentence);
}
