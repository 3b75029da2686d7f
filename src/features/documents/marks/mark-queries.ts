// SQL of marks.
import { and, eq, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documentMarks } from "@/server/db/schema/dataset";
import { threads } from "@/server/db/schema/discussion";
import { documents, drafts } from "@/server/db/schema/document";
import type { KindName } from "@/shared/document-kinds";
import type { DocumentMark } from "./mark-rules";

/** The marks of the document in the row, as JSON. */
export const marksOfDocument = sql<readonly DocumentMark[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'mark', m.mark, 'sentence', m.sentence, 'sourceId', m.source_id,
    'source', (select jsonb_build_object('kind', s.kind, 'version', s.current_version, 'restedOn', (
        select max(v.number) from versions v join freshness f on f.document_id = m.document_id
        where v.document_id = s.id and v.published_at <= f.verified_at))
      from documents s where s.id = m.source_id),
    'since', to_char(m.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by m.since, m.source_id), '[]')
  from document_marks m where m.document_id = ${documents.id})`;

interface NewMark {
  readonly mark: DocumentMark["mark"];
  readonly sentence: string;
  readonly sourceId: string;
}

/** Marks documents; those that are marked so already get the sentence and keep since when. In the order of ids, as all. */
export async function upsertMarks(
  tx: Tx,
  workspaceId: string,
  documentIds: readonly string[],
  mark: NewMark,
): Promise<void> {
  if (documentIds.length === 0) return;
  const rows = [...new Set(documentIds)].sort().map((documentId) => ({ workspaceId, documentId, ...mark }));
  await tx
    .insert(documentMarks)
    .values(rows)
    .onConflictDoUpdate({
      target: [documentMarks.documentId, documentMarks.mark, documentMarks.sourceId],
      set: { sentence: mark.sentence },
    });
}

interface Which {
  readonly mark: DocumentMark["mark"];
  readonly sourceId: string;
  /** Those on other documents stay. */
  readonly on?: string;
  /** Those on these documents stay. */
  readonly notOn?: readonly string[];
}

/** Takes marks of one kind and source off. The answer is whose. */
export async function deleteMarks(
  tx: Tx,
  workspaceId: string,
  { mark, sourceId, on, notOn = [] }: Which,
): Promise<readonly string[]> {
  const rows = await tx
    .delete(documentMarks)
    .where(
      and(
        eq(documentMarks.workspaceId, workspaceId),
        eq(documentMarks.sourceId, sourceId),
        eq(documentMarks.mark, mark),
        on === undefined ? undefined : eq(documentMarks.documentId, on),
        notOn.length > 0 ? notInArray(documentMarks.documentId, [...notOn]) : undefined,
      ),
    )
    .returning({ documentId: documentMarks.documentId });
  return rows.map((row) => row.documentId);
}

/**
 * Takes off what was confirmed in spite of it: the document's own marks, and those of others that say the same of it. The
 * answer is whose.
 */
export async function deleteConfirmedMarks(
  tx: Tx,
  workspaceId: string,
  documentId: string,
): Promise<readonly string[]> {
  const isSame = and(eq(documentMarks.sourceId, documentId), eq(documentMarks.mark, "drifting"));
  const rows = await tx
    .delete(documentMarks)
    .where(and(eq(documentMarks.workspaceId, workspaceId), or(eq(documentMarks.documentId, documentId), isSame)))
    .returning({ documentId: documentMarks.documentId });
  return rows.map((row) => row.documentId);
}

/** Documents in use of a kind that name this one in a list of links, not in their prose alone. */
export async function findResting(
  tx: Tx,
  workspaceId: string,
  { kind, path, documentId }: { readonly kind: KindName; readonly path: string; readonly documentId: string },
) {
  return tx
    .select({
      id: documents.id,
      ownerId: documents.ownerId,
      title: drafts.title,
      currentVersion: documents.currentVersion,
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        eq(documents.kind, kind),
        isNull(documents.retiredAt),
        // May use the index of what is linked; what it finds may only be mentioned in the prose.
        sql`${documents.id} in (select documents_linking_to(${documentId}::uuid))`,
        sql`${drafts.content} -> ${path} @> jsonb_build_array(jsonb_build_object('id', ${documentId}::text))`,
      ),
    );
}

/** Threads about a document that are open. Whoever asks before they mark it waits for who does the same. */
export async function countOpenThreads(tx: Tx, workspaceId: string, documentId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`threads of ${documentId}`}, 0))`);
  return tx.$count(
    threads,
    and(eq(threads.workspaceId, workspaceId), eq(threads.documentId, documentId), isNull(threads.resolvedAt)),
  );
}
