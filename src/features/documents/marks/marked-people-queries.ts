// SQL of who is told of marks.
import { sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import type { KindName } from "@/shared/document-kinds";
import type { DocumentMark } from "./mark-rules";

/** A person to be told of a marked document. */
interface MarkedPerson extends Record<string, unknown> {
  readonly userId: string;
  readonly documentId: string;
  readonly documentKind: KindName;
  readonly title: string;
  readonly sentence: string;
  /** ISO 8601. */
  readonly since: string;
}

/** Who verifies those of the documents that have the mark and are in use: those named who still may, else the owner. */
export async function findMarkedPeople(
  tx: Tx,
  workspaceId: string,
  documentIds: readonly string[],
  { mark, sourceId }: Pick<DocumentMark, "mark" | "sourceId">,
): Promise<readonly MarkedPerson[]> {
  return tx.execute<MarkedPerson>(sql`
    with marked as (
      select d.id, d.kind, d.owner_id, r.title, m.sentence, m.since
      from document_marks m
      join documents d on d.id = m.document_id and d.retired_at is null
      join drafts r on r.document_id = d.id
      where m.workspace_id = ${workspaceId} and m.document_id = any(${`{${documentIds.join(",")}}`}::uuid[])
        and m.mark = ${mark} and m.source_id = ${sourceId}),
    named as (
      select k.id, v.user_id from marked k
      join document_verifiers v on v.document_id = k.id
      join memberships p on p.workspace_id = ${workspaceId} and p.user_id = v.user_id and p.role <> 'viewer'
      join users u on u.id = v.user_id and not u.is_disabled)
    select coalesce(n.user_id, k.owner_id) as "userId", k.id as "documentId", k.kind as "documentKind", k.title, k.sentence,
      to_char(k.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
    from marked k left join named n on n.id = k.id`);
}
