// SQL of the first page. What a person verifies or owns is found by index, so that it stays quick among 100,000 documents.
import { type SQL, sql } from "drizzle-orm";
import type { DocumentMark } from "@/features/documents/marks/mark-rules";
import type { FreshnessFacts } from "@/features/documents/verification/freshness-rules";
import type { SessionMode } from "@/features/reviews/session-contract";
import type { Tx } from "@/server/db/client";
import type { NamedDocument } from "./today-contract";

export interface Reader {
  readonly workspaceId: string;
  readonly userId: string;
  readonly now: Date;
}

export const utc = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The document `d` with its draft `dr`, as JSON. */
export const named = sql`jsonb_build_object('id', d.id, 'kind', d.kind, 'title', dr.title, 'currentVersion', d.current_version,
  'card', jsonb_build_object('portrait', dr.content -> 'portrait', 'hue', dr.content -> 'hue'))`;

/** Ids of what the person verifies: named for it, or as its owner where nobody is named. */
const verifiedBy = ({ workspaceId, userId }: Reader) => sql`
  select v.document_id as id from document_verifiers v where v.workspace_id = ${workspaceId} and v.user_id = ${userId}
  union all
  select o.id from documents o where o.workspace_id = ${workspaceId} and o.owner_id = ${userId}
    and not exists (select 1 from document_verifiers v where v.document_id = o.id)`;

interface ReviewRow {
  readonly document: NamedDocument;
  readonly freshness: FreshnessFacts | null;
  readonly marks: readonly DocumentMark[];
  readonly total: number;
}

/** What of it is due, overdue or marked, the longest overdue first. */
export async function listReviewsDue(tx: Tx, reader: Reader, limit: number): Promise<readonly ReviewRow[]> {
  const now = reader.now.toISOString();
  return tx.execute<ReviewRow & Record<string, unknown>>(sql`
    with asking as (
      select d.id, f.overdue_at, count(*) over ()::int as total
      from (${verifiedBy(reader)}) mine
      join documents d on d.id = mine.id and d.retired_at is null and d.current_version is not null
      left join freshness f on f.document_id = d.id
      where (f.due_from <= ${now}::timestamptz and not f.is_paused)
        or exists (select 1 from document_marks m where m.document_id = d.id)
      order by f.overdue_at nulls last, d.id limit ${limit})
    select asking.total, ${named} as document,
      (select jsonb_build_object(
        'verifiedAt', ${utc(sql`f.verified_at`)}, 'verifiedBy', jsonb_build_object('id', p.id, 'name', p.name),
        'verifiedVersion', f.verified_version, 'dueOn', f.due_on, 'dueFrom', ${utc(sql`f.due_from`)},
        'overdueAt', ${utc(sql`f.overdue_at`)}, 'isPaused', f.is_paused)
       from freshness f join users p on p.id = f.verified_by where f.document_id = d.id) as freshness,
      (select coalesce(jsonb_agg(jsonb_build_object('mark', m.mark, 'sentence', m.sentence, 'sourceId', m.source_id,
        'since', ${utc(sql`m.since`)}) order by m.since, m.source_id), '[]')
       from document_marks m where m.document_id = d.id) as marks
    from asking join documents d on d.id = asking.id join drafts dr on dr.document_id = d.id
    order by asking.overdue_at nulls last, d.id`);
}

/** Drafts of which this person may approve the very revision that is put forward, and hasn't decided yet. */
export async function listApprovalsAsked(tx: Tx, { workspaceId, userId }: Reader, limit: number) {
  return tx.execute<{
    readonly document: NamedDocument;
    readonly askedBy: { readonly id: string; readonly name: string };
    readonly askedAt: string;
    readonly note: string;
  }>(sql`
    select ${named} as document, jsonb_build_object('id', p.id, 'name', p.name) as "askedBy",
      ${utc(sql`r.requested_at`)} as "askedAt", r.note
    from approval_requests r
    join drafts dr on dr.document_id = r.document_id and dr.revision = r.revision
    join documents d on d.id = r.document_id and d.retired_at is null
    join workspaces w on w.id = r.workspace_id and w.approvals_needed > 0
    join users p on p.id = r.requested_by
    where r.workspace_id = ${workspaceId} and r.withdrawn_at is null and r.requested_by <> ${userId}
      and (w.approved_by = 'reviewers' or exists (
        select 1 from document_verifiers v where v.document_id = r.document_id and v.user_id = ${userId}))
      and not exists (select 1 from approvals a
        where a.document_id = r.document_id and a.revision = r.revision and a.user_id = ${userId})
    order by r.requested_at limit ${limit}`);
}

/** The person's tasks that aren't done, the nearest first. */
export async function listOpenTasks(tx: Tx, { workspaceId, userId }: Reader, limit: number) {
  return tx.execute<{
    readonly id: string;
    readonly document: NamedDocument;
    readonly text: string;
    readonly dueOn: string;
  }>(sql`
    select t.id, t.text, t.due_on::text as "dueOn", ${named} as document
    from review_tasks t join documents d on d.id = t.document_id join drafts dr on dr.document_id = d.id
    where t.workspace_id = ${workspaceId} and t.assignee_id = ${userId} and t.done_at is null
    order by t.due_on, t.id limit ${limit}`);
}

/** Sessions that the person is asked to and that are open or ahead, the nearest first. */
export async function listOwnSessions(tx: Tx, { workspaceId, userId }: Reader, limit: number) {
  return tx.execute<{
    readonly id: string;
    readonly title: string;
    readonly mode: SessionMode;
    readonly state: "planned" | "open";
    readonly startsAt: string;
    readonly endsAt: string;
    readonly items: number;
    readonly people: readonly string[];
  }>(sql`
    select s.id, s.title, s.mode, s.state, ${utc(sql`s.starts_at`)} as "startsAt", ${utc(sql`s.ends_at`)} as "endsAt",
      (select count(*)::int from review_items i where i.session_id = s.id) as items,
      (select coalesce(jsonb_agg(split_part(u.name, ' ', 1) order by u.name), '[]')
       from review_participants o join users u on u.id = o.user_id where o.session_id = s.id) as people
    from review_participants me join review_sessions s on s.id = me.session_id and s.state in ('planned', 'open')
    where me.workspace_id = ${workspaceId} and me.user_id = ${userId}
    order by s.starts_at, s.id limit ${limit}`);
}

/** What the person verifies and becomes due by `until`, the nearest first. */
export async function listComingDue(tx: Tx, reader: Reader, until: string, limit: number) {
  const now = reader.now.toISOString();
  return tx.execute<{ readonly document: NamedDocument; readonly on: string }>(sql`
    with coming as (
      select d.id, f.due_on from (${verifiedBy(reader)}) mine
      join freshness f on f.document_id = mine.id
        and f.due_from > ${now}::timestamptz and f.due_on <= ${until}::date and not f.is_paused
      join documents d on d.id = mine.id and d.retired_at is null
      order by f.due_on, d.id limit ${limit})
    select coming.due_on::text as on, ${named} as document
    from coming join documents d on d.id = coming.id join drafts dr on dr.document_id = d.id
    order by coming.due_on, d.id`);
}

/** Published personas in use, and how many of them are fresh now; null where there are more than `most`. */
export async function countFreshPersonas(tx: Tx, { workspaceId, now }: Reader, most: number) {
  const [row] = await tx.execute<{ readonly all: number; readonly fresh: number }>(sql`
    select count(*)::int as all, (count(*) filter (where f.document_id is not null
      and (f.due_from is null or f.is_paused or f.due_from > ${now.toISOString()}::timestamptz)
      and not exists (select 1 from document_marks m where m.document_id = d.id)))::int as fresh
    from (
      select id from documents where workspace_id = ${workspaceId} and kind = 'persona' and retired_at is null
        and current_version is not null limit ${most + 1}) d
    left join freshness f on f.document_id = d.id`);
  return row && row.all <= most ? row : null;
}
