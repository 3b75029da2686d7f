import type { Scope } from "@/server/access/open-scope";
import type { ChangeRoleInput } from "../member-contract";
import { updateRole } from "../member-queries";
import { roleChangeBlocks } from "../member-rules";
import { announceMember } from "./announce-member";
import { lockMemberFacts, refuseMemberBlocks } from "./member-facts";
import { recordAudit } from "./record-audit";
import { revokeInvitationsBeyond } from "./revoke-invitations-beyond";

/** Gives a member another role; it counts from their next call on. */
export async function changeRole(scope: Scope<"member.manage">, { userId, role }: ChangeRoleInput): Promise<void> {
  const facts = await lockMemberFacts(scope, userId);
  refuseMemberBlocks(roleChangeBlocks(facts, role));
  if (facts.targetRole === role) return;
  await updateRole(scope.tx, { workspaceId: scope.workspaceId, userId }, role);
  await announceMember(scope, userId);
  await recordAudit(scope, {
    action: "member.role-changed",
    objectType: "member",
    objectId: userId,
    details: { roleBefore: facts.targetRole, roleAfter: role },
  });
  await revokeInvitationsBeyond(scope, userId, role);
}
