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

const insertBatch = prepareOnce(
  ["workspaceId", "documentId", "revision", "batchId", "authorId", "edits"],
  (db, value) =>
    db.insert(draftEdits).values({
      workspaceId: sql`${value.workspaceId}`,
      documentId: sql`${value.documentId}`,
      revision: sql`${value.revision}`,
      batchId: sql`${value.batchId}`,
      authorId: sql`${value.authorId}`,
      edits: sql`${value.edits}::jsonb`,
    }),
);

export async function insertEdits(
  tx: Tx,
  workspaceId: string,
  { edits, ...row }: LoggedBatch & { documentId: string },
): Promise<void> {
  await insertBatch(tx, { workspaceId, ...row, edits: JSON.stringify(edits) });
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
