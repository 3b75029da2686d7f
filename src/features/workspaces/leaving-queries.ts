// What is a person's own in the workspaces that they leave for good.
import { and, asc, count, eq, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { calendarEvents, calendarFeeds, deliveries, noticePreferences } from "@/server/db/schema/reminder";
import { invitations, memberships, notifications, workspaces } from "@/server/db/schema/workspace";
import type { Role } from "@/shared/permissions";

export interface HeldMembership {
  readonly workspaceId: string;
  readonly name: string;
  readonly slug: string;
  readonly role: Role;
  readonly isClosed: boolean;
}

/** All that the person belongs to, those that are to be deleted among them. */
export async function listHeldMemberships(tx: Tx, userId: string): Promise<HeldMembership[]> {
  const rows = await tx
    .select({
      workspaceId: workspaces.id,
      name: workspaces.name,
      slug: workspaces.slug,
      role: memberships.role,
      deletionDueAt: workspaces.deletionDueAt,
    })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(workspaces.name), asc(workspaces.id));
  return rows.map(({ deletionDueAt, ...row }) => ({ ...row, isClosed: deletionDueAt !== null }));
}

/** How many others own the workspace, which must be the acting one. */
export async function countOtherOwners(tx: Tx, workspaceId: string, userId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(memberships)
    .where(
      and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, "owner"), ne(memberships.userId, userId)),
    );
  return row?.n ?? 0;
}

/** Deletes what was told to the person alone, and their address where it was written down; in the acting workspace. */
export async function forgetPerson(tx: Tx, workspaceId: string, userId: string, email: string): Promise<void> {
  for (const table of [notifications, noticePreferences, calendarFeeds, calendarEvents, deliveries] as const) {
    await tx.delete(table).where(and(eq(table.workspaceId, workspaceId), eq(table.userId, userId)));
  }
  await tx
    .update(invitations)
    .set({ email: "somebody-who-left@deleted.invalid" })
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.email, email), isNull(invitations.revokedAt)));
}
