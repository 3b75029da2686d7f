import type { Scope } from "@/server/access/open-scope";
import { announceAccess } from "@/server/events/announce";
import { AppError } from "@/shared/errors";
import type { HandOverInput } from "../member-contract";
import { updateRole } from "../member-queries";
import { roleChangeBlocks } from "../member-rules";
import { lockMemberFacts, refuseMemberBlocks } from "./member-facts";
import { recordAudit } from "./record-audit";
import { revokeInvitationsBeyond } from "./revoke-invitations-beyond";

/** Makes another member owner and the acting owner an admin, in one step, so that there is an owner throughout. */
export async function handOverWorkspace(scope: Scope<"workspace.hand-over">, { userId }: HandOverInput): Promise<void> {
  const { tx, workspaceId } = scope;
  if (userId === scope.userId) throw new AppError("INVALID", "You are owner already. Choose somebody else.");
  const facts = await lockMemberFacts(scope, userId);
  refuseMemberBlocks(roleChangeBlocks(facts, "owner"));
  await updateRole(tx, { workspaceId, userId }, "owner");
  await updateRole(tx, { workspaceId, userId: scope.userId }, "admin");
  await announceAccess(tx, userId);
  await announceAccess(tx, scope.userId);
  await recordAudit(scope, {
    action: "workspace.handed-over",
    objectType: "member",
    objectId: userId,
    details: {},
  });
  await revokeInvitationsBeyond(scope, scope.userId, "admin");
}
