import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { AppError } from "@/shared/errors";
import { resetApproval } from "../../approvals/use-cases/reset-approval";
import type { EditDraftInput } from "../../document-contract";
import type { DocumentKind } from "../../document-kind";
import { bodyFieldOf, type DocumentContent } from "../../field-rules";
import { refuseUnknownReferences } from "../../links/use-cases/check-references";
import { writeTexts } from "../../search/search-queries";
import { documentWords } from "../../search/search-text-rules";
import { checkContent } from "../../use-cases/check-content";
import { findBatch, storeBatch } from "../edit-log-queries";
import { namingPlace, whereInContent } from "../edit-place-rules";
import { applyEdit, type Edit, effectiveEdits } from "../edit-rules";
import { announceEdits } from "./announce-change";
import { rememberDraft } from "./known-draft";
import { lockedDraft } from "./locked-draft";

const FULL = "This document is full: it holds up to 256 kB of text. Shorten or remove something.";

/** `edits` are those of the batch as they took effect: applied to the revision before they give this one. */
export interface AcceptedBatch {
  readonly revision: number;
  readonly edits: readonly Edit[];
}

/**
 * Applies a batch of edits under the draft's row lock, all or none, and tells everybody who has the document open.
 * Idempotent by `batchId`: a batch that was accepted before is answered as it was then.
 * Throws INVALID or LIMIT with the place when the result breaks the kind's schema, CONFLICT when an item is gone.
 */
export async function editDraft<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  input: EditDraftInput,
): Promise<AcceptedBatch> {
  const { tx, workspaceId, userId } = scope;
  const { documentId, batchId } = input;
  const draft = await lockedDraft(scope, kind, documentId);
  // Only under the lock: asked beside it, a batch that arrives twice at once was not seen by either.
  const accepted = await findBatch(tx, workspaceId, documentId, batchId);
  if (accepted) return { revision: accepted.revision, edits: accepted.edits };
  if (draft.retiredAt) throw new AppError("BLOCKED", "It is retired. Bring it back to change it.");

  refuseProse(kind, input.edits);
  const { content, json } = checkContent(kind, applied(kind, draft.content, input.edits), FULL);
  await refuseUnknownReferences(scope, kind, draft.content, content);
  const edits = effectiveEdits(draft.content, input.edits, content);
  const revision = draft.revision + 1;
  const contentHash = canonicalHash(content);
  rememberDraft(documentId, { contentHash, content });
  // One after the other on the connection, without waiting for each in turn.
  await Promise.all([
    storeBatch(tx, workspaceId, {
      documentId,
      revision,
      batchId,
      authorId: userId,
      edits,
      json,
      contentHash,
      span: thisHour(),
    }),
    writeTexts(tx, workspaceId, documentId, documentWords(kind.fields, content)),
    resetApproval(scope, { documentId, kind: kind.name, title: content.title, revision: draft.revision }),
    announceEdits(scope, documentId, { revision, batchId, edits }),
  ]);
  return { revision, edits };
}

/** What a live body says, an edit of the whole would undo: letters typed meanwhile would be gone. */
function refuseProse({ fields }: DocumentKind, edits: readonly Edit[]): void {
  const { path, label } = bodyFieldOf(fields);
  if (!edits.some((edit) => edit.path[0] === path[0])) return;
  throw new AppError("INVALID", `${label} is written in its editor, not set as a whole.`, { path: path.join(".") });
}

/** The feed tells the edits of an hour as one. */
function thisHour(): string {
  return new Date().toISOString().slice(0, 13);
}

function applied<C extends DocumentContent>(kind: DocumentKind<C>, content: C, edits: readonly Edit[]): unknown {
  return edits.reduce<unknown>((now, edit) => {
    try {
      return applyEdit(now, edit);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const where = whereInContent(kind.fields, now, edit.path);
      throw new AppError(error.code, namingPlace(where, error.message), { path: edit.path.join(".") });
    }
  }, content);
}
