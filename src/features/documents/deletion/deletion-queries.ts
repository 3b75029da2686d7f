// SQL of deletion. What goes where is the business of the database's `delete_document`: the application's role may not
// delete versions or edits.
import { sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import type { LinkingDocument } from "./deletion-contract";

/** How much hangs on a document. */
export async function countDependants(tx: Tx, workspaceId: string, documentId: string) {
  const of = (table: string) =>
    sql`(select count(*)::int from ${sql.identifier(table)} where workspace_id = ${workspaceId} and document_id = ${documentId})`;
  const [row] = await tx.execute<{
    versions: number;
    drafts_set_aside: number;
    threads: number;
    comments: number;
    approvals: number;
  }>(sql`
    select ${of("versions")} as versions, ${of("restore_points")} as drafts_set_aside, ${of("threads")} as threads,
      ${of("approvals")} as approvals,
      (select count(*)::int from comments c join threads t on t.id = c.thread_id
       where t.workspace_id = ${workspaceId} and t.document_id = ${documentId}) as comments`);
  if (!row) throw new Error("counting gave no row");
  return {
    versions: row.versions,
    draftsSetAside: row.drafts_set_aside,
    threads: row.threads,
    comments: row.comments,
    approvals: row.approvals,
  };
}

/**
 * Documents whose draft or current version speaks of the document, in a list or in prose, by title. An index tells
 * whose draft does; of the published content, only what differs from its draft is read.
 */
export async function listLinking(tx: Tx, workspaceId: string, documentId: string, limit: number) {
  const rows = await tx.execute<{
    id: string;
    kind: LinkingDocument["kind"];
    title: string;
    in_draft: boolean;
    in_version: boolean;
    total: number;
  }>(sql`
    select *, (count(*) over ())::int as total from (
      select d.id, d.kind, r.title, linking.id is not null as in_draft,
        case when v.content_hash = r.content_hash then linking.id is not null
          else coalesce(linked_ids(v.content) @> array[${documentId}::text], false) end as in_version
      from documents d
      join drafts r on r.document_id = d.id
      left join versions v on v.document_id = d.id and v.number = d.current_version
      left join documents_linking_to(${documentId}::uuid) as linking(id) on linking.id = d.id
      where d.workspace_id = ${workspaceId} and d.id <> ${documentId}
    ) linking
    where in_draft or in_version
    order by lower(title), id
    limit ${limit}`);
  return {
    count: rows[0]?.total ?? 0,
    links: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      isInDraft: row.in_draft,
      isPublished: row.in_version,
    })),
  };
}

/** Deletes the document with all that hangs on it. False when it isn't there (any more). */
export async function deleteForGood(tx: Tx, documentId: string): Promise<boolean> {
  const [row] = await tx.execute<{ deleted: boolean }>(sql`select delete_document(${documentId}::uuid) as deleted`);
  return row?.deleted ?? false;
}
