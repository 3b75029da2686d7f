// SQL of the feed.
import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { activities } from "@/server/db/schema/discussion";
import { documents, drafts, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import type { ActivityVerb } from "./activity-rules";

export interface NewActivity {
  readonly documentId: string;
  readonly actorId: string;
  readonly verb: ActivityVerb;
  readonly details: Readonly<Record<string, string | number | null>>;
  readonly isOnDraft: boolean;
  readonly span: string | null;
}

/** Inserts a row, or lets the row of the same span grow. */
export async function upsertActivity(tx: Tx, workspaceId: string, row: NewActivity): Promise<void> {
  await tx
    .insert(activities)
    .values({ workspaceId, ...row })
    .onConflictDoUpdate({
      target: [activities.documentId, activities.actorId, activities.verb, activities.span],
      set: { count: sql`${activities.count} + 1`, at: sql`now()`, details: row.details },
    });
}

export interface ActivityFilter {
  readonly documentId: string | undefined;
  readonly actorId: string | undefined;
  readonly verbs: readonly ActivityVerb[] | undefined;
  /** False for people who see published documents only: they are told nothing of drafts. */
  readonly mayReadDrafts: boolean;
  readonly after: { readonly at: Date; readonly id: number } | undefined;
  readonly limit: number;
}

/** One page, newest first, with each document's title as the person may read it. */
export async function listActivities(tx: Tx, workspaceId: string, filter: ActivityFilter) {
  const { documentId, actorId, verbs, mayReadDrafts, after, limit } = filter;
  return tx
    .select({
      id: activities.id,
      document: {
        id: documents.id,
        kind: documents.kind,
        title: mayReadDrafts ? drafts.title : versions.title,
      },
      actor: { id: users.id, name: users.name },
      verb: activities.verb,
      details: activities.details,
      count: activities.count,
      at: activities.at,
    })
    .from(activities)
    .innerJoin(documents, eq(documents.id, activities.documentId))
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .innerJoin(users, eq(users.id, activities.actorId))
    .where(
      and(
        eq(activities.workspaceId, workspaceId),
        documentId === undefined ? undefined : eq(activities.documentId, documentId),
        actorId === undefined ? undefined : eq(activities.actorId, actorId),
        verbs && inArray(activities.verb, [...verbs]),
        mayReadDrafts ? undefined : and(eq(activities.isOnDraft, false), isNotNull(documents.currentVersion)),
        after &&
          sql`(${activities.at}, ${activities.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::bigint)`,
      ),
    )
    .orderBy(desc(activities.at), desc(activities.id))
    .limit(limit);
}
