// SQL of the pass over what is due.
import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Cadence, CadencePlan, LaidDownCadences } from "@/features/documents/verification/cadence-rules";
import type { Tx } from "@/server/db/client";
import { documents, documentVerifiers, drafts } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import { cadences, freshness } from "@/server/db/schema/verification";
import { memberships } from "@/server/db/schema/workspace";
import type { KindName } from "@/shared/document-kinds";
import type { Role } from "@/shared/permissions";

export interface TakenDocument {
  readonly workspaceId: string;
  readonly documentId: string;
  readonly ownerId: string;
}

/** Documents of all workspaces with a notice due by then, longest waiting first, locked; those that others hold are passed over. */
export async function takeDueNotices(tx: Tx, byThen: Date, most: number): Promise<readonly TakenDocument[]> {
  const rows = await tx.execute<{ workspace_id: string; document_id: string; owner_id: string }>(
    sql`select * from take_due_notices(${byThen.toISOString()}::timestamptz, ${most})`,
  );
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    documentId: row.document_id,
    ownerId: row.owner_id,
  }));
}

/** Everybody in the workspace who may sign in. */
export async function findMembers(tx: Tx, workspaceId: string): Promise<ReadonlyMap<string, Role>> {
  const rows = await tx
    .select({ id: memberships.userId, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceId, workspaceId), eq(users.isDisabled, false)));
  return new Map(rows.map(({ id, role }) => [id, role]));
}

export async function findDueDocuments(tx: Tx, workspaceId: string, documentIds: readonly string[]) {
  return tx
    .select({
      id: documents.id,
      kind: documents.kind,
      title: drafts.title,
      ownerId: documents.ownerId,
      retiredAt: documents.retiredAt,
      dueOn: freshness.dueOn,
      isPaused: freshness.isPaused,
      nextNoticeAt: freshness.nextNoticeAt,
      verifierIds: sql<readonly string[]>`array(select v.user_id::text from ${documentVerifiers} v
        where v.document_id = ${documents.id} order by v.user_id)`,
    })
    .from(documents)
    .innerJoin(freshness, eq(freshness.documentId, documents.id))
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .where(and(eq(documents.workspaceId, workspaceId), inAll(documents.id, documentIds)));
}

/** `= any(…)` with one parameter: thousands of them would each be parsed. */
const inAll = (column: typeof documents.id | typeof cadences.documentId, ids: readonly string[]) =>
  sql`${column} = any(${`{${ids.join(",")}}`}::uuid[])`;

/** What is laid down for any of the documents, as a question by kind and id. */
export async function findLaidDown(
  tx: Tx,
  workspaceId: string,
  documentIds: readonly string[],
): Promise<(kind: KindName, documentId: string) => LaidDownCadences> {
  const rows = await tx
    .select({
      documentId: cadences.documentId,
      kind: cadences.kind,
      plan: cadences.plan,
      leadDays: cadences.leadDays,
      ownerAfterDays: cadences.ownerAfterDays,
      adminsAfterDays: cadences.adminsAfterDays,
    })
    .from(cadences)
    .where(
      and(
        eq(cadences.workspaceId, workspaceId),
        isNotNull(cadences.plan),
        or(isNull(cadences.documentId), inAll(cadences.documentId, documentIds)),
      ),
    );
  const byPlace = new Map(
    rows.map(({ documentId, kind, plan, leadDays, ownerAfterDays, adminsAfterDays }): [string, Cadence] => [
      documentId ?? kind ?? "workspace",
      // Written by use cases alone, which take nothing else.
      { plan: plan as CadencePlan, leadDays, ownerAfterDays, adminsAfterDays, isPaused: false },
    ]),
  );
  return (kind, documentId) => ({
    document: byPlace.get(documentId) ?? null,
    kind: byPlace.get(kind) ?? null,
    workspace: byPlace.get("workspace") ?? null,
    pause: null,
  });
}

/** When the next notice of each has to be given; null for never. */
export async function updateNextNotices(
  tx: Tx,
  workspaceId: string,
  next: readonly { readonly documentId: string; readonly at: Date | null }[],
): Promise<void> {
  const rows = JSON.stringify(next.map(({ documentId, at }) => ({ id: documentId, at: at?.toISOString() ?? null })));
  await tx.execute(sql`
    update freshness f set next_notice_at = r.at from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, at timestamptz)
    where f.document_id = r.id and f.workspace_id = ${workspaceId}`);
}
