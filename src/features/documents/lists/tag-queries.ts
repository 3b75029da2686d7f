// SQL of tags, and of what is done to several documents at once.

import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents } from "@/server/db/schema/document";
import type { KindName } from "@/shared/document-kinds";

/** The documents of a kind with these ids, locked until the transaction ends, in one order for everybody. */
export async function lockDocuments(tx: Tx, workspaceId: string, kind: KindName, documentIds: readonly string[]) {
  return tx
    .select({
      id: documents.id,
      tags: documents.tags,
      currentVersion: documents.currentVersion,
      retiredAt: documents.retiredAt,
    })
    .from(documents)
    .where(
      and(eq(documents.workspaceId, workspaceId), eq(documents.kind, kind), inArray(documents.id, [...documentIds])),
    )
    .orderBy(documents.id)
    .for("update");
}

export async function setTags(tx: Tx, workspaceId: string, documentId: string, tags: readonly string[]): Promise<void> {
  await tx
    .update(documents)
    .set({ tags: [...tags] })
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId)));
}

/** Tags of documents that the person may see, retired ones too, with the most frequent first. */
export async function listTags(tx: Tx, workspaceId: string, mayReadDrafts: boolean) {
  const used = tx
    .select({ tag: sql<string>`unnest(${documents.tags})`.as("tag"), kind: documents.kind })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), mayReadDrafts ? undefined : isNotNull(documents.currentVersion)))
    .as("used");
  const of = (kind: KindName) => sql<number>`(count(*) filter (where ${used.kind} = ${kind}))::int`;
  return tx
    .select({ tag: used.tag, segment: of("segment"), persona: of("persona"), scenario: of("scenario") })
    .from(used)
    .groupBy(used.tag)
    .orderBy(sql`count(*) desc`, used.tag)
    .limit(500);
}
