// The poll about trust, as it crosses the wire.
import { z } from "zod";
import { line } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { LEAST_SCORE, MAX_USE, MOST_SCORE, type StatementScores, TRUST_STATEMENTS } from "./trust-rules";

const documentId = z.uuid();

export const trustInput = workspaceInput({ documentId });
export const answerTrustInput = workspaceInput({
  documentId,
  /** The version that was read, which is the current one. */
  version: z.int().min(1).max(1_000_000),
  /** The session after which it was asked; left out elsewhere. */
  sessionId: z.uuid().optional(),
  /** In the order of the statements. */
  scores: z
    .array(z.int("A score is a whole number.").min(LEAST_SCORE).max(MOST_SCORE))
    .length(TRUST_STATEMENTS.length, "Say something to each of the statements."),
  use: line(MAX_USE, "What you would use it for"),
});
export type AnswerTrustInput = z.output<typeof answerTrustInput>;

export interface OwnTrust {
  readonly scores: readonly number[];
  readonly use: string;
}

export interface VersionTrust {
  readonly version: number;
  /** How many answered. */
  readonly answers: number;
  /** By statement; null while there are too few answers to show any. */
  readonly statements: readonly StatementScores[] | null;
  /** What people would use it for, without names; empty while there are too few answers. */
  readonly uses: readonly string[];
}

export interface Trust {
  /** Answers are taken for this one; null where nothing is published, or the document is retired. */
  readonly openVersion: number | null;
  /** What the reader answered for it; null for nothing yet. */
  readonly own: OwnTrust | null;
  /** Versions with answers, the newest first, a few. */
  readonly versions: readonly VersionTrust[];
}
