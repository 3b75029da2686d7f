// The engine's SQL for copies of drafts: those that a restore set aside, and those that were kept by themselves.

import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { restorePoints } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import type { DocumentContent } from "../field-rules";

export async function insertRestorePoint(
  tx: Tx,
  workspaceId: string,
  row: {
    documentId: string;
    content: DocumentContent;
    revision: number;
    basedOn: number | null;
    setAsideBy: string;
    cause: "restore" | "automatic";
  },
): Promise<void> {
  await tx.insert(restorePoints).values({ workspaceId, ...row });
}

/** Newest first, up to 50 of each cause. */
export async function listRestorePoints(tx: Tx, workspaceId: string, documentId: string) {
  const columns = {
    id: restorePoints.id,
    cause: restorePoints.cause,
    basedOn: restorePoints.basedOn,
    setAsideAt: restorePoints.setAsideAt,
    setAsideBy: { id: users.id, name: users.name },
  };
  const of = (cause: "restore" | "automatic") =>
    tx
      .select(columns)
      .from(restorePoints)
      .innerJoin(users, eq(users.id, restorePoints.setAsideBy))
      .where(
        and(
          eq(restorePoints.workspaceId, workspaceId),
          eq(restorePoints.documentId, documentId),
          eq(restorePoints.cause, cause),
        ),
      )
      .orderBy(desc(restorePoints.id))
      .limit(50);
  const [aside, kept] = [await of("restore"), await of("automatic")];
  return [...aside, ...kept];
}

export async function findRestorePoint(tx: Tx, workspaceId: string, documentId: string, restorePointId: number) {
  const [row] = await tx
    .select({
      content: restorePoints.content,
      basedOn: restorePoints.basedOn,
      cause: restorePoints.cause,
      setAsideAt: restorePoints.setAsideAt,
    })
    .from(restorePoints)
    .where(
      and(
        eq(restorePoints.workspaceId, workspaceId),
        eq(restorePoints.documentId, documentId),
        eq(restorePoints.id, restorePointId),
      ),
    );
  return row;
}

/**
 * What tells whether a copy of the draft is due, from the draft's row: the caller holds its lock. Work began with the
 * first edit after the newest version and copy, as far as the last 2,000 edits tell.
 */
export async function findWork(tx: Tx, workspaceId: string, documentId: string) {
  const [row] = await tx.execute<{ isNew: boolean; workingSince: string | null; changedBy: string }>(sql`
    select d.changed_by as "changedBy", d.content_hash is distinct from v.content_hash and p.content is distinct from d.content as "isNew",
      (select min(e.at) from (
        select at from draft_edits where workspace_id = d.workspace_id and document_id = d.document_id
        order by revision desc limit 2000) e
       where e.at > greatest(v.published_at, p.set_aside_at, '-infinity')) as "workingSince"
    from drafts d
    left join lateral (select content_hash, published_at from versions
      where workspace_id = d.workspace_id and document_id = d.document_id order by number desc limit 1) v on true
    left join lateral (select content, set_aside_at from restore_points
      where workspace_id = d.workspace_id and document_id = d.document_id order by id desc limit 1) p on true
    where d.workspace_id = ${workspaceId}::uuid and d.document_id = ${documentId}::uuid`);
  if (!row) return undefined;
  return { ...row, workingSince: row.workingSince === null ? null : new Date(row.workingSince) };
}

/** Lets go of the oldest copies that were kept by themselves. */
export async function trimRestorePoints(tx: Tx, workspaceId: string, documentId: string, most: number): Promise<void> {
  await tx.execute(sql`
    delete from restore_points where id in (
      select id from restore_points
      where workspace_id = ${workspaceId}::uuid and document_id = ${documentId}::uuid and cause = 'automatic'
      order by id desc offset ${most}::int)`);
}
