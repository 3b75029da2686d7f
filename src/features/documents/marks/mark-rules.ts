// What everybody should see on a document without opening it.
import type { KindName } from "@/shared/document-kinds";

export interface DocumentMark {
  readonly mark: "drifting" | "contradicted" | "rests-on-new" | "event" | "disputed";
  /** What happened, in a sentence. */
  readonly sentence: string;
  /** What it comes from: the marked document itself, one that it rests on, or a business event. */
  readonly sourceId: string;
  /** Of a document: its kind, its version now, and that which was there when the marked one was verified; null of an event. */
  readonly source: {
    readonly kind: KindName;
    readonly version: number | null;
    readonly restedOn: number | null;
  } | null;
  readonly since: string;
}

/** A document that rests on another. */
export interface RestingDocument {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
}

/** The list by which personas rest on segments. */
export const PERSONAS_OF_SEGMENT = { kind: "persona", path: "segments" } as const;

/** Whether so many open threads say that a document can't be relied on before they are settled. */
export function isDisputed(openThreads: number): boolean {
  return openThreads >= 5;
}

export const MARK_WORDS: Readonly<Record<DocumentMark["mark"], string>> = {
  drifting: "Drifting",
  contradicted: "Contradicted",
  "rests-on-new": "Rests on what changed",
  event: "Something happened",
  disputed: "Disputed",
};
