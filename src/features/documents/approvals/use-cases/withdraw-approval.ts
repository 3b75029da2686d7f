import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { lockedDraft } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import type { WithdrawApprovalInput } from "../approval-contract";
import { findOpenRequest, withdrawRequest } from "../approval-queries";

/** Takes a request for approval back, with what was decided on it. Idempotent: none there is as good as withdrawn. */
export async function withdrawApproval<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  { documentId, revision }: WithdrawApprovalInput,
): Promise<void> {
  const { tx, workspaceId } = scope;
  await lockedDraft(scope, kind, documentId);
  if (!(await findOpenRequest(tx, workspaceId, documentId, revision))) return;
  await withdrawRequest(tx, workspaceId, documentId, revision);
  await announceChange(scope, documentId, "approval");
}
