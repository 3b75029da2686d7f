// Rows of workspaces. Row-level security shows a person the workspaces they belong to, and in a scope its own.
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { memberships, workspaces } from "@/server/db/schema/workspace";
import type { JoinedWorkspace } from "./workspace-contract";

const own = {
  id: workspaces.id,
  name: workspaces.name,
  slug: workspaces.slug,
  timeZone: workspaces.timeZone,
};
const joined = { ...own, role: memberships.role };

/** A workspace that is to be deleted is nobody's to enter. */
const isOpen = isNull(workspaces.deletionDueAt);

export function listJoinedWorkspaces(tx: Tx, userId: string): Promise<JoinedWorkspace[]> {
  return tx
    .select(joined)
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.userId, userId), isOpen))
    .orderBy(asc(workspaces.name), asc(workspaces.id));
}

export async function findJoinedWorkspace(
  tx: Tx,
  userId: string,
  slug: string,
): Promise<(JoinedWorkspace & { readonly signInBy: "any" | "oidc" }) | null> {
  const [row] = await tx
    .select({ ...joined, signInBy: workspaces.signInBy })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.userId, userId), eq(workspaces.slug, slug), isOpen));
  return row ?? null;
}

export async function findJoinedWorkspaceById(tx: Tx, userId: string, id: string): Promise<JoinedWorkspace | null> {
  const [row] = await tx
    .select(joined)
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.userId, userId), eq(workspaces.id, id), isOpen));
  return row ?? null;
}

export interface WorkspaceRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly timeZone: string;
}

/** Null when the slug is taken. The id must be the transaction's acting workspace already. */
export async function insertWorkspace(tx: Tx, row: WorkspaceRow): Promise<WorkspaceRow | null> {
  const [inserted] = await tx
    .insert(workspaces)
    .values(row)
    .onConflictDoNothing({ target: workspaces.slug })
    .returning(own);
  return inserted ?? null;
}

/**
 * Holds the workspace until the transaction ends, so that changes of members and invitations happen one after
 * another. Writers of documents are not held up: their foreign keys take a lock that agrees with this one.
 */
export async function lockWorkspace(tx: Tx, workspaceId: string): Promise<WorkspaceRow> {
  const [row] = await tx.select(own).from(workspaces).where(eq(workspaces.id, workspaceId)).for("no key update");
  if (!row) throw new Error(`Workspace ${workspaceId} is not the acting one.`);
  return row;
}

export async function updateWorkspace(
  tx: Tx,
  workspaceId: string,
  values: Partial<Omit<WorkspaceRow, "id">>,
): Promise<void> {
  await tx.update(workspaces).set(values).where(eq(workspaces.id, workspaceId));
}

export async function findTimeZone(tx: Tx, workspaceId: string): Promise<string> {
  const [row] = await tx
    .select({ timeZone: workspaces.timeZone })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (!row) throw new Error(`Workspace ${workspaceId} is not the acting one.`);
  return row.timeZone;
}
