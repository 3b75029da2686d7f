// SQL for published segments that are measured on a dataset.
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, versions } from "@/server/db/schema/document";
import type { SegmentContent } from "../segment-rules";

/** Segments in use whose current version has a rule for these data, with the rule's rows. */
export async function listMeasuredSegments(tx: Tx, workspaceId: string, datasetId: string) {
  return tx
    .select({
      documentId: documents.id,
      version: versions.number,
      rule: sql<SegmentContent["rule"] | null>`${versions.content} -> 'rule'`,
      pins: sql<number>`coalesce(jsonb_array_length(nullif(${versions.content} -> 'pins', 'null')), 0)`,
    })
    .from(documents)
    .innerJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        eq(documents.kind, "segment"),
        isNull(documents.retiredAt),
        sql`${versions.content} -> 'data' ->> 'id' = ${datasetId}`,
      ),
    )
    .orderBy(asc(documents.createdAt), asc(documents.id));
}
