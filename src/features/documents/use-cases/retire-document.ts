import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { recordActivity } from "../activity/use-cases/record-activity";
import type { DocumentKind } from "../document-kind";
import { touchDocument } from "../document-queries";
import { announceChange } from "../drafts/use-cases/announce-change";
import { lockedDraft } from "../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../field-rules";
import { clearNextNotice } from "../verification/standing-queries";
import { rescheduleDocument } from "../verification/use-cases/reschedule";

/** Takes a document out of use: it stays readable and marked, and can't be edited. Throws BLOCKED when it already is. */
export async function retireDocument<C extends DocumentContent>(
  scope: Scope<"document.retire">,
  kind: DocumentKind<C>,
  input: { readonly documentId: string; readonly reason: string },
): Promise<void> {
  const draft = await lockedDraft(scope, kind, input.documentId);
  if (draft.retiredAt) throw new AppError("BLOCKED", "It is retired already.");
  await touchDocument(scope.tx, scope.workspaceId, input.documentId, {
    retired: { reason: input.reason },
  });
  await clearNextNotice(scope.tx, scope.workspaceId, input.documentId);
  await recordAudit(scope, {
    action: "document.retired",
    objectType: "document",
    objectId: input.documentId,
    details: { kind: kind.name, title: draft.content.title },
  });
  await recordActivity(scope, {
    documentId: input.documentId,
    verb: "retired",
    details: { reason: input.reason || null },
    isOnDraft: draft.currentVersion === null,
  });
  await announceChange(scope, input.documentId, "document");
}

/** Brings a retired document back into use. Throws BLOCKED when it isn't retired. */
export async function reopenDocument<C extends DocumentContent>(
  scope: Scope<"document.retire">,
  kind: DocumentKind<C>,
  input: { readonly documentId: string },
): Promise<void> {
  const draft = await lockedDraft(scope, kind, input.documentId);
  if (!draft.retiredAt) throw new AppError("BLOCKED", "It is in use already.");
  await touchDocument(scope.tx, scope.workspaceId, input.documentId, { retired: null });
  await rescheduleDocument(scope, kind, input.documentId);
  await recordAudit(scope, {
    action: "document.reopened",
    objectType: "document",
    objectId: input.documentId,
    details: { kind: kind.name, title: draft.content.title },
  });
  const isOnDraft = draft.currentVersion === null;
  await recordActivity(scope, { documentId: input.documentId, verb: "reopened", isOnDraft });
  await announceChange(scope, input.documentId, "document");
}
