import type { Scope } from "@/server/access/open-scope";
import type { Role } from "@/shared/permissions";
import { listOpenInvitationsBy, markRevoked } from "../invitation-queries";
import { givableRoles } from "../member-rules";
import { recordAudit } from "./record-audit";

/**
 * Revokes the open invitations that a person sent and could no longer send with their new role (null: none), so that
 * somebody who loses a right can't come back through a door left open. Called by whoever changed the role.
 */
export async function revokeInvitationsBeyond(scope: Scope, inviterId: string, role: Role | null): Promise<void> {
  const { tx, workspaceId } = scope;
  const givable = role ? givableRoles(role) : [];
  const open = await listOpenInvitationsBy(tx, workspaceId, inviterId);
  for (const invitation of open) {
    if (givable.includes(invitation.role)) continue;
    await markRevoked(tx, workspaceId, invitation.id);
    await recordAudit(scope, {
      action: "invitation.revoked",
      objectType: "invitation",
      objectId: invitation.id,
      details: { role: invitation.role },
    });
  }
}
