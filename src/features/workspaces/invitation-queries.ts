// Rows of invitations. Open means neither accepted nor revoked; an open one may have expired.
import { and, asc, count, eq, gt, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { users } from "@/server/db/schema/user";
import { invitations, workspaces } from "@/server/db/schema/workspace";
import type { Role } from "@/shared/permissions";

const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

const oneInvitation = (workspaceId: string, id: string) =>
  and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id));

const openColumns = {
  id: invitations.id,
  email: invitations.email,
  role: invitations.role,
  inviterName: users.name,
  workspaceName: workspaces.name,
  expiresAt: invitations.expiresAt,
};

export type OpenInvitationRow = Awaited<ReturnType<typeof listOpenInvitations>>[number];

export function listOpenInvitations(tx: Tx, workspaceId: string) {
  return selectOpen(tx)
    .where(and(eq(invitations.workspaceId, workspaceId), isOpen))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}

export async function findOpenInvitation(tx: Tx, workspaceId: string, id: string): Promise<OpenInvitationRow | null> {
  const [row] = await selectOpen(tx).where(and(oneInvitation(workspaceId, id), isOpen));
  return row ?? null;
}

export async function findOpenInvitationFor(
  tx: Tx,
  workspaceId: string,
  email: string,
): Promise<OpenInvitationRow | null> {
  const [row] = await selectOpen(tx).where(
    and(eq(invitations.workspaceId, workspaceId), eq(invitations.email, email), isOpen),
  );
  return row ?? null;
}

function selectOpen(tx: Tx) {
  return tx
    .select(openColumns)
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId));
}

export function listOpenInvitationsBy(tx: Tx, workspaceId: string, inviterId: string) {
  return tx
    .select({ id: invitations.id, role: invitations.role })
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.invitedBy, inviterId), isOpen));
}

export async function countOpenInvitations(tx: Tx, workspaceId: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), isOpen, gt(invitations.expiresAt, now)));
  return row?.count ?? 0;
}

export interface NewInvitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly role: Role;
  readonly tokenHash: string;
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

export async function insertInvitation(tx: Tx, row: NewInvitation): Promise<OpenInvitationRow> {
  await tx.insert(invitations).values(row);
  return readOpen(tx, row.workspaceId, row.id);
}

/** Throws when there is none: for what was just written. */
async function readOpen(tx: Tx, workspaceId: string, id: string): Promise<OpenInvitationRow> {
  const row = await findOpenInvitation(tx, workspaceId, id);
  if (!row) throw new Error(`Invitation ${id} is not open.`);
  return row;
}

export async function moveExpiry(tx: Tx, workspaceId: string, id: string, expiresAt: Date): Promise<void> {
  await tx.update(invitations).set({ expiresAt }).where(oneInvitation(workspaceId, id));
}

export async function markRevoked(tx: Tx, workspaceId: string, id: string, now = new Date()): Promise<void> {
  await tx.update(invitations).set({ revokedAt: now }).where(oneInvitation(workspaceId, id));
}

export async function markAccepted(tx: Tx, workspaceId: string, id: string, now: Date): Promise<void> {
  await tx.update(invitations).set({ acceptedAt: now }).where(oneInvitation(workspaceId, id));
}

export interface FoundInvitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly inviterName: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Looks across workspaces, by the hash of a token that only the mail's reader has. */
export async function findInvitationByTokenHash(tx: Tx, tokenHash: string): Promise<FoundInvitation | null> {
  const [row] = await tx
    .select({
      id: sql<string>`invitation_id`,
      workspaceId: sql<string>`workspace_id`,
      workspaceName: sql<string>`workspace_name`,
      inviterName: sql<string>`inviter_name`,
      email: sql<string>`email`,
      role: sql<Role>`role`,
      expiresAt: sql<Date>`expires_at`.mapWith(invitations.expiresAt),
      acceptedAt: sql<Date | null>`accepted_at`.mapWith(invitations.acceptedAt),
      revokedAt: sql<Date | null>`revoked_at`.mapWith(invitations.revokedAt),
    })
    .from(sql`find_invitation(${tokenHash})`);
  return row ?? null;
}
