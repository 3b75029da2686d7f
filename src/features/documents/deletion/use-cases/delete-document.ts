import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { documentNotFound, lockedDraft } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import type { DeleteDocumentInput } from "../deletion-contract";
import { deleteForGood } from "../deletion-queries";
import { isSameTitle } from "../deletion-rules";

/**
 * Deletes a document with its versions, drafts, threads and feed, for good. Documents that link to it keep the link,
 * which then leads nowhere. Throws NOT_FOUND, and INVALID when the typed title is another one.
 */
export async function deleteDocument<C extends DocumentContent>(
  scope: Scope<"document.delete">,
  kind: DocumentKind<C>,
  { documentId, title }: DeleteDocumentInput,
): Promise<void> {
  const draft = await lockedDraft(scope, kind, documentId);
  if (!isSameTitle(title, draft.content.title)) {
    throw new AppError("INVALID", `Type the ${kind.name}’s title as it stands there.`, { path: "title" });
  }
  if (!(await deleteForGood(scope.tx, documentId))) throw documentNotFound(kind);
  await recordAudit(scope, {
    action: "document.deleted",
    objectType: "document",
    objectId: documentId,
    details: { kind: kind.name, title: draft.content.title, versions: draft.currentVersion ?? 0 },
  });
  await announceChange(scope, documentId, "document");
}
