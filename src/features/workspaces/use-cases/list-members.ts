import type { Scope } from "@/server/access/open-scope";
import type { Member } from "../member-contract";
import { listMembers as readMembers } from "../member-queries";

/** Everybody in the workspace, by name. E-mail addresses only for those who manage members. */
export async function listMembers(scope: Scope<"workspace.read">): Promise<Member[]> {
  const rows = await readMembers(scope.tx, scope.workspaceId);
  const showsEmail = scope.may("member.manage");
  return rows.map(({ email, joinedAt, ...row }) => ({
    ...row,
    joinedAt: joinedAt.toISOString(),
    email: showsEmail ? email : null,
  }));
}
