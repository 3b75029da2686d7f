// SQL that moves where verified documents stand when their cadence or the zone changes, one or many at once.
import { sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import type { KindName } from "@/shared/document-kinds";
import type { Standing } from "./due-day-rules";

export interface VerifiedDocument {
  readonly id: string;
  readonly kind: KindName;
  readonly verifiedAt: Date;
  readonly isRetired: boolean;
  /** Of the version that was verified; null for kinds whose cadence doesn't depend on it. */
  readonly content: unknown;
}

interface Which {
  /** Alone of this id, or all after it in the order of ids. */
  readonly id?: string;
  readonly after?: string;
  readonly kind?: KindName | null;
  readonly limit: number;
  /** Kinds whose content is wanted. */
  readonly withContent: readonly KindName[];
}

/** Documents that were verified, locked until the transaction ends, in the order of their ids. */
export async function lockVerified(tx: Tx, workspaceId: string, which: Which): Promise<readonly VerifiedDocument[]> {
  const { id, after, kind, limit, withContent } = which;
  const rows = await tx.execute<{
    id: string;
    kind: KindName;
    verified_at: string;
    is_retired: boolean;
    content: unknown;
  }>(sql`
    select d.id, d.kind, f.verified_at, d.retired_at is not null as is_retired,
      case when d.kind = any(${sql.param([...withContent])}::text[]) then v.content end as content
    from freshness f
    join documents d on d.id = f.document_id
    left join versions v on v.document_id = f.document_id and v.number = f.verified_version
    where f.workspace_id = ${workspaceId}
      ${id ? sql`and f.document_id = ${id}` : sql``}
      ${after ? sql`and f.document_id > ${after}::uuid` : sql``}
      ${kind ? sql`and d.kind = ${kind}` : sql``}
    order by f.document_id
    limit ${limit}
    for update of f`);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    verifiedAt: new Date(row.verified_at),
    isRetired: row.is_retired,
    content: row.content,
  }));
}

/** Puts documents where they stand now. The answer names those for which that is another day or pause than before. */
export async function updateStandings(
  tx: Tx,
  workspaceId: string,
  rows: readonly (Standing & { readonly id: string })[],
): Promise<readonly string[]> {
  const moved = await tx.execute<{ id: string }>(sql`
    with stands as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(
        "id" uuid, "dueOn" date, "dueFrom" timestamptz, "overdueAt" timestamptz, "isPaused" boolean,
        "nextNoticeAt" timestamptz)
    ), before as (
      select f.document_id, f.due_on, f.due_from, f.overdue_at, f.is_paused
      from freshness f join stands s on s.id = f.document_id where f.workspace_id = ${workspaceId}
    ), changed as (
      update freshness f set due_on = s."dueOn", due_from = s."dueFrom", overdue_at = s."overdueAt",
        is_paused = s."isPaused", next_notice_at = s."nextNoticeAt"
      from stands s where f.document_id = s.id and f.workspace_id = ${workspaceId}
      returning f.document_id, f.due_on, f.due_from, f.overdue_at, f.is_paused
    )
    select changed.document_id as id from changed join before using (document_id)
    where changed is distinct from before`);
  return moved.map(({ id }) => id);
}

/** A retired document gives no more notices. */
export async function clearNextNotice(tx: Tx, workspaceId: string, documentId: string): Promise<void> {
  await tx.execute(sql`
    update freshness set next_notice_at = null where workspace_id = ${workspaceId} and document_id = ${documentId}`);
}

/** What reading a document's verification begins with; null where there is none. */
export async function findVerifiable(tx: Tx, workspaceId: string, documentId: string) {
  const [row] = await tx.execute<{
    kind: KindName;
    current_version: number | null;
    is_retired: boolean;
    content: unknown;
    verified_at: string | null;
    due_on: string | null;
  }>(sql`
    select d.kind, d.current_version, d.retired_at is not null as is_retired, coalesce(v.content, r.content) as content,
      f.verified_at, f.due_on::text
    from documents d
    join drafts r on r.document_id = d.id
    left join freshness f on f.document_id = d.id
    left join versions v on v.document_id = d.id and v.number = coalesce(f.verified_version, d.current_version)
    where d.workspace_id = ${workspaceId} and d.id = ${documentId}`);
  if (!row) return null;
  return {
    kind: row.kind,
    currentVersion: row.current_version,
    isRetired: row.is_retired,
    content: row.content,
    verifiedAt: row.verified_at === null ? null : new Date(row.verified_at),
    dueOn: row.due_on,
  };
}
