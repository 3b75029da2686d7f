// What changes of members are decided on, read under the lock that makes the decision hold.
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { type Role, roleMay } from "@/shared/permissions";
import { countMembers, findRole } from "../member-queries";
import { givableRoles, MEMBER_BLOCK_SENTENCES, type MemberBlock, type MemberFacts } from "../member-rules";
import { lockWorkspace } from "../workspace-queries";

/**
 * Locks the workspace, then reads both roles anew: the scope's own was read before the lock, and its holder may have
 * been demoted by whoever held it. Throws NOT_FOUND when either of the two is no member (any more).
 */
export async function lockMemberFacts(scope: Scope, userId: string): Promise<MemberFacts> {
  const { tx, workspaceId } = scope;
  await lockWorkspace(tx, workspaceId);
  const actorRole = await findRole(tx, workspaceId, scope.userId);
  if (!actorRole) throw new AppError("NOT_FOUND", "This workspace doesn't exist, or you are not a member of it.");
  const targetRole = await findRole(tx, workspaceId, userId);
  if (!targetRole) throw new AppError("NOT_FOUND", "This person is not a member of the workspace.");
  const owners = await countMembers(tx, workspaceId, "owner");
  return { actorRole, targetRole, owners, isSelf: userId === scope.userId };
}

/** Throws the first reason: BLOCKED for what somebody can mend first, FORBIDDEN for what isn't theirs to do. */
export function refuseMemberBlocks(blocks: readonly MemberBlock[]): void {
  const [block] = blocks;
  if (!block) return;
  throw new AppError(block === "last-owner" ? "BLOCKED" : "FORBIDDEN", MEMBER_BLOCK_SENTENCES[block], { block });
}

/** As above for what concerns a role alone: locks, and refuses a role that the person may not give now. */
export async function lockToGive(scope: Scope<"member.manage">, role: Role): Promise<void> {
  const { actorRole } = await lockMemberFacts(scope, scope.userId);
  if (!roleMay(actorRole, "member.manage")) refuseMemberBlocks(["no-right"]);
  if (!givableRoles(actorRole).includes(role)) refuseMemberBlocks(["gives-above"]);
}
