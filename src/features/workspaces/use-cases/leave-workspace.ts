import type { Scope } from "@/server/access/open-scope";
import { deleteMember } from "../member-queries";
import { leaveBlocks } from "../member-rules";
import { announceMember } from "./announce-member";
import { lockMemberFacts, refuseMemberBlocks } from "./member-facts";
import { recordAudit } from "./record-audit";
import { revokeInvitationsBeyond } from "./revoke-invitations-beyond";

/** Takes the person out of the workspace. The last owner can't: BLOCKED. */
export async function leaveWorkspace(scope: Scope<"workspace.leave">): Promise<void> {
  const { userId, workspaceId } = scope;
  const { actorRole, owners } = await lockMemberFacts(scope, userId);
  refuseMemberBlocks(leaveBlocks(actorRole, owners));
  await deleteMember(scope.tx, { workspaceId, userId });
  await announceMember(scope, userId);
  await recordAudit(scope, {
    action: "member.left",
    objectType: "member",
    objectId: userId,
    details: { role: actorRole },
  });
  await revokeInvitationsBeyond(scope, userId, null);
}
