// SQL of what leads look at: how much of the workspace can be relied on.
import { sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import type { NamedDocument } from "./today-contract";
import { named, type Reader, utc } from "./today-queries";

/** Published documents in use, how many are overdue, and how many are neither that nor marked. */
export async function countStanding(tx: Tx, { workspaceId, now }: Reader) {
  const [row] = await tx.execute<{
    readonly published: number;
    readonly verified: number;
    readonly overdue: number;
  }>(sql`
    select count(*)::int as published, (count(*) filter (where s.overdue))::int as overdue,
      (count(*) filter (where not s.overdue and s.is_known and not exists (
        select 1 from document_marks m where m.document_id = s.id)))::int as verified
    from (
      select d.id, f.document_id is not null as is_known,
        coalesce(f.overdue_at <= ${now.toISOString()}::timestamptz and not f.is_paused, false) as overdue
      from documents d left join freshness f on f.document_id = d.id
      where d.workspace_id = ${workspaceId} and d.retired_at is null and d.current_version is not null) s`);
  return row ?? { published: 0, verified: 0, overdue: 0 };
}

export async function countOverdueByOwner(tx: Tx, { workspaceId, now }: Reader, limit: number) {
  return tx.execute<{ readonly owner: { readonly id: string; readonly name: string }; readonly count: number }>(sql`
    select jsonb_build_object('id', u.id, 'name', u.name) as owner, count(*)::int as count
    from freshness f join documents d on d.id = f.document_id and d.retired_at is null join users u on u.id = d.owner_id
    where f.workspace_id = ${workspaceId} and f.overdue_at <= ${now.toISOString()}::timestamptz and not f.is_paused
    group by u.id, u.name order by count(*) desc, u.name limit ${limit}`);
}

/** Those whose last verification is the longest ago. */
export async function listOldest(tx: Tx, { workspaceId }: Reader, limit: number) {
  return tx.execute<{ readonly document: NamedDocument; readonly verifiedAt: string }>(sql`
    with oldest as (
      select f.document_id, f.verified_at from freshness f
      join documents d on d.id = f.document_id and d.retired_at is null
      where f.workspace_id = ${workspaceId} order by f.verified_at, f.document_id limit ${limit})
    select ${utc(sql`oldest.verified_at`)} as "verifiedAt", ${named} as document
    from oldest join documents d on d.id = oldest.document_id join drafts dr on dr.document_id = d.id
    order by oldest.verified_at, d.id`);
}

/** Those that the customer data have moved away from, the longest first. */
export async function listDrifting(tx: Tx, { workspaceId }: Reader, limit: number) {
  return tx.execute<{ readonly document: NamedDocument; readonly sentence: string; readonly since: string }>(sql`
    select ${named} as document, m.sentence, ${utc(sql`m.since`)} as since
    from document_marks m join documents d on d.id = m.document_id and d.retired_at is null
    join drafts dr on dr.document_id = d.id
    where m.workspace_id = ${workspaceId} and m.mark = 'drifting'
    order by m.since, d.id limit ${limit}`);
}
