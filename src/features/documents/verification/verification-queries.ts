// SQL of verifications, of cadences as they hold for one document, and of where documents stand.
import { and, eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents } from "@/server/db/schema/document";
import { cadences, freshness, verifications } from "@/server/db/schema/verification";
import { workspaces } from "@/server/db/schema/workspace";
import type { KindName } from "@/shared/document-kinds";
import type { Cadence, CadencePlan, LaidDownCadences } from "./cadence-rules";
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

export interface NewVerification {
  readonly documentId: string;
  readonly version: number | null;
  readonly result: ReviewResult;
  readonly note: string;
  readonly verifiedBy: string;
  readonly sessionId: string | null;
  readonly at: Date;
}

export async function insertVerification(tx: Tx, workspaceId: string, row: NewVerification): Promise<void> {
  await tx.insert(verifications).values({ workspaceId, ...row });
}

/** What is laid down for one document, its kind and the workspace, and the workspace's zone. */
export async function findCadences(
  tx: Tx,
  workspaceId: string,
  { kind, documentId }: { readonly kind: KindName; readonly documentId: string },
): Promise<LaidDownCadences & { readonly timeZone: string }> {
  const [workspace] = await tx
    .select({ timeZone: workspaces.timeZone })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (!workspace) throw new Error(`Workspace ${workspaceId} is not the acting one.`);
  const rows = await tx
    .select()
    .from(cadences)
    .where(
      and(
        eq(cadences.workspaceId, workspaceId),
        or(
          eq(cadences.documentId, documentId),
          and(sql`${cadences.documentId} is null`, or(eq(cadences.kind, kind), sql`${cadences.kind} is null`)),
        ),
      ),
    );
  const cadenceWhere = (isIt: (row: (typeof rows)[number]) => boolean): Cadence | null => {
    const row = rows.find(isIt);
    if (!row) return null;
    const { leadDays, ownerAfterDays, adminsAfterDays, pausedAt } = row;
    // Written by use cases alone, which take nothing else.
    const plan = row.plan as CadencePlan;
    return { plan, leadDays, ownerAfterDays, adminsAfterDays, isPaused: pausedAt !== null };
  };
  return {
    timeZone: workspace.timeZone,
    document: cadenceWhere((row) => row.documentId === documentId),
    kind: cadenceWhere((row) => row.documentId === null && row.kind === kind),
    workspace: cadenceWhere((row) => row.documentId === null && row.kind === null),
  };
}

export interface Standing {
  readonly dueOn: string | null;
  readonly dueFrom: Date | null;
  readonly overdueAt: Date | null;
  readonly isPaused: boolean;
  readonly nextNoticeAt: Date | null;
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
