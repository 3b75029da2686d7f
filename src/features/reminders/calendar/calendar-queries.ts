// SQL of calendars. Row-level security shows people their own feed and events only.
import { and, asc, eq, gt, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, versions } from "@/server/db/schema/document";
import { calendarEvents, calendarFeeds } from "@/server/db/schema/reminder";
import { reviewParticipants, reviewSessions, reviewTasks } from "@/server/db/schema/review";
import { users } from "@/server/db/schema/user";
import { freshness } from "@/server/db/schema/verification";
import { workspaces } from "@/server/db/schema/workspace";
import type { EventTime, ToldEvent } from "./calendar-rules";

/** Whose calendar, and of which workspace. */
interface Reader {
  readonly workspaceId: string;
  readonly userId: string;
}

/** More than anybody does in a quarter; what comes first is told. */
const MOST_EVENTS = 500;

/** Whose calendar has the address with this hash; undefined for nobody's. Needs no scope: it is how one is come by. */
export async function findReader(tx: Tx, tokenHash: string): Promise<Reader | undefined> {
  const [row] = await tx.execute<{ workspace_id: string; user_id: string }>(
    sql`select workspace_id, user_id from find_calendar(${tokenHash})`,
  );
  return row && { workspaceId: row.workspace_id, userId: row.user_id };
}

const ownFeed = ({ workspaceId, userId }: Reader) =>
  and(eq(calendarFeeds.workspaceId, workspaceId), eq(calendarFeeds.userId, userId));

export async function findFeed(tx: Tx, reader: Reader) {
  const [row] = await tx
    .select({ createdAt: calendarFeeds.createdAt, readAt: calendarFeeds.readAt })
    .from(calendarFeeds)
    .where(ownFeed(reader));
  return row;
}

/** The address from now on; the one before, if there was one, leads nowhere. */
export async function replaceFeed(tx: Tx, { workspaceId, userId }: Reader, tokenHash: string): Promise<void> {
  await tx
    .insert(calendarFeeds)
    .values({ workspaceId, userId, tokenHash })
    .onConflictDoUpdate({
      target: [calendarFeeds.workspaceId, calendarFeeds.userId],
      set: { tokenHash, createdAt: sql`now()`, readAt: null },
    });
}

export async function deleteFeed(tx: Tx, reader: Reader): Promise<void> {
  await tx.delete(calendarFeeds).where(ownFeed(reader));
}

/** Keeps that it was read. Of two who read at once, the second waits here for what the first has told. */
export async function touchFeed(tx: Tx, reader: Reader, readAt: Date): Promise<void> {
  await tx.update(calendarFeeds).set({ readAt }).where(ownFeed(reader));
}

export async function findFrame(tx: Tx, workspaceId: string): Promise<{ name: string; slug: string }> {
  const [row] = await tx
    .select({ name: workspaces.name, slug: workspaces.slug })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (!row) throw new Error(`Workspace ${workspaceId} is not the acting one.`);
  return row;
}

/** What the calendar was told last, whatever has become of it. */
export async function listTold(tx: Tx, { workspaceId, userId }: Reader): Promise<readonly ToldEvent[]> {
  const rows = await tx
    .select()
    .from(calendarEvents)
    .where(and(eq(calendarEvents.workspaceId, workspaceId), eq(calendarEvents.userId, userId)));
  return rows.map(({ uid, sequence, event, changedAt, isCancelled }) => {
    // Written by `upsertTold` alone.
    const { title, description, path, time } = event as unknown as Omit<ToldEvent, "uid">;
    return { uid, sequence, changedAt, isCancelled, title, description, path, time };
  });
}

export async function upsertTold(tx: Tx, { workspaceId, userId }: Reader, events: readonly ToldEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ uid, sequence, changedAt, isCancelled, title, description, path, time }) => ({
    workspaceId,
    userId,
    uid,
    sequence,
    changedAt,
    isCancelled,
    event: { title, description, path, time: time satisfies EventTime },
  }));
  await tx
    .insert(calendarEvents)
    .values(rows)
    .onConflictDoUpdate({
      target: [calendarEvents.workspaceId, calendarEvents.userId, calendarEvents.uid],
      set: {
        sequence: sql`excluded.sequence`,
        changedAt: sql`excluded.changed_at`,
        isCancelled: sql`excluded.is_cancelled`,
        event: sql`excluded.event`,
      },
    });
}

/** Documents that the person verifies or owns, with the day by which they have to be verified. */
export async function listDueDays(tx: Tx, { workspaceId, userId }: Reader) {
  const isVerifier = sql<boolean>`exists (
    select 1 from document_verifiers v where v.document_id = ${documents.id} and v.user_id = ${userId})`;
  const verifiers = sql<string[]>`array(
    select u.name from document_verifiers v join users u on u.id = v.user_id
    where v.document_id = ${documents.id} order by u.name)`;
  return tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      title: versions.title,
      dueOn: sql<string>`${freshness.dueOn}`,
      isVerifier,
      verifiers,
    })
    .from(freshness)
    .innerJoin(documents, eq(documents.id, freshness.documentId))
    .innerJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(
      and(
        eq(freshness.workspaceId, workspaceId),
        isNotNull(freshness.dueOn),
        eq(freshness.isPaused, false),
        isNull(documents.retiredAt),
        or(eq(documents.ownerId, userId), isVerifier),
      ),
    )
    .orderBy(asc(freshness.dueOn), asc(documents.id))
    .limit(MOST_EVENTS);
}

/** Sessions that the person leads or is asked to and that have not ended before `since`. */
export async function listSessions(tx: Tx, { workspaceId, userId }: Reader, since: Date) {
  return tx
    .select({
      sessionId: reviewSessions.id,
      title: reviewSessions.title,
      purpose: reviewSessions.purpose,
      mode: reviewSessions.mode,
      startsAt: reviewSessions.startsAt,
      endsAt: reviewSessions.endsAt,
      facilitator: users.name,
    })
    .from(reviewSessions)
    .innerJoin(users, eq(users.id, reviewSessions.facilitatorId))
    .leftJoin(
      reviewParticipants,
      and(eq(reviewParticipants.sessionId, reviewSessions.id), eq(reviewParticipants.userId, userId)),
    )
    .where(
      and(
        eq(reviewSessions.workspaceId, workspaceId),
        ne(reviewSessions.state, "cancelled"),
        gt(reviewSessions.endsAt, since),
        or(isNotNull(reviewParticipants.userId), eq(reviewSessions.facilitatorId, userId)),
      ),
    )
    .orderBy(asc(reviewSessions.startsAt), asc(reviewSessions.id))
    .limit(MOST_EVENTS);
}

/** What the person has to do. The title is the published one; "" where nothing is published. */
export async function listTasks(tx: Tx, { workspaceId, userId }: Reader) {
  return tx
    .select({
      taskId: reviewTasks.id,
      text: reviewTasks.text,
      dueOn: reviewTasks.dueOn,
      documentId: reviewTasks.documentId,
      kind: documents.kind,
      title: sql<string>`coalesce(${versions.title}, '')`,
    })
    .from(reviewTasks)
    .innerJoin(documents, eq(documents.id, reviewTasks.documentId))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(
      and(eq(reviewTasks.workspaceId, workspaceId), eq(reviewTasks.assigneeId, userId), isNull(reviewTasks.doneAt)),
    )
    .orderBy(asc(reviewTasks.dueOn), asc(reviewTasks.id))
    .limit(MOST_EVENTS);
}
