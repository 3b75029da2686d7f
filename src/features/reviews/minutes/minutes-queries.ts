// SQL of minutes: what is frozen at the end of a session, and where it is found again.
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, drafts, versions } from "@/server/db/schema/document";
import { reviewItems, reviewMarks, reviewParticipants, reviewSessions, reviewVotes } from "@/server/db/schema/review";
import { freshness } from "@/server/db/schema/verification";
import type { KeptMinutes } from "./minutes-contract";

/** The documents of the agenda as they are now, in its order: both contents, and when each is due next. */
export async function listDocumentsOfSession(tx: Tx, workspaceId: string, sessionId: string) {
  return tx
    .select({
      itemId: reviewItems.id,
      draft: drafts.content,
      published: versions.content,
      dueOn: freshness.dueOn,
    })
    .from(reviewItems)
    .innerJoin(documents, eq(documents.id, reviewItems.documentId))
    .innerJoin(drafts, eq(drafts.documentId, reviewItems.documentId))
    .leftJoin(
      versions,
      and(eq(versions.documentId, reviewItems.documentId), eq(versions.number, documents.currentVersion)),
    )
    .leftJoin(freshness, eq(freshness.documentId, reviewItems.documentId))
    .where(and(eq(reviewItems.workspaceId, workspaceId), eq(reviewItems.sessionId, sessionId)))
    .orderBy(asc(reviewItems.position));
}

/** All marks of the session. */
export async function listMarksOfSession(tx: Tx, workspaceId: string, sessionId: string) {
  return tx
    .select({
      itemId: reviewMarks.itemId,
      place: reviewMarks.place,
      verdict: reviewMarks.verdict,
      note: reviewMarks.note,
    })
    .from(reviewMarks)
    .innerJoin(reviewItems, eq(reviewItems.id, reviewMarks.itemId))
    .where(and(eq(reviewItems.workspaceId, workspaceId), eq(reviewItems.sessionId, sessionId)))
    .orderBy(asc(reviewMarks.at), asc(reviewMarks.place));
}

/** The sessions that are over in which the document was on the agenda, the last first. */
export async function listMinutesOfDocument(tx: Tx, workspaceId: string, documentId: string) {
  const { id: sessionId, title, closedAt } = reviewSessions;
  return tx
    .select({ sessionId, title, closedAt, result: reviewItems.result, version: reviewItems.version })
    .from(reviewItems)
    .innerJoin(reviewSessions, eq(reviewSessions.id, reviewItems.sessionId))
    .where(
      and(
        eq(reviewItems.workspaceId, workspaceId),
        eq(reviewItems.documentId, documentId),
        eq(reviewSessions.state, "closed"),
      ),
    )
    .orderBy(desc(closedAt))
    .limit(100);
}

/** Of those who were asked, who has left out a vote on something that isn't decided. */
export async function listUnvoted(tx: Tx, workspaceId: string, sessionId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ userId: reviewParticipants.userId })
    .from(reviewParticipants)
    .innerJoin(reviewItems, eq(reviewItems.sessionId, reviewParticipants.sessionId))
    .where(
      and(
        eq(reviewParticipants.workspaceId, workspaceId),
        eq(reviewParticipants.sessionId, sessionId),
        isNull(reviewItems.result),
        sql`not exists (select 1 from ${reviewVotes} v
          where v.item_id = ${reviewItems.id} and v.user_id = ${reviewParticipants.userId})`,
      ),
    );
  return rows.map(({ userId }) => userId);
}

/** As SQL takes them: a plain object. */
export function storedMinutes(minutes: KeptMinutes): Record<string, unknown> {
  return { ...minutes };
}

interface DueSession extends Record<string, unknown> {
  readonly workspace_id: string;
  readonly session_id: string;
  readonly user_id: string;
  readonly what: "soon" | "open" | "ending" | "close";
}

/** Sessions of all workspaces about which the clock has something to do, each with its facilitator. */
export async function listDueSessions(tx: Pick<Tx, "execute">, now: Date): Promise<readonly DueSession[]> {
  return tx.execute<DueSession>(sql`select * from due_sessions(${now.toISOString()}::timestamptz)`);
}
