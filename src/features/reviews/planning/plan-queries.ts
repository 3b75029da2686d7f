// SQL of plans: sessions as they are written, listed and filled.
import { and, asc, count, desc, eq, ilike, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documentMarks } from "@/server/db/schema/dataset";
import { documents, documentVerifiers, drafts, versions } from "@/server/db/schema/document";
import { reviewItems, reviewParticipants, reviewSessions } from "@/server/db/schema/review";
import { users } from "@/server/db/schema/user";
import { freshness } from "@/server/db/schema/verification";
import { memberships, workspaces } from "@/server/db/schema/workspace";
import type { SessionMode, SessionState } from "../session-contract";
import type { AgendaSource } from "./plan-contract";

export interface SessionRow {
  readonly title: string;
  readonly purpose: string;
  readonly mode: SessionMode;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly facilitatorId: string;
}

export async function insertSession(
  tx: Tx,
  workspaceId: string,
  row: SessionRow & { readonly id: string; readonly plannedBy: string },
): Promise<void> {
  await tx.insert(reviewSessions).values({ workspaceId, ...row });
}

/** Writes the plan anew and lets its revision grow; the caller holds the session's lock. */
export async function updatePlan(tx: Tx, workspaceId: string, sessionId: string, row: SessionRow): Promise<void> {
  await tx
    .update(reviewSessions)
    .set({ ...row, revision: sql`${reviewSessions.revision} + 1` })
    .where(and(eq(reviewSessions.workspaceId, workspaceId), eq(reviewSessions.id, sessionId)));
}

/** Something of the session's state; the caller holds its lock. */
export async function updateSession(
  tx: Tx,
  workspaceId: string,
  sessionId: string,
  set: Partial<typeof reviewSessions.$inferInsert>,
): Promise<void> {
  await tx
    .update(reviewSessions)
    .set(set)
    .where(and(eq(reviewSessions.workspaceId, workspaceId), eq(reviewSessions.id, sessionId)));
}

/** The session's date, people or agenda are others from now on. */
export async function growRevision(tx: Tx, workspaceId: string, sessionId: string): Promise<void> {
  await tx
    .update(reviewSessions)
    .set({ revision: sql`${reviewSessions.revision} + 1` })
    .where(and(eq(reviewSessions.workspaceId, workspaceId), eq(reviewSessions.id, sessionId)));
}

interface PlannedItem {
  readonly documentId: string;
  readonly minutes: number | null;
}

/** The agenda as it is from now on; what stays on it keeps its row, and with it what was said of it. */
export async function writeItems(
  tx: Tx,
  workspaceId: string,
  sessionId: string,
  items: readonly PlannedItem[],
): Promise<void> {
  const documentIds = items.map(({ documentId }) => documentId);
  await tx
    .delete(reviewItems)
    .where(
      and(
        eq(reviewItems.workspaceId, workspaceId),
        eq(reviewItems.sessionId, sessionId),
        sql`${reviewItems.documentId} <> all(${sql.param(documentIds)}::uuid[])`,
      ),
    );
  const rows = items.map(({ documentId, minutes }, place) => ({
    ...{ id: crypto.randomUUID(), workspaceId, sessionId, documentId },
    ...{ position: place + 1, minutesPlanned: minutes },
  }));
  await tx
    .insert(reviewItems)
    .values(rows)
    .onConflictDoUpdate({
      target: [reviewItems.sessionId, reviewItems.documentId],
      set: { position: sql`excluded.position`, minutesPlanned: sql`excluded.minutes_planned` },
    });
}

/** Asks people to come who were not asked before; the answer is who they are. */
export async function addParticipants(
  tx: Tx,
  workspaceId: string,
  sessionId: string,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx
    .insert(reviewParticipants)
    .values(userIds.map((userId) => ({ workspaceId, sessionId, userId })))
    .onConflictDoNothing()
    .returning({ userId: reviewParticipants.userId });
  return rows.map(({ userId }) => userId);
}

/** Lets those go who are not among them; the answer is who they were. */
export async function removeParticipantsBut(
  tx: Tx,
  workspaceId: string,
  sessionId: string,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx
    .delete(reviewParticipants)
    .where(
      and(
        eq(reviewParticipants.workspaceId, workspaceId),
        eq(reviewParticipants.sessionId, sessionId),
        sql`${reviewParticipants.userId} <> all(${sql.param([...userIds])}::uuid[])`,
      ),
    )
    .returning({ userId: reviewParticipants.userId });
  return rows.map(({ userId }) => userId);
}

/** Those of the documents that there are, with what a plan asks of them. */
export async function findPlannedDocuments(tx: Tx, workspaceId: string, documentIds: readonly string[]) {
  return tx
    .select({ id: documents.id, title: drafts.title, retiredAt: documents.retiredAt })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .where(and(eq(documents.workspaceId, workspaceId), inArray(documents.id, [...documentIds])));
}

/** Those of the people who are members, with their roles. */
export async function findMembers(tx: Tx, workspaceId: string, userIds: readonly string[]) {
  return tx
    .select({ userId: memberships.userId, role: memberships.role, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceId, workspaceId), inArray(memberships.userId, [...userIds])));
}

const COMING: SessionState[] = ["open", "planned"];

interface ListFilter {
  readonly userId: string;
  readonly which: "coming" | "past";
  readonly limit: number;
  readonly after: { readonly at: Date; readonly id: string } | undefined;
  /** False for people who see published documents only. */
  readonly mayReadDrafts: boolean;
}

/** What is open or planned, the next first; or what is over, the last first. */
export async function listSessionRows(tx: Tx, workspaceId: string, filter: ListFilter) {
  const { userId, which, limit, after, mayReadDrafts } = filter;
  const isComing = which === "coming";
  const { startsAt, id } = reviewSessions;
  const beyond = (at: Date, last: string) =>
    isComing
      ? sql`(${startsAt}, ${id}) > (${at.toISOString()}::timestamptz, ${last}::uuid)`
      : sql`(${startsAt}, ${id}) < (${at.toISOString()}::timestamptz, ${last}::uuid)`;
  const of = sql`where i.session_id = ${id}`;
  return tx
    .select({
      session: reviewSessions,
      facilitator: { id: users.id, name: users.name },
      items: sql<number>`(select count(*)::int from ${reviewItems} i ${of})`,
      decided: sql<number>`(select count(*)::int from ${reviewItems} i ${of} and i.result is not null)`,
      people: sql<number>`(select count(*)::int from ${reviewParticipants} i ${of})`,
      isMine: sql<boolean>`exists (select 1 from ${reviewParticipants} i ${of} and i.user_id = ${userId}::uuid)`,
      titles: mayReadDrafts
        ? sql<string[]>`array(select d.title from ${reviewItems} i join ${drafts} d on d.document_id = i.document_id
            ${of} order by i.position limit 4)`
        : sql<string[]>`array(select v.title from ${reviewItems} i join ${documents} d on d.id = i.document_id
            join ${versions} v on v.document_id = d.id and v.number = d.current_version
            ${of} order by i.position limit 4)`,
    })
    .from(reviewSessions)
    .innerJoin(users, eq(users.id, reviewSessions.facilitatorId))
    .where(
      and(
        eq(reviewSessions.workspaceId, workspaceId),
        inArray(reviewSessions.state, isComing ? COMING : ["closed", "cancelled"]),
        after ? beyond(after.at, after.id) : undefined,
      ),
    )
    .orderBy(...(isComing ? [asc(startsAt), asc(id)] : [desc(startsAt), desc(id)]))
    .limit(limit);
}

/** Sessions that are open or planned to which the person was asked. */
export async function countComing(tx: Tx, workspaceId: string, userId: string): Promise<number> {
  const [row] = await tx
    .select({ sessions: count() })
    .from(reviewParticipants)
    .innerJoin(reviewSessions, eq(reviewSessions.id, reviewParticipants.sessionId))
    .where(
      and(
        eq(reviewParticipants.workspaceId, workspaceId),
        eq(reviewParticipants.userId, userId),
        inArray(reviewSessions.state, COMING),
      ),
    );
  return row?.sessions ?? 0;
}

interface Suggestion {
  readonly source: AgendaSource;
  /** Part of the title; "" for all. */
  readonly text: string;
  readonly userIds: readonly string[];
  readonly now: Date;
  readonly limit: number;
}

/** Documents that an agenda may be filled with, those that have waited longest first. */
export async function listSuggestions(tx: Tx, workspaceId: string, suggestion: Suggestion) {
  return tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      title: drafts.title,
      currentVersion: documents.currentVersion,
      card: sql<Record<string, unknown>>`jsonb_build_object(
        'portrait', ${drafts.content} -> 'portrait', 'hue', ${drafts.content} -> 'hue')`,
      owner: { id: users.id, name: users.name },
      dueOn: freshness.dueOn,
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .innerJoin(users, eq(users.id, documents.ownerId))
    .leftJoin(freshness, eq(freshness.documentId, documents.id))
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        isNull(documents.retiredAt),
        suggestion.text === "" ? undefined : ilike(drafts.title, `%${suggestion.text.replace(/[\\%_]/g, "\\$&")}%`),
        fits(suggestion),
      ),
    )
    .orderBy(sql`${freshness.dueOn} asc nulls last`, asc(drafts.title), asc(documents.id))
    .limit(suggestion.limit);
}

function fits({ source, userIds, now }: Suggestion): SQL | undefined {
  switch (source) {
    case "all":
      return undefined;
    case "overdue":
      return and(lt(freshness.overdueAt, now), eq(freshness.isPaused, false));
    case "drifting":
      return sql`exists (select 1 from ${documentMarks} m
        where m.document_id = ${documents.id} and m.mark in ('drifting', 'contradicted'))`;
    case "people": {
      const named = sql`${documentVerifiers.userId} = any(${sql.param([...userIds])}::uuid[])`;
      return or(
        inArray(documents.ownerId, [...userIds]),
        sql`exists (select 1 from ${documentVerifiers} where ${documentVerifiers.documentId} = ${documents.id} and ${named})`,
      );
    }
  }
}

/** Whom a letter is for, and the address of the workspace. */
export async function findRecipient(tx: Tx, workspaceId: string, userId: string) {
  const [row] = await tx
    .select({ name: users.name, email: users.email, slug: workspaces.slug })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId)));
  if (!row) throw new Error(`${userId} is no member any more.`);
  return row;
}
