// The other floor: one hand-written statement that returns the same answer, prepared and planned once, as the owner of
// the database, whom row-level security doesn't bind.
import postgres from "postgres";

export function bareConnection(ownerUrl: string): postgres.Sql {
  return postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { plan_cache_mode: "force_generic_plan" },
  });
}

export function bareGet(sql: postgres.Sql, workspaceId: string, documentId: string) {
  return sql`
    select d.id, d.kind, d.owner_id, o.name as owner_name, d.created_at, d.changed_at, d.current_version, d.retired_at,
           d.retired_reason, r.title as draft_title, r.content_hash as draft_hash, v.number, v.title, v.note, v.reason,
           v.based_on, v.content, v.content_hash, v.published_at, v.author_id, a.name as author_name
    from documents d
    join drafts r on r.document_id = d.id
    join users o on o.id = d.owner_id
    left join versions v on v.document_id = d.id and v.number = d.current_version
    left join users a on a.id = v.author_id
    where d.workspace_id = ${workspaceId} and d.id = ${documentId} and d.kind = 'persona'`;
}

export function bareList(sql: postgres.Sql, workspaceId: string) {
  return sql`
    select d.id, r.title, d.current_version, d.retired_at, r.content_hash is distinct from v.content_hash as is_changed,
           (select to_jsonb(card) from jsonb_to_record(r.content)
              as card(archetype jsonb, portrait jsonb, hue jsonb, kind jsonb)) as card,
           o.id as owner_id, o.name as owner_name, d.tags, d.created_at, d.changed_at
    from documents d
    join drafts r on r.document_id = d.id
    join users o on o.id = d.owner_id
    left join versions v on v.document_id = d.id and v.number = d.current_version
    where d.workspace_id = ${workspaceId} and d.kind = 'persona' and d.retired_at is null
    order by d.changed_at desc, d.id desc
    limit 51`;
}
