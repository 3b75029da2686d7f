// SQL of sessions with their agenda and people.
import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/server/db/client";
import { documents, drafts, versions } from "@/server/db/schema/document";
import { reviewItems, reviewParticipants, reviewSessions } from "@/server/db/schema/review";
import { users } from "@/server/db/schema/user";

const facilitators = alias(users, "facilitators");
const presenters = alias(users, "presenters");

/** One session, without its agenda; undefined where there is none. */
export async function findSession(tx: Tx, workspaceId: string, sessionId: string) {
  const [row] = await tx
    .select({
      session: reviewSessions,
      facilitator: { id: facilitators.id, name: facilitators.name },
      presenter: { id: presenters.id, name: presenters.name },
    })
    .from(reviewSessions)
    .innerJoin(facilitators, eq(facilitators.id, reviewSessions.facilitatorId))
    .leftJoin(presenters, eq(presenters.id, reviewSessions.presenterId))
    .where(and(eq(reviewSessions.workspaceId, workspaceId), eq(reviewSessions.id, sessionId)));
  return row;
}

/** The session's row, locked until the transaction ends: whatever changes a session queues up here. */
export async function lockSession(tx: Tx, workspaceId: string, sessionId: string) {
  const [row] = await tx
    .select()
    .from(reviewSessions)
    .where(and(eq(reviewSessions.workspaceId, workspaceId), eq(reviewSessions.id, sessionId)))
    .for("no key update");
  return row;
}

/** The agenda, in its order. Portrait and hue are those of the draft. */
export async function listItems(tx: Tx, workspaceId: string, sessionId: string) {
  return tx
    .select({
      item: reviewItems,
      kind: documents.kind,
      title: drafts.title,
      currentVersion: documents.currentVersion,
      card: sql<Record<string, unknown>>`jsonb_build_object(
        'portrait', ${drafts.content} -> 'portrait', 'hue', ${drafts.content} -> 'hue')`,
      /** As who reads versions alone may see it; null while there is none. */
      published: {
        title: versions.title,
        card: sql<Record<string, unknown>>`jsonb_build_object(
          'portrait', ${versions.content} -> 'portrait', 'hue', ${versions.content} -> 'hue')`,
      },
      decidedByName: users.name,
    })
    .from(reviewItems)
    .innerJoin(documents, eq(documents.id, reviewItems.documentId))
    .innerJoin(drafts, eq(drafts.documentId, reviewItems.documentId))
    .leftJoin(
      versions,
      and(eq(versions.documentId, reviewItems.documentId), eq(versions.number, documents.currentVersion)),
    )
    .leftJoin(users, eq(users.id, reviewItems.decidedBy))
    .where(and(eq(reviewItems.workspaceId, workspaceId), eq(reviewItems.sessionId, sessionId)))
    .orderBy(asc(reviewItems.position), asc(reviewItems.id));
}

export async function listParticipants(tx: Tx, workspaceId: string, sessionId: string) {
  return tx
    .select({ id: users.id, name: users.name, joinedAt: reviewParticipants.joinedAt })
    .from(reviewParticipants)
    .innerJoin(users, eq(users.id, reviewParticipants.userId))
    .where(and(eq(reviewParticipants.workspaceId, workspaceId), eq(reviewParticipants.sessionId, sessionId)))
    .orderBy(asc(users.name), asc(users.id));
}
