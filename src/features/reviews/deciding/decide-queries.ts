// SQL of what a decision on a document rests on.
import { and, asc, desc, eq, isNull, lte, ne, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, drafts } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import { freshness, verifications } from "@/server/db/schema/verification";
import { workspaces } from "@/server/db/schema/workspace";

/** The document's kind, its people and the workspace's zone; undefined where there is none. */
export async function findReviewed(tx: Tx, workspaceId: string, documentId: string) {
  const [row] = await tx
    .select({
      kind: documents.kind,
      ownerId: documents.ownerId,
      currentVersion: documents.currentVersion,
      timeZone: workspaces.timeZone,
      verifierIds: sql<readonly string[]>`array(
        select v.user_id from document_verifiers v where v.document_id = ${documents.id} order by v.user_id)`,
    })
    .from(documents)
    .innerJoin(workspaces, eq(workspaces.id, documents.workspaceId))
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId)));
  return row;
}

/** The newest review of a document, with who decided it. */
export async function findLastReview(tx: Tx, workspaceId: string, documentId: string) {
  const [row] = await tx
    .select({ id: verifications.id, result: verifications.result, by: users.name, userId: users.id })
    .from(verifications)
    .innerJoin(users, eq(users.id, verifications.verifiedBy))
    .where(and(eq(verifications.workspaceId, workspaceId), eq(verifications.documentId, documentId)))
    .orderBy(desc(verifications.id))
    .limit(1);
  return row;
}

export async function findDueOn(tx: Tx, workspaceId: string, documentId: string): Promise<string | null> {
  const [row] = await tx
    .select({ dueOn: freshness.dueOn })
    .from(freshness)
    .where(and(eq(freshness.workspaceId, workspaceId), eq(freshness.documentId, documentId)));
  return row?.dueOn ?? null;
}

interface Which {
  /** Else only what was decided of versions. */
  readonly mayReadDrafts: boolean;
  readonly limit: number;
}

/** Reviews of a document, newest first. */
export async function listReviews(tx: Tx, workspaceId: string, documentId: string, { mayReadDrafts, limit }: Which) {
  return tx
    .select({
      id: verifications.id,
      result: verifications.result,
      version: verifications.version,
      note: verifications.note,
      at: verifications.at,
      sessionId: verifications.sessionId,
      by: { id: users.id, name: users.name },
    })
    .from(verifications)
    .innerJoin(users, eq(users.id, verifications.verifiedBy))
    .where(
      and(
        eq(verifications.workspaceId, workspaceId),
        eq(verifications.documentId, documentId),
        mayReadDrafts ? undefined : ne(verifications.result, "changes-asked"),
      ),
    )
    .orderBy(desc(verifications.id))
    .limit(limit);
}

/** The document in use that has waited longest for a person who verifies it; undefined where none waits. */
export async function findNextReview(
  tx: Tx,
  workspaceId: string,
  { userId, except, now }: { readonly userId: string; readonly except: string; readonly now: Date },
) {
  const isVerifier = sql`case
    when exists (select from document_verifiers v where v.document_id = ${documents.id})
    then exists (select from document_verifiers v where v.document_id = ${documents.id} and v.user_id = ${userId})
    else ${documents.ownerId} = ${userId} end`;
  const [row] = await tx
    .select({ kind: documents.kind, documentId: documents.id, title: drafts.title })
    .from(freshness)
    .innerJoin(documents, eq(documents.id, freshness.documentId))
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .where(
      and(
        eq(freshness.workspaceId, workspaceId),
        lte(freshness.dueFrom, now),
        eq(freshness.isPaused, false),
        isNull(documents.retiredAt),
        ne(documents.id, except),
        isVerifier,
      ),
    )
    .orderBy(asc(freshness.overdueAt), asc(documents.id))
    .limit(1);
  return row;
}
