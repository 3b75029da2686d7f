// A workspace in full use with a given number of rows more of everything that a procedure may list.
import type { TestDatabase } from "@/testing/database";
import { addTenant, type Tenant } from "@/testing/tenant";

export async function grownTenant(database: TestDatabase, rows: number): Promise<Tenant> {
  const tenant = await addTenant(database);
  const { workspaceId } = tenant;
  const { userId } = tenant.people.owner;
  const tag = workspaceId.slice(0, 8);
  await database.owner.sql.begin(async (tx) => {
    const people = await tx<{ id: string }[]>`
      insert into users (name, email, email_verified)
      select 'Person ' || n, ${tag} || '-' || n || '@example.org', now() from generate_series(1, ${rows}::int) n
      returning id`;
    const ids = people.map(({ id }) => id);
    await tx`
      insert into memberships (workspace_id, user_id, role)
      select ${workspaceId}, id, 'editor' from unnest(${ids}::uuid[]) id`;
    await tx`
      insert into invitations (workspace_id, email, role, token_hash, invited_by, expires_at)
      select ${workspaceId}, 'asked-' || id || '@example.org', 'viewer', id, id, now() + interval '7 days'
      from unnest(${ids}::uuid[]) id`;
    await tx`
      insert into audit_events (workspace_id, actor_id, action, object_type, object_id, details)
      select ${workspaceId}, id, 'member.joined', 'member', id, '{"role": "editor", "invitationId": ""}'
      from unnest(${ids}::uuid[]) id`;
    await tx`
      with made as (
        insert into workspaces (name, slug) select 'Other', ${tag} || '-' || n from generate_series(1, ${rows}::int) n
        returning id
      )
      insert into memberships (workspace_id, user_id, role) select id, ${userId}, 'owner' from made`;
    await tx`
      insert into login_sessions (user_id, method, expires_at)
      select ${userId}, 'password', now() + interval '1 day' from generate_series(1, ${rows}::int)`;
    for (const { documentId } of [tenant.segment, tenant.persona]) {
      await tx`
        insert into restore_points (workspace_id, document_id, content, revision, set_aside_by)
        select workspace_id, document_id, content, n, owner from drafts, unnest(${ids}::uuid[]) with ordinality as t(owner, n)
        where document_id = ${documentId}`;
      // One statement a version: their numbers are checked against what is there. Unlike the draft, so it can be published.
      for (const [at, author] of ids.entries()) {
        await tx`
          insert into versions (workspace_id, document_id, number, content, content_hash, note, reason, author_id)
          select workspace_id, document_id, ${at + 3}, content, content_hash, 'More', 'wording', ${author}
          from versions where document_id = ${documentId} and number = 2`;
      }
      await tx`update documents set current_version = ${rows + 2} where id = ${documentId}`;
      await tx`
        with made as (
          insert into documents (workspace_id, kind, owner_id, changed_at)
          select workspace_id, kind, owner, now() - n * interval '1 hour'
          from documents, unnest(${ids}::uuid[]) with ordinality as t(owner, n) where id = ${documentId}
          returning id, owner_id
        )
        insert into drafts (workspace_id, document_id, content, content_hash, changed_by)
        select workspace_id, made.id, content, content_hash, owner_id from made, drafts where document_id = ${documentId}`;
    }
  });
  return tenant;
}
