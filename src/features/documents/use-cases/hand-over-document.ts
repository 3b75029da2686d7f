import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { roleMay } from "@/shared/permissions";
import { recordActivity } from "../activity/use-cases/record-activity";
import type { HandOverDocumentInput } from "../approvals/approval-contract";
import { findRoles } from "../approvals/approval-queries";
import type { DocumentKind } from "../document-kind";
import { findOwner, updateOwner } from "../document-owner-queries";
import { announceChange } from "../drafts/use-cases/announce-change";
import { lockedDraft } from "../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../field-rules";

/** Makes another member answer for the document. Throws NOT_FOUND for strangers, INVALID for who can't edit it. */
export async function handOverDocument<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  { documentId, userId }: HandOverDocumentInput,
): Promise<void> {
  const { tx, workspaceId } = scope;
  const draft = await lockedDraft(scope, kind, documentId);
  const role = (await findRoles(tx, workspaceId, [userId])).get(userId);
  if (!role) throw new AppError("NOT_FOUND", "This person is not a member of the workspace.");
  if (!roleMay(role, "draft.edit")) {
    throw new AppError("INVALID", "An owner keeps the document up: choose somebody who may edit.", { path: "userId" });
  }
  const owner = await findOwner(tx, workspaceId, documentId, userId);
  if (owner.before.id === userId) return;
  await updateOwner(tx, workspaceId, documentId, userId);
  await recordActivity(scope, {
    documentId,
    verb: "handed-over",
    details: { from: owner.before.name, to: owner.after.name },
    isOnDraft: draft.currentVersion === null,
  });
  await announceChange(scope, documentId, "document");
}
