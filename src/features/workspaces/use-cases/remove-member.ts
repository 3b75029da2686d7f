import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { RemoveMemberInput } from "../member-contract";
import { deleteMember } from "../member-queries";
import { removalBlocks } from "../member-rules";
import { announceMember } from "./announce-member";
import { lockMemberFacts, refuseMemberBlocks } from "./member-facts";
import { recordAudit } from "./record-audit";
import { revokeInvitationsBeyond } from "./revoke-invitations-beyond";

/** Takes somebody else out of the workspace: their next call is refused. What they wrote stays. */
export async function removeMember(scope: Scope<"member.manage">, { userId }: RemoveMemberInput): Promise<void> {
  if (userId === scope.userId) throw new AppError("INVALID", "To take yourself out, leave the workspace.");
  const facts = await lockMemberFacts(scope, userId);
  refuseMemberBlocks(removalBlocks(facts));
  await deleteMember(scope.tx, { workspaceId: scope.workspaceId, userId });
  await announceMember(scope, userId);
  await recordAudit(scope, {
    action: "member.removed",
    objectType: "member",
    objectId: userId,
    details: { role: facts.targetRole },
  });
  await revokeInvitationsBeyond(scope, userId, null);
}
