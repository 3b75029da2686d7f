// SQL of a session while it goes on: who is there, where they are, and what was decided.
import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/server/db/client";
import { documents } from "@/server/db/schema/document";
import { reviewItems, reviewParticipants, reviewSessions } from "@/server/db/schema/review";
import { users } from "@/server/db/schema/user";
import { memberships } from "@/server/db/schema/workspace";
import type { Presented } from "./room-contract";

interface ItemKey {
  readonly sessionId: string;
  readonly itemId: string;
}

const person = { id: users.id, name: users.name };

/**
 * An item and its session, held as they are until the transaction ends: nobody closes or decides meanwhile, and others
 * who only say something don't wait. Undefined where the session has no such item.
 */
export async function holdItem(tx: Tx, workspaceId: string, { sessionId, itemId }: ItemKey) {
  const [row] = await itemWithSession(tx, workspaceId, { sessionId, itemId }).for("share");
  return row;
}

/** As `holdItem`, without holding anything. */
export async function findItem(tx: Tx, workspaceId: string, key: ItemKey) {
  const [row] = await itemWithSession(tx, workspaceId, key);
  return row;
}

/** The session first: that is the order in which everything locks them. */
function itemWithSession(tx: Tx, workspaceId: string, { sessionId, itemId }: ItemKey) {
  return tx
    .select({ session: reviewSessions, item: reviewItems })
    .from(reviewSessions)
    .innerJoin(reviewItems, eq(reviewItems.sessionId, reviewSessions.id))
    .where(
      and(eq(reviewSessions.workspaceId, workspaceId), eq(reviewSessions.id, sessionId), eq(reviewItems.id, itemId)),
    );
}

/** Everybody of the session with their role of now; who left the workspace is none of them. */
export async function listPeople(tx: Tx, workspaceId: string, sessionId: string) {
  return tx
    .select({
      ...person,
      role: memberships.role,
      joinedAt: reviewParticipants.joinedAt,
      seenAt: reviewParticipants.seenAt,
    })
    .from(reviewParticipants)
    .innerJoin(users, eq(users.id, reviewParticipants.userId))
    .innerJoin(
      memberships,
      and(eq(memberships.workspaceId, reviewParticipants.workspaceId), eq(memberships.userId, users.id)),
    )
    .where(and(eq(reviewParticipants.workspaceId, workspaceId), eq(reviewParticipants.sessionId, sessionId)))
    .orderBy(asc(users.name), asc(users.id));
}

export async function hasJoined(tx: Tx, workspaceId: string, sessionId: string, userId: string): Promise<boolean> {
  const [row] = await tx
    .select({ joinedAt: reviewParticipants.joinedAt })
    .from(reviewParticipants)
    .where(
      and(
        eq(reviewParticipants.workspaceId, workspaceId),
        eq(reviewParticipants.sessionId, sessionId),
        eq(reviewParticipants.userId, userId),
      ),
    );
  return row !== undefined && row.joinedAt !== null;
}

/** Notes a sign of life. Answers whether it was the person's first, or undefined for who isn't of the session. */
export async function touchPerson(tx: Tx, workspaceId: string, sessionId: string, userId: string, now: Date) {
  const before = alias(reviewParticipants, "before");
  const key = and(
    eq(reviewParticipants.workspaceId, workspaceId),
    eq(reviewParticipants.sessionId, sessionId),
    eq(reviewParticipants.userId, userId),
  );
  const [row] = await tx
    .update(reviewParticipants)
    .set({ seenAt: now, joinedAt: sql`coalesce(${reviewParticipants.joinedAt}, ${now.toISOString()}::timestamptz)` })
    .from(before)
    .where(and(key, eq(before.sessionId, reviewParticipants.sessionId), eq(before.userId, reviewParticipants.userId)))
    .returning({ joinedBefore: before.joinedAt });
  return row && { isFirst: row.joinedBefore === null };
}

export async function addPerson(tx: Tx, workspaceId: string, sessionId: string, userId: string, now: Date) {
  await tx
    .insert(reviewParticipants)
    .values({ workspaceId, sessionId, userId, invitedAt: now, joinedAt: now, seenAt: now })
    .onConflictDoNothing();
}

export async function leadSession(
  tx: Tx,
  workspaceId: string,
  sessionId: string,
  to: { readonly facilitatorId: string; readonly presenterId: string | null },
) {
  await tx
    .update(reviewSessions)
    .set(to)
    .where(and(eq(reviewSessions.workspaceId, workspaceId), eq(reviewSessions.id, sessionId)));
}

export async function moveSession(tx: Tx, workspaceId: string, { sessionId, itemId }: ItemKey, now: Date) {
  await tx
    .update(reviewSessions)
    .set({ currentItemId: itemId, itemStartedAt: now, presented: null })
    .where(and(eq(reviewSessions.workspaceId, workspaceId), eq(reviewSessions.id, sessionId)));
}

/** Where the presenter is now. False where the person doesn't present this item in an open meeting. */
export async function setPresented(
  tx: Tx,
  workspaceId: string,
  { sessionId, itemId, userId, at }: ItemKey & { readonly userId: string; readonly at: Presented },
): Promise<boolean> {
  const rows = await tx
    .update(reviewSessions)
    .set({ presented: at })
    .where(
      and(
        eq(reviewSessions.workspaceId, workspaceId),
        eq(reviewSessions.id, sessionId),
        eq(reviewSessions.currentItemId, itemId),
        eq(reviewSessions.presenterId, userId),
        eq(reviewSessions.state, "open"),
        eq(reviewSessions.mode, "live"),
      ),
    )
    .returning({ id: reviewSessions.id });
  return rows.length > 0;
}

export async function revealItem(tx: Tx, workspaceId: string, itemId: string) {
  await tx
    .update(reviewItems)
    .set({ isRevealed: true })
    .where(and(eq(reviewItems.workspaceId, workspaceId), eq(reviewItems.id, itemId)));
}

/** What is needed to look at the document of an item. */
export async function findItemDocument(tx: Tx, workspaceId: string, { sessionId, itemId }: ItemKey) {
  const [row] = await tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      currentVersion: documents.currentVersion,
      retiredAt: documents.retiredAt,
    })
    .from(reviewItems)
    .innerJoin(documents, eq(documents.id, reviewItems.documentId))
    .where(
      and(eq(reviewItems.workspaceId, workspaceId), eq(reviewItems.sessionId, sessionId), eq(reviewItems.id, itemId)),
    );
  return row;
}

/** What was decided of an item; its row must be locked. */
export async function setDecision(
  tx: Tx,
  workspaceId: string,
  itemId: string,
  decision: Pick<typeof reviewItems.$inferInsert, "result" | "decisionNote" | "decidedBy" | "decidedAt" | "version">,
): Promise<void> {
  await tx
    .update(reviewItems)
    .set(decision)
    .where(and(eq(reviewItems.workspaceId, workspaceId), eq(reviewItems.id, itemId)));
}
