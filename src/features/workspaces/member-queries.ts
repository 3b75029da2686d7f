// Rows of memberships. `workspaceId` is always in the condition: a person's own other memberships are visible too.
import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { users } from "@/server/db/schema/user";
import { memberships } from "@/server/db/schema/workspace";
import type { Role } from "@/shared/permissions";

const oneMember = (workspaceId: string, userId: string) =>
  and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId));

export function listMembers(tx: Tx, workspaceId: string) {
  return tx
    .select({
      userId: memberships.userId,
      name: users.name,
      email: users.email,
      role: memberships.role,
      joinedAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.workspaceId, workspaceId))
    .orderBy(asc(sql`lower(${users.name})`), asc(memberships.userId));
}

export async function findRole(tx: Tx, workspaceId: string, userId: string): Promise<Role | null> {
  const [row] = await tx.select({ role: memberships.role }).from(memberships).where(oneMember(workspaceId, userId));
  return row?.role ?? null;
}

export async function findMemberByEmail(
  tx: Tx,
  workspaceId: string,
  email: string,
): Promise<{ readonly name: string; readonly role: Role } | null> {
  const [row] = await tx
    .select({ name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceId, workspaceId), eq(users.email, email)));
  return row ?? null;
}

export async function countMembers(tx: Tx, workspaceId: string, role?: Role): Promise<number> {
  const inWorkspace = eq(memberships.workspaceId, workspaceId);
  const [row] = await tx
    .select({ count: count() })
    .from(memberships)
    .where(role ? and(inWorkspace, eq(memberships.role, role)) : inWorkspace);
  return row?.count ?? 0;
}

export interface MembershipKey {
  readonly workspaceId: string;
  readonly userId: string;
}

export async function insertMember(tx: Tx, row: MembershipKey & { readonly role: Role }): Promise<void> {
  await tx.insert(memberships).values(row);
}

export async function updateRole(tx: Tx, { workspaceId, userId }: MembershipKey, role: Role): Promise<void> {
  await tx.update(memberships).set({ role }).where(oneMember(workspaceId, userId));
}

export async function deleteMember(tx: Tx, { workspaceId, userId }: MembershipKey): Promise<void> {
  await tx.delete(memberships).where(oneMember(workspaceId, userId));
}
