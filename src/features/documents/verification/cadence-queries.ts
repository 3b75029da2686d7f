// SQL of cadences: what is laid down for the workspace, for kinds and for single documents.
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { cadences } from "@/server/db/schema/verification";
import { workspaces } from "@/server/db/schema/workspace";
import type { KindName } from "@/shared/document-kinds";
import type { Cadence, CadencePause, CadencePlan, LaidDownCadences } from "./cadence-rules";

/** Whose cadence a row is: with neither, the workspace's. */
interface CadenceOwner {
  readonly kind: KindName | null;
  readonly documentId: string | null;
}

type CadenceRow = typeof cadences.$inferSelect;

function cadenceOf(row: CadenceRow | undefined): Cadence | null {
  if (!row?.plan) return null;
  const { leadDays, ownerAfterDays, adminsAfterDays, changedAt } = row;
  // Written by use cases alone, which take nothing else.
  const plan = row.plan as unknown as CadencePlan;
  return { plan, leadDays, ownerAfterDays, adminsAfterDays, isPaused: false, since: changedAt };
}

function pauseOf(row: CadenceRow | undefined): CadencePause | null {
  return row?.pausedAt ? { since: row.pausedAt.toISOString(), note: row.pauseNote } : null;
}

/** The zone that days are reckoned in. `isHeld` makes changes of it and of default cadences wait for this transaction. */
export async function findTimeZone(tx: Tx, workspaceId: string, isHeld = false): Promise<string> {
  const select = tx.select({ timeZone: workspaces.timeZone }).from(workspaces).where(eq(workspaces.id, workspaceId));
  const [workspace] = await (isHeld ? select.for("share") : select);
  if (!workspace) throw new Error(`Workspace ${workspaceId} is not the acting one.`);
  return workspace.timeZone;
}

/** What is laid down for one document, its kind and the workspace. */
export async function findLaidDown(
  tx: Tx,
  workspaceId: string,
  { kind, documentId }: { readonly kind: KindName; readonly documentId: string },
): Promise<LaidDownCadences> {
  const rows = await tx
    .select()
    .from(cadences)
    .where(
      and(
        eq(cadences.workspaceId, workspaceId),
        or(
          eq(cadences.documentId, documentId),
          and(isNull(cadences.documentId), or(eq(cadences.kind, kind), isNull(cadences.kind))),
        ),
      ),
    );
  const own = rows.find((row) => row.documentId === documentId);
  return {
    document: cadenceOf(own),
    kind: cadenceOf(rows.find((row) => row.documentId === null && row.kind === kind)),
    workspace: cadenceOf(rows.find((row) => row.documentId === null && row.kind === null)),
    pause: pauseOf(own),
  };
}

/** As `findLaidDown`, with the workspace's zone; both hold until the transaction ends. */
export async function holdCadences(
  tx: Tx,
  workspaceId: string,
  which: { readonly kind: KindName; readonly documentId: string },
): Promise<LaidDownCadences & { readonly timeZone: string }> {
  const timeZone = await findTimeZone(tx, workspaceId, true);
  return { ...(await findLaidDown(tx, workspaceId, which)), timeZone };
}

/** What is laid down for documents in general. */
export async function listDefaults(
  tx: Tx,
  workspaceId: string,
): Promise<{ readonly workspace: Cadence | null; readonly kinds: ReadonlyMap<KindName, Cadence> }> {
  const rows = await tx
    .select()
    .from(cadences)
    .where(and(eq(cadences.workspaceId, workspaceId), isNull(cadences.documentId)));
  const kinds = new Map<KindName, Cadence>();
  let workspace: Cadence | null = null;
  for (const row of rows) {
    const cadence = cadenceOf(row);
    if (row.kind === null) workspace = cadence;
    else if (cadence) kinds.set(row.kind, cadence);
  }
  return { workspace, kinds };
}

/** What of these documents is laid down for them alone. */
export async function listOwnCadences(
  tx: Tx,
  workspaceId: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly cadence: Cadence | null; readonly pause: CadencePause | null }>> {
  const rows = await tx
    .select()
    .from(cadences)
    .where(
      and(
        eq(cadences.workspaceId, workspaceId),
        sql`${cadences.documentId} = any(${sql.param([...documentIds])}::uuid[])`,
      ),
    );
  return new Map(rows.map((row) => [row.documentId ?? "", { cadence: cadenceOf(row), pause: pauseOf(row) }]));
}

/** Since when a plan holds is changed with the plan alone. */
export async function upsertCadence(
  tx: Tx,
  workspaceId: string,
  { kind, documentId }: CadenceOwner,
  row: Omit<Cadence, "isPaused" | "since"> & { readonly changedBy: string; readonly at: Date },
): Promise<void> {
  const { plan: chosen, leadDays, at, ...rest } = row;
  const plan = { ...chosen };
  const changed = { plan, leadDays: [...leadDays], ...rest };
  await tx
    .insert(cadences)
    .values({ workspaceId, kind, documentId, changedAt: at, ...changed })
    .onConflictDoUpdate({
      target: [cadences.workspaceId, cadences.kind, cadences.documentId],
      set: {
        ...changed,
        changedAt: sql`case when ${cadences.plan} = excluded.plan then ${cadences.changedAt} else excluded.changed_at end`,
      },
    });
}

const isOf = (workspaceId: string, { kind, documentId }: CadenceOwner) =>
  and(
    eq(cadences.workspaceId, workspaceId),
    documentId === null ? isNull(cadences.documentId) : eq(cadences.documentId, documentId),
    kind === null ? isNull(cadences.kind) : eq(cadences.kind, kind),
  );

/** What is wider holds again; a pause stays. */
export async function deleteCadence(tx: Tx, workspaceId: string, owner: CadenceOwner): Promise<void> {
  await tx.delete(cadences).where(and(isOf(workspaceId, owner), isNull(cadences.pausedAt)));
  await tx.update(cadences).set({ plan: null }).where(isOf(workspaceId, owner));
}

/** `pause` null lets the document go on. */
export async function updatePause(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  change: { readonly pause: { readonly note: string; readonly at: Date } | null; readonly changedBy: string },
): Promise<void> {
  const owner = { kind: null, documentId };
  if (change.pause === null) {
    await tx.delete(cadences).where(and(isOf(workspaceId, owner), isNull(cadences.plan)));
    await tx.update(cadences).set({ pausedAt: null, pauseNote: "" }).where(isOf(workspaceId, owner));
    return;
  }
  const { note: pauseNote, at: pausedAt } = change.pause;
  await tx
    .insert(cadences)
    .values({ workspaceId, ...owner, plan: null, leadDays: [], pausedAt, pauseNote, changedBy: change.changedBy })
    .onConflictDoUpdate({
      target: [cadences.workspaceId, cadences.kind, cadences.documentId],
      set: { pausedAt, pauseNote, changedBy: change.changedBy },
    });
}
