// SQL of the edit log: every accepted batch, by the revision that it made.
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { prepareOnce } from "@/server/db/prepare-once";
import { documents, draftEdits, drafts } from "@/server/db/schema/document";
import type { Edit } from "./edit-rules";

export interface LoggedBatch {
  readonly revision: number;
  readonly batchId: string;
  readonly authorId: string;
  readonly edits: readonly Edit[];
}

const columns = {
  revision: draftEdits.revision,
  batchId: draftEdits.batchId,
  authorId: draftEdits.authorId,
  edits: sql<readonly Edit[]>`${draftEdits.edits}`,
};

const selectBatch = prepareOnce(["workspaceId", "documentId", "batchId"], (db, value) =>
  db
    .select(columns)
    .from(draftEdits)
    .where(
      and(
        eq(draftEdits.workspaceId, value.workspaceId),
        eq(draftEdits.documentId, value.documentId),
        eq(draftEdits.batchId, value.batchId),
      ),
    ),
);

/** The batch with this id, when it was accepted before. */
export async function findBatch(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  batchId: string,
): Promise<LoggedBatch | undefined> {
  const [row] = await selectBatch(tx, { workspaceId, documentId, batchId });
  return row;
}

interface StoredBatch extends LoggedBatch {
  readonly documentId: string;
  /** The draft's content after the batch, as JSON. */
  readonly json: string;
  readonly contentHash: string;
  /** What the feed tells as one. */
  readonly span: string;
}

/**
 * Writes a batch into the log, the draft, the document's moment of change and the feed, in one statement: each further
 * one costs as much as its work. The caller holds the draft's lock and knows the next revision.
 */
export async function storeBatch(tx: Tx, workspaceId: string, row: StoredBatch): Promise<void> {
  const { documentId, revision, batchId, authorId, edits, json, contentHash, span } = row;
  await tx.execute(sql`
    with logged as (
      insert into draft_edits (workspace_id, document_id, revision, batch_id, author_id, edits)
      values (${workspaceId}::uuid, ${documentId}::uuid, ${revision}::int, ${batchId}::uuid, ${authorId}::uuid,
              ${JSON.stringify(edits)}::jsonb)
    ), changed as (
      update documents set changed_at = now() where workspace_id = ${workspaceId}::uuid and id = ${documentId}::uuid
    ), told as (
      insert into activities (workspace_id, document_id, actor_id, verb, is_on_draft, span)
      values (${workspaceId}::uuid, ${documentId}::uuid, ${authorId}::uuid, 'edited', true, ${span})
      on conflict (document_id, actor_id, verb, span) do update set count = activities.count + 1, at = now()
    )
    update drafts
    set content = ${json}::jsonb, content_hash = ${contentHash}, revision = ${revision}::int,
        changed_by = ${authorId}::uuid, changed_at = now()
    where workspace_id = ${workspaceId}::uuid and document_id = ${documentId}::uuid`);
}

const selectBatchesAfter = prepareOnce(["workspaceId", "documentId", "revision", "limit"], (db, value) =>
  db
    .select(columns)
    .from(draftEdits)
    .where(
      and(
        eq(draftEdits.workspaceId, value.workspaceId),
        eq(draftEdits.documentId, value.documentId),
        gt(draftEdits.revision, value.revision),
      ),
    )
    .orderBy(asc(draftEdits.revision))
    .limit(value.limit),
);

/** Batches that made later revisions, oldest first. A restore or a publication makes a revision without a batch. */
export function listBatchesAfter(
  tx: Tx,
  workspaceId: string,
  after: { documentId: string; revision: number; limit: number },
): Promise<readonly LoggedBatch[]> {
  return selectBatchesAfter(tx, { workspaceId, ...after });
}

const selectLiveDocument = prepareOnce(["workspaceId", "documentId"], (db, value) =>
  db
    .select({ currentVersion: documents.currentVersion, revision: drafts.revision })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .where(and(eq(documents.workspaceId, value.workspaceId), eq(documents.id, value.documentId))),
);

/** What one must know of a document of any kind to listen to it. */
export async function findLiveDocument(tx: Tx, workspaceId: string, documentId: string) {
  const [row] = await selectLiveDocument(tx, { workspaceId, documentId });
  return row;
}
