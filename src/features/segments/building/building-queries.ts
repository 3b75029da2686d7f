import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, versions } from "@/server/db/schema/document";
import type { NameableSegment } from "./building-contract";

const MOST = 500;

/** Published segments in use whose newest version has a rule on the data, by title. */
export async function listNameable(
  tx: Tx,
  workspaceId: string,
  { documentId, datasetId }: { readonly documentId: string | undefined; readonly datasetId: string },
): Promise<readonly NameableSegment[]> {
  return tx
    .select({ id: documents.id, title: versions.title, version: versions.number })
    .from(documents)
    .innerJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        eq(documents.kind, "segment"),
        isNull(documents.retiredAt),
        documentId === undefined ? undefined : ne(documents.id, documentId),
        sql`${versions.content} -> 'data' ->> 'id' = ${datasetId}`,
        sql`jsonb_array_length(${versions.content} -> 'rule') > 0`,
      ),
    )
    .orderBy(asc(sql`lower(${versions.title})`), asc(documents.id))
    .limit(MOST);
}
