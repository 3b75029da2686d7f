import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { findOpenInvitation, type OpenInvitationRow } from "../invitation-queries";
import { lockWorkspace } from "../workspace-queries";
import { lockToGive } from "./member-facts";

/**
 * Locks the workspace and reads an invitation that somebody of this role may act on: not one above their own role.
 * NOT_FOUND when there is none, when it was accepted or when it was revoked.
 */
export async function lockOpenInvitation(scope: Scope<"member.manage">, id: string): Promise<OpenInvitationRow> {
  await lockWorkspace(scope.tx, scope.workspaceId);
  const invitation = await findOpenInvitation(scope.tx, scope.workspaceId, id);
  if (!invitation) {
    throw new AppError("NOT_FOUND", "This invitation is no longer open: it was accepted or revoked.");
  }
  await lockToGive(scope, invitation.role);
  return invitation;
}
