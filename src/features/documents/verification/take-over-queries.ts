// SQL of what a member leaves behind who may do less than before: documents to verify, and documents of their own.
import { sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import type { KindName } from "@/shared/document-kinds";

export interface LeftDocument {
  readonly id: string;
  readonly kind: KindName;
  readonly title: string;
  readonly ownerId: string;
  /** Who else is named to verify it and may. */
  readonly verifierIds: readonly string[];
}

const LEFT = sql`
  d.id, d.kind, coalesce(v.title, r.title) as title, d.owner_id as "ownerId", array(
    select o.user_id::text from document_verifiers o
    join memberships m on m.workspace_id = o.workspace_id and m.user_id = o.user_id and m.role <> 'viewer'
    where o.document_id = d.id order by o.user_id) as "verifierIds"
  from documents d
  join drafts r on r.document_id = d.id
  left join versions v on v.document_id = d.id and v.number = d.current_version`;

/** Names the person on no document any more. The answer are those in use that they were named on, as they are without them. */
export async function deleteVerifier(tx: Tx, workspaceId: string, userId: string): Promise<readonly LeftDocument[]> {
  const rows = await tx.execute<{ document_id: string }>(sql`
    delete from document_verifiers where workspace_id = ${workspaceId} and user_id = ${userId} returning document_id`);
  const ids = rows.map(({ document_id }) => document_id);
  if (ids.length === 0) return [];
  return left(tx, sql`d.workspace_id = ${workspaceId} and d.id = any(${sql.param(ids)}::uuid[])`);
}

/** Documents in use that the person owns. */
export function listOwned(tx: Tx, workspaceId: string, userId: string): Promise<readonly LeftDocument[]> {
  return left(tx, sql`d.workspace_id = ${workspaceId} and d.owner_id = ${userId}`);
}

async function left(tx: Tx, which: ReturnType<typeof sql>): Promise<readonly LeftDocument[]> {
  const rows = await tx.execute<{
    id: string;
    kind: KindName;
    title: string;
    ownerId: string;
    verifierIds: string[];
  }>(sql`select ${LEFT} where ${which} and d.retired_at is null order by lower(coalesce(v.title, r.title)), d.id`);
  return [...rows];
}

export async function listAdmins(tx: Tx, workspaceId: string): Promise<readonly string[]> {
  const rows = await tx.execute<{ user_id: string }>(sql`
    select user_id from memberships where workspace_id = ${workspaceId} and role in ('admin', 'owner') order by user_id`);
  return rows.map(({ user_id }) => user_id);
}

export async function findPersonName(tx: Tx, userId: string): Promise<string> {
  const [row] = await tx.execute<{ name: string }>(sql`select name from users where id = ${userId}`);
  return row?.name ?? "";
}
