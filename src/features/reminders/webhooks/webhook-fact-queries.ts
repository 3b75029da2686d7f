// SQL of what webhooks are told about, as it stands when they are told.
import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/server/db/client";
import { documentMarks } from "@/server/db/schema/dataset";
import { documents } from "@/server/db/schema/document";
import { reviewItems, reviewSessions, reviewTasks } from "@/server/db/schema/review";
import { users } from "@/server/db/schema/user";
import { freshness, verifications } from "@/server/db/schema/verification";

/** The published title; the draft's where nothing is published. */
const title = sql<string>`coalesce(
  (select v.title from versions v where v.document_id = ${documents.id} and v.number = ${documents.currentVersion}),
  (select d.title from drafts d where d.document_id = ${documents.id}), '')`;

const document = { documentId: documents.id, kind: documents.kind, title };

export async function findVerification(tx: Tx, workspaceId: string, verificationId: number) {
  const [row] = await tx
    .select({
      ...document,
      result: verifications.result,
      version: verifications.version,
      note: verifications.note,
      at: verifications.at,
      by: users.name,
      dueOn: freshness.dueOn,
    })
    .from(verifications)
    .innerJoin(documents, eq(documents.id, verifications.documentId))
    .innerJoin(users, eq(users.id, verifications.verifiedBy))
    .leftJoin(freshness, eq(freshness.documentId, verifications.documentId))
    .where(and(eq(verifications.workspaceId, workspaceId), eq(verifications.id, verificationId)));
  return row;
}

/** Those that are still marked so. */
export async function listMarked(
  tx: Tx,
  workspaceId: string,
  documentIds: readonly string[],
  { mark, sourceId }: Pick<typeof documentMarks.$inferSelect, "mark" | "sourceId">,
) {
  if (documentIds.length === 0) return [];
  return tx
    .select({ ...document, sentence: documentMarks.sentence, since: documentMarks.since })
    .from(documentMarks)
    .innerJoin(documents, eq(documents.id, documentMarks.documentId))
    .where(
      and(
        eq(documentMarks.workspaceId, workspaceId),
        inArray(documentMarks.documentId, [...documentIds]),
        eq(documentMarks.mark, mark),
        eq(documentMarks.sourceId, sourceId),
      ),
    );
}

export async function findPlannedSession(tx: Tx, workspaceId: string, sessionId: string) {
  const [row] = await tx
    .select({
      sessionId: reviewSessions.id,
      title: reviewSessions.title,
      mode: reviewSessions.mode,
      startsAt: reviewSessions.startsAt,
      endsAt: reviewSessions.endsAt,
      timeZone: reviewSessions.timeZone,
      createdAt: reviewSessions.createdAt,
      closedAt: reviewSessions.closedAt,
      facilitator: users.name,
      documents: sql<number>`(select count(*)::int from review_items i where i.session_id = ${reviewSessions.id})`,
    })
    .from(reviewSessions)
    .innerJoin(users, eq(users.id, reviewSessions.facilitatorId))
    .where(and(eq(reviewSessions.workspaceId, workspaceId), eq(reviewSessions.id, sessionId)));
  return row;
}

/** What was decided, in the order of the agenda. */
export async function listDecisions(tx: Tx, workspaceId: string, sessionId: string) {
  return tx
    .select({
      ...document,
      result: reviewItems.result,
      version: reviewItems.version,
      note: reviewItems.decisionNote,
    })
    .from(reviewItems)
    .innerJoin(documents, eq(documents.id, reviewItems.documentId))
    .where(and(eq(reviewItems.workspaceId, workspaceId), eq(reviewItems.sessionId, sessionId)))
    .orderBy(reviewItems.position, reviewItems.id);
}

const givers = alias(users, "givers");

export async function listGivenTasks(tx: Tx, workspaceId: string, taskIds: readonly string[]) {
  if (taskIds.length === 0) return [];
  return tx
    .select({
      ...document,
      taskId: reviewTasks.id,
      text: reviewTasks.text,
      dueOn: reviewTasks.dueOn,
      createdAt: reviewTasks.createdAt,
      assignee: users.name,
      giver: givers.name,
    })
    .from(reviewTasks)
    .innerJoin(documents, eq(documents.id, reviewTasks.documentId))
    .innerJoin(users, eq(users.id, reviewTasks.assigneeId))
    .innerJoin(givers, eq(givers.id, reviewTasks.createdBy))
    .where(and(eq(reviewTasks.workspaceId, workspaceId), inArray(reviewTasks.id, [...taskIds])));
}
