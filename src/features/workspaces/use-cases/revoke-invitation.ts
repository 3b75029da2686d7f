import type { Scope } from "@/server/access/open-scope";
import type { InvitationInput } from "../invitation-contract";
import { markRevoked } from "../invitation-queries";
import { lockOpenInvitation } from "./lock-open-invitation";
import { recordAudit } from "./record-audit";

/** Makes the link worthless at once. */
export async function revokeInvitation(
  scope: Scope<"member.manage">,
  { invitationId }: InvitationInput,
): Promise<void> {
  const { role } = await lockOpenInvitation(scope, invitationId);
  await markRevoked(scope.tx, scope.workspaceId, invitationId);
  await recordAudit(scope, {
    action: "invitation.revoked",
    objectType: "invitation",
    objectId: invitationId,
    details: { role },
  });
}
