import { listMembers } from "@/features/workspaces/use-cases/list-members";
import type { Scope } from "@/server/access/open-scope";

/** The owner's name when they are no longer a member, else null. */
export async function goneOwner(
  scope: Scope,
  owner: { readonly id: string; readonly name: string },
): Promise<string | null> {
  const members = await listMembers(scope.also("workspace.read"));
  return members.some(({ userId }) => userId === owner.id) ? null : owner.name;
}
