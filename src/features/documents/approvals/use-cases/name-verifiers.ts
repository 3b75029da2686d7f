import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { roleMay } from "@/shared/permissions";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { lockedDraft } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import type { NameVerifiersInput } from "../approval-contract";
import { findRoles, replaceVerifiers } from "../approval-queries";

/** Says who verifies the document, all of them at once. Throws NOT_FOUND for strangers, INVALID for mere viewers. */
export async function nameVerifiers<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  { documentId, userIds }: NameVerifiersInput,
): Promise<void> {
  const { tx, workspaceId } = scope;
  await lockedDraft(scope, kind, documentId);
  const named = [...new Set(userIds)];
  const roles = await findRoles(tx, workspaceId, named);
  for (const userId of named) {
    const role = roles.get(userId);
    if (!role) throw new AppError("NOT_FOUND", "This person is not a member of the workspace.");
    if (!roleMay(role, "draft.decide")) {
      throw new AppError("INVALID", "A viewer can't verify. Make them reviewer first.", { path: "userIds" });
    }
  }
  await replaceVerifiers(tx, workspaceId, documentId, named);
  await announceChange(scope, documentId, "approval");
}
