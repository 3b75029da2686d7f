// What somebody needs to know to say whether a document is still true, as it crosses the wire. Moments are ISO 8601 strings in
// UTC, days YYYY-MM-DD.

import { z } from "zod";
import type { FieldChange } from "@/features/documents/comparison/comparison-rules";
import type { Author, DocumentHead, VersionHead } from "@/features/documents/document-contract";
import type { ThreadHead } from "@/features/documents/threads/thread-contract";
import type { ReviewResult } from "@/features/documents/verification/verification-rules";
import type { PublishFacts } from "@/features/documents/versions/lifecycle-rules";
import type { MeasuredFact } from "@/features/personas/measured/measured-contract";
import type { KindName } from "@/shared/document-kinds";
import { workspaceInput } from "@/shared/workspace-input";
import type { ReviewTask } from "../tasks/task-contract";
import type { DataFigure } from "./data-now-rules";

export const packetInput = workspaceInput({ documentId: z.uuid() });

/** What the data say of one segment. */
export interface SegmentNow {
  readonly id: string;
  readonly title: string;
  readonly dataName: string;
  /** ISO days of the data: when it was published, null where nothing newer was measured since, and now. */
  readonly frozenAsOf: string | null;
  readonly asOf: string;
  /** Its size first, then what moved most. */
  readonly figures: readonly DataFigure[];
  /** What drifted, in words; "" where nothing did. */
  readonly sentence: string;
}

export interface EarlierReview {
  readonly id: number;
  readonly result: ReviewResult;
  readonly version: number | null;
  readonly note: string;
  readonly by: Author;
  readonly at: string;
  /** The session that it was decided in; null for alone. */
  readonly sessionId: string | null;
}

export interface ReviewPacket {
  readonly kind: KindName;
  readonly document: DocumentHead;
  readonly version: VersionHead | null;
  /** Of the draft; null for who may not read drafts. */
  readonly revision: number | null;
  /** From the current version to the draft; empty where nothing is published, and for who may not read drafts. */
  readonly changes: readonly FieldChange[];
  /** What stands in the way of publishing is judged from it; null for who may not read drafts. */
  readonly publishing: PublishFacts | null;
  readonly isVerifier: boolean;
  /** Id of the newest review; null for none. */
  readonly lastReview: number | null;
  /** The day of the next review if it is verified now; null for none. */
  readonly nextDueOn: string | null;
  readonly segments: readonly SegmentNow[];
  /** What a persona says and the data know, what doesn't go together first. */
  readonly facts: readonly MeasuredFact[];
  readonly threads: { readonly open: number; readonly newest: readonly ThreadHead[] };
  readonly evidence: { readonly claims: number; readonly backed: number; readonly assumptions: number };
  /** Newest first. */
  readonly reviews: readonly EarlierReview[];
  readonly tasks: readonly ReviewTask[];
}
