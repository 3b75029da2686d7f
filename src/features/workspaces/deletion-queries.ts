// Rows of workspaces on their way out. The rest of what goes with them is known to `delete_workspace` in drizzle/0013.
import { and, asc, count, eq, gt, isNull, sql, sum } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { snapshots } from "@/server/db/schema/dataset";
import { documents, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import { memberships, workspaces } from "@/server/db/schema/workspace";
import type { DeletionFacts } from "./workspace-contract";

export async function countContents(tx: Tx, workspaceId: string): Promise<Omit<DeletionFacts, "days">> {
  const [people] = await tx.select({ n: count() }).from(memberships).where(eq(memberships.workspaceId, workspaceId));
  const [written] = await tx.select({ n: count() }).from(documents).where(eq(documents.workspaceId, workspaceId));
  const [published] = await tx.select({ n: count() }).from(versions).where(eq(versions.workspaceId, workspaceId));
  const [data] = await tx
    .select({ n: count(), customers: sum(snapshots.customers).mapWith(Number) })
    .from(snapshots)
    .where(and(eq(snapshots.workspaceId, workspaceId), isNull(snapshots.removedAt)));
  return {
    members: people?.n ?? 0,
    documents: written?.n ?? 0,
    versions: published?.n ?? 0,
    snapshots: data?.n ?? 0,
    customers: data?.customers ?? 0,
  };
}

interface ToldMember {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

export function listTold(tx: Tx, workspaceId: string): Promise<ToldMember[]> {
  return tx
    .select({ userId: users.id, name: users.name, email: users.email, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.workspaceId, workspaceId));
}

export async function updateDeletionDue(tx: Tx, workspaceId: string, deletionDueAt: Date | null): Promise<void> {
  await tx.update(workspaces).set({ deletionDueAt }).where(eq(workspaces.id, workspaceId));
}

const closing = { id: workspaces.id, name: workspaces.name, slug: workspaces.slug, dueAt: workspaces.deletionDueAt };

function ownedAndClosing(userId: string, now: Date) {
  return and(eq(memberships.userId, userId), eq(memberships.role, "owner"), gt(workspaces.deletionDueAt, now));
}

/** Those that the person owns and may still take back; none but their own are visible here. */
export function listClosing(tx: Tx, userId: string, now: Date) {
  return tx
    .select(closing)
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(ownedAndClosing(userId, now))
    .orderBy(asc(workspaces.name), asc(workspaces.id));
}

/** One of them, held until the transaction ends; null when it isn't theirs, isn't closing, or its time is over. */
export async function lockClosing(tx: Tx, userId: string, workspaceId: string, now: Date) {
  const [row] = await tx
    .select(closing)
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(ownedAndClosing(userId, now), eq(workspaces.id, workspaceId)))
    .for("no key update", { of: workspaces });
  return row ?? null;
}

export async function listDueDeletions(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select workspaces_to_delete() as id`);
  return rows.map(({ id }) => id);
}

/** The snapshots that had files; null when the workspace isn't due any more, or gone already. */
export async function deleteWorkspaceRows(
  tx: Tx,
  workspaceId: string,
): Promise<{ readonly id: string; readonly revision: number }[] | null> {
  const [row] = await tx.execute<{ files: { id: string; revision: number }[] | null }>(
    sql`select delete_workspace(${workspaceId}::uuid) as files`,
  );
  return row?.files ?? null;
}
