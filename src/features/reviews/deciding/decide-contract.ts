// Deciding the review of a document, as it crosses the wire.
import { z } from "zod";
import { publishInput } from "@/features/documents/document-contract";
import type { KindName } from "@/shared/document-kinds";
import { paragraphs } from "@/shared/text-schemas";
import { newTasks } from "../tasks/task-contract";
import { MAX_DECISION_NOTE } from "./decide-rules";

const { workspaceId, documentId, revision, reason, reasons } = publishInput.shape;

/** How a session or a person alone ends the review of one document. */
export const decideInput = z.strictObject({
  workspaceId,
  documentId,
  result: z.enum(["still-true", "published", "changes-asked", "retired"]),
  note: paragraphs(MAX_DECISION_NOTE),
  /** Of the draft that was seen. */
  revision,
  /** The current version that was seen; null for none. */
  version: z.int().min(1).max(1_000_000).nullable(),
  /** The newest review of the document that was seen, null for none; left out where something else keeps order. */
  lastReview: z.int().min(1).nullable().optional(),
  reason,
  reasons,
  tasks: newTasks,
});
export type DecideReviewInput = z.output<typeof decideInput>;

export interface Decided {
  /** The day of the next review; null where none follows. */
  readonly dueOn: string | null;
  /** The version that was confirmed or published, and otherwise the current one; null for none. */
  readonly number: number | null;
  /** Whether the draft says something else than what was confirmed. */
  readonly isDraftAhead: boolean;
}

/** A document that waits for the person next. */
export interface NextReview {
  readonly kind: KindName;
  readonly documentId: string;
  readonly title: string;
}

export interface DecidedAlone extends Decided {
  /** Null where nothing waits. */
  readonly next: NextReview | null;
}
