import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { AppError } from "@/shared/errors";
import { type EditDraftInput, MAX_CONTENT_BYTES } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import { findBatch, insertEdits, writeDraft } from "../document-queries";
import { applyEdits } from "../edit-rules";
import type { DocumentContent } from "../field-rules";
import { lockedDraft } from "./locked-draft";
import { resetApproval } from "./reset-approval";

/**
 * Applies a batch of edits under the draft's row lock, all or none. Idempotent by `batchId`. The answer carries the
 * content as stored, which includes what others wrote meanwhile.
 * Throws INVALID with the field when the result breaks the kind's schema, CONFLICT when an item is gone.
 */
export async function editDraft<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  input: EditDraftInput,
): Promise<{ revision: number; content: C }> {
  const { tx, workspaceId, userId } = scope;
  const { documentId, batchId, edits } = input;
  const draft = await lockedDraft(scope, kind, documentId);
  if ((await findBatch(tx, workspaceId, documentId, batchId)) !== undefined) {
    return { revision: draft.revision, content: draft.content };
  }
  if (draft.retiredAt) throw new AppError("BLOCKED", "It is retired. Bring it back to change it.");

  const content = checked(kind, applyEdits(draft.content, edits));
  const revision = draft.revision + 1;
  await insertEdits(tx, workspaceId, { documentId, revision, batchId, authorId: userId, edits });
  await writeDraft(tx, workspaceId, documentId, {
    content,
    contentHash: canonicalHash(content),
    revision,
    basedOn: draft.basedOn,
    userId,
  });
  await resetApproval(scope, { documentId, kind: kind.name, title: content.title, revision: draft.revision });
  return { revision, content };
}

function checked<C extends DocumentContent>(kind: DocumentKind<C>, changed: unknown): C {
  const result = kind.schema.safeParse(changed);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new AppError("INVALID", issue?.message ?? "This value doesn't fit here.", {
      path: issue?.path.join(".") ?? "",
    });
  }
  if (Buffer.byteLength(JSON.stringify(result.data)) > MAX_CONTENT_BYTES) {
    throw new AppError("LIMIT", "This document is full: it holds up to 256 kB of text. Shorten or remove something.");
  }
  return result.data;
}
