// SQL of verifications and of where documents stand.
import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import { freshness, verifications } from "@/server/db/schema/verification";
import type { Standing } from "./due-day-rules";
import type { FreshnessFacts } from "./freshness-rules";
import type { ReviewResult } from "./verification-rules";

const utc = (moment: unknown) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Where the document in the row stands, as JSON; null for what was never verified. */
export const freshnessOfDocument = sql<FreshnessFacts | null>`(
  select jsonb_build_object(
    'verifiedAt', ${utc(sql`f.verified_at`)}, 'verifiedBy', jsonb_build_object('id', p.id, 'name', p.name),
    'verifiedVersion', f.verified_version, 'dueOn', f.due_on, 'dueFrom', ${utc(sql`f.due_from`)},
    'overdueAt', ${utc(sql`f.overdue_at`)}, 'isPaused', f.is_paused)
  from freshness f join users p on p.id = f.verified_by where f.document_id = ${documents.id})`;

interface NewVerification {
  readonly documentId: string;
  readonly version: number | null;
  readonly result: ReviewResult;
  readonly note: string;
  readonly verifiedBy: string;
  readonly sessionId: string | null;
  readonly at: Date;
}

/** The answer is its id. */
export async function insertVerification(tx: Tx, workspaceId: string, row: NewVerification): Promise<number> {
  const [made] = await tx
    .insert(verifications)
    .values({ workspaceId, ...row })
    .returning({ id: verifications.id });
  if (!made) throw new Error("A verification was not kept.");
  return made.id;
}

/** A document was verified: from now on it stands as given. */
export async function upsertFreshness(
  tx: Tx,
  workspaceId: string,
  row: Standing & { documentId: string; verifiedAt: Date; verifiedBy: string; verifiedVersion: number },
): Promise<void> {
  const { documentId, ...standing } = row;
  await tx
    .insert(freshness)
    .values({ workspaceId, ...row })
    .onConflictDoUpdate({ target: freshness.documentId, set: standing });
}

/** Newest first; `before` is the last id of the page before. */
export async function listVerifications(
  tx: Tx,
  workspaceId: string,
  {
    documentId,
    before,
    limit,
  }: { readonly documentId: string; readonly before: number | null; readonly limit: number },
) {
  return tx
    .select({
      id: verifications.id,
      version: verifications.version,
      result: verifications.result,
      note: verifications.note,
      at: verifications.at,
      personId: users.id,
      personName: users.name,
      sessionId: verifications.sessionId,
    })
    .from(verifications)
    .innerJoin(users, eq(users.id, verifications.verifiedBy))
    .where(
      and(
        eq(verifications.workspaceId, workspaceId),
        eq(verifications.documentId, documentId),
        ...(before === null ? [] : [lt(verifications.id, before)]),
      ),
    )
    .orderBy(desc(verifications.id))
    .limit(limit);
}

/** Everybody who is to verify the document: those named who still may, and without any its owner. By name. */
export async function listVerifiers(
  tx: Tx,
  workspaceId: string,
  documentId: string,
): Promise<
  readonly { readonly id: string; readonly name: string; readonly isNamed: boolean; readonly isThere: boolean }[]
> {
  const rows = await tx.execute<{ id: string; name: string; is_owner: boolean; may: boolean; named: boolean }>(sql`
    select u.id, u.name, d.owner_id = u.id as is_owner, coalesce(m.role <> 'viewer', false) as may,
      v.user_id is not null as named
    from documents d
    join users u on u.id = d.owner_id
      or u.id in (select user_id from document_verifiers where workspace_id = ${workspaceId} and document_id = ${documentId})
    left join document_verifiers v on v.document_id = d.id and v.user_id = u.id
    left join memberships m on m.workspace_id = d.workspace_id and m.user_id = u.id
    where d.workspace_id = ${workspaceId} and d.id = ${documentId}
    order by lower(u.name), u.id`);
  const named = rows.filter((row) => row.named && row.may);
  const who = named.length > 0 ? named : rows.filter((row) => row.is_owner);
  return who.map((row) => ({ id: row.id, name: row.name, isNamed: row.named && row.may, isThere: row.may }));
}
