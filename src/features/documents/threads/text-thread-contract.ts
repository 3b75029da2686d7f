// Threads on words of a document's prose as they cross the wire.
import { z } from "zod";
import { line, paragraphs } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { MAX_PROPOSAL, MAX_TEXT_QUOTE } from "./text-thread-rules";
import { MAX_COMMENT } from "./thread-rules";

const position = z.base64().min(1).max(400);

export const inTextInput = workspaceInput({ documentId: z.uuid() });

export const startTextThreadInput = workspaceInput({
  documentId: z.uuid(),
  /** The version that was read; null for the draft. */
  version: z.int().min(1).max(1_000_000).nullable(),
  /** The first words that were selected, or all. Not brought into a normal form: they are looked for as they stand. */
  quote: z
    .string()
    .max(MAX_TEXT_QUOTE)
    .transform((text) => text.toWellFormed().replaceAll("\0", "").trim())
    .pipe(z.string().min(1, "Select some words first.")),
  /** Both ends of the selection as relative positions of the live body; null for who has none. */
  positions: z.strictObject({ from: position, to: position }).nullable(),
  /** May be empty beside a proposal. */
  body: paragraphs(MAX_COMMENT, "A comment"),
  /** Words for the place of the selected ones, "" for none; null for a comment without a proposal. */
  proposal: line(MAX_PROPOSAL, "A proposal").nullable(),
});

export const decideProposalInput = workspaceInput({
  commentId: z.uuid(),
  decision: z.enum(["accepted", "declined"]),
});
export const withdrawProposalInput = workspaceInput({ commentId: z.uuid() });

export type StartTextThreadInput = z.output<typeof startTextThreadInput>;
export type DecideProposalInput = z.output<typeof decideProposalInput>;

export interface StartedTextThread {
  readonly threadId: string;
  readonly commentId: string;
  /** Whether the words stand in the draft's text, so that the thread hangs on them there. */
  readonly isAnchored: boolean;
}

/** An open thread on words, as the text shows it. */
export interface TextThread {
  readonly threadId: string;
  /** Who began it. */
  readonly by: string;
  readonly quote: string;
  /** Null for one that began on the draft. */
  readonly version: number | null;
  /** Its words are no longer in the draft. */
  readonly isGone: boolean;
}
