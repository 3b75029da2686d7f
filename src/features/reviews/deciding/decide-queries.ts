// SQL of what a decision on a document rests on.
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents } from "@/server/db/schema/document";
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
