import { and, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { datasets, importPlans, imports, snapshots } from "@/server/db/schema/dataset";
import { users } from "@/server/db/schema/user";
import type { ImportDetails, ImportState, ImportSummary, RememberedPlan, StartImportInput } from "./import-contract";
import type { DetectedFile, ImportPlan, ImportProgress, ImportReport } from "./import-plan-rules";

export interface ImportKey {
  readonly workspaceId: string;
  readonly importId: string;
}

/** What was confirmed, as the import's row keeps it. */
export interface ConfirmedImport {
  readonly plan: ImportPlan;
  readonly into: StartImportInput["dataset"];
  /** Who confirmed it, and in whose name it is imported. */
  readonly userId: string;
}

/** While it runs. Each attempt has a number, so that one that was given up can change nothing any more. */
export interface StoredProgress extends Partial<ImportProgress> {
  readonly attempt: number;
  /** The snapshot whose files this attempt may have put into the store. */
  readonly snapshotId?: string;
}

const one = ({ workspaceId, importId }: ImportKey) =>
  and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId));
const attemptOf = sql<number>`coalesce((${imports.progress}->>'attempt')::int, 0)`;

const SUMMARY = {
  id: imports.id,
  fileName: imports.fileName,
  bytes: imports.bytes,
  state: imports.state,
  createdAt: imports.createdAt,
  userId: imports.createdBy,
  userName: users.name,
  startedAt: imports.startedAt,
  endedAt: imports.endedAt,
  progress: imports.progress,
  milliseconds: sql<number>`extract(epoch from now() - ${imports.startedAt})::float8 * 1000`,
  problem: imports.problem,
  datasetId: imports.datasetId,
  datasetName: datasets.name,
  snapshotId: imports.snapshotId,
};

interface SummaryRow {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly state: ImportState;
  readonly createdAt: Date;
  readonly userId: string;
  readonly userName: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly progress: unknown;
  readonly milliseconds: number | null;
  readonly problem: string | null;
  readonly datasetId: string | null;
  readonly datasetName: string | null;
  readonly snapshotId: string | null;
}

function asSummary(row: SummaryRow): ImportSummary {
  const progress = row.progress as StoredProgress | null;
  const { phase, rows, total } = progress ?? {};
  const isTold = row.state === "running" && phase !== undefined && rows !== undefined && total !== undefined;
  return {
    id: row.id,
    fileName: row.fileName,
    bytes: row.bytes,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    createdBy: { userId: row.userId, name: row.userName ?? "" },
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    progress: isTold ? { phase, rows, total, milliseconds: Math.round(row.milliseconds ?? 0) } : null,
    problem: row.problem,
    dataset: row.datasetId && row.datasetName !== null ? { id: row.datasetId, name: row.datasetName } : null,
    snapshotId: row.snapshotId,
  };
}

/** Newest first. */
export async function listImports(tx: Tx, workspaceId: string, limit: number): Promise<readonly ImportSummary[]> {
  const rows = await tx
    .select(SUMMARY)
    .from(imports)
    .leftJoin(users, eq(users.id, imports.createdBy))
    .leftJoin(datasets, eq(datasets.id, imports.datasetId))
    .where(eq(imports.workspaceId, workspaceId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
  return rows.map(asSummary);
}

export async function findImport(tx: Tx, key: ImportKey): Promise<Omit<ImportDetails, "remembered"> | undefined> {
  const [row] = await tx
    .select({ ...SUMMARY, detected: imports.detected, plan: imports.plan, report: imports.report })
    .from(imports)
    .leftJoin(users, eq(users.id, imports.createdBy))
    .leftJoin(datasets, eq(datasets.id, imports.datasetId))
    .where(one(key));
  if (!row) return undefined;
  return {
    ...asSummary(row),
    detected: row.detected as DetectedFile | null,
    plan: (row.plan as ConfirmedImport | null)?.plan ?? null,
    report: row.report as ImportReport | null,
  };
}

/** How files of this shape were read the last time. */
export async function findPlan(tx: Tx, workspaceId: string, shape: string): Promise<RememberedPlan | null> {
  const [row] = await tx
    .select({ plan: importPlans.plan, id: datasets.id, name: datasets.name, deletedAt: datasets.deletedAt })
    .from(importPlans)
    .leftJoin(datasets, eq(datasets.id, importPlans.datasetId))
    .where(and(eq(importPlans.workspaceId, workspaceId), eq(importPlans.shape, shape)));
  if (!row) return null;
  const isThere = row.id !== null && row.deletedAt === null && row.name !== null;
  return {
    plan: row.plan as unknown as ImportPlan,
    dataset: isThere ? { id: row.id ?? "", name: row.name ?? "" } : null,
  };
}

export async function keepPlan(
  tx: Tx,
  values: { workspaceId: string; shape: string; plan: ImportPlan; datasetId: string },
): Promise<void> {
  const { workspaceId, shape, datasetId } = values;
  const plan = { ...values.plan };
  await tx
    .insert(importPlans)
    .values({ workspaceId, shape, plan, datasetId })
    .onConflictDoUpdate({
      target: [importPlans.workspaceId, importPlans.shape],
      set: { plan, datasetId, usedAt: sql`now()` },
    });
}

export interface LockedImport {
  readonly state: ImportState;
  readonly fileName: string;
  readonly detected: DetectedFile | null;
  readonly confirmed: ConfirmedImport | null;
  readonly datasetId: string | null;
  readonly attempt: number;
}

/** The row, locked until the transaction ends. */
export async function lockImport(tx: Tx, key: ImportKey): Promise<LockedImport | undefined> {
  const [row] = await tx
    .select({
      state: imports.state,
      fileName: imports.fileName,
      detected: imports.detected,
      confirmed: imports.plan,
      datasetId: imports.datasetId,
      attempt: attemptOf,
    })
    .from(imports)
    .where(one(key))
    .for("update");
  return (
    row && {
      ...row,
      detected: row.detected as DetectedFile | null,
      confirmed: row.confirmed as unknown as ConfirmedImport | null,
    }
  );
}

/** It waits for a worker from now on. */
export async function storeConfirmed(tx: Tx, key: ImportKey, confirmed: ConfirmedImport): Promise<void> {
  await tx
    .update(imports)
    .set({
      state: "waiting",
      plan: { ...confirmed },
      datasetId: "id" in confirmed.into ? confirmed.into.id : null,
      progress: null,
      problem: null,
      startedAt: null,
      endedAt: null,
      aliveAt: sql`now()`,
    })
    .where(one(key));
}

/** It waits for another attempt; the number of this one is kept. */
export async function storeInterrupted(tx: Tx, key: ImportKey): Promise<void> {
  await tx.update(imports).set({ state: "waiting", aliveAt: sql`now()` }).where(one(key));
}

/** Takes it for an attempt unless another one is alive; the answer is the row as it was. */
export async function takeImport(
  tx: Tx,
  key: ImportKey,
  silentSeconds: number,
): Promise<(LockedImport & { readonly leftSnapshotId: string | null }) | undefined> {
  const [row] = await tx
    .select({
      isSilent: sql<boolean>`coalesce(${imports.aliveAt} < now() - make_interval(secs => ${silentSeconds}), true)`,
      leftSnapshotId: sql<string | null>`${imports.progress}->>'snapshotId'`,
    })
    .from(imports)
    .where(one(key))
    .for("update");
  const before = await lockImport(tx, key);
  if (!row || !before) return undefined;
  const isFree = before.state === "waiting" || (before.state === "running" && row.isSilent);
  if (!isFree) return undefined;
  const progress: StoredProgress = { attempt: before.attempt + 1 };
  await tx
    .update(imports)
    .set({ state: "running", progress: { ...progress }, startedAt: sql`now()`, aliveAt: sql`now()` })
    .where(one(key));
  return { ...before, leftSnapshotId: row.leftSnapshotId };
}

/** Tells that the attempt lives and how far it is; false when it was cancelled or given up. */
export async function touchImport(tx: Tx, key: ImportKey, progress: StoredProgress): Promise<boolean> {
  const touched = await tx
    .update(imports)
    .set({ progress: { ...progress }, aliveAt: sql`now()` })
    .where(and(one(key), eq(imports.state, "running"), eq(attemptOf, progress.attempt)))
    .returning({ id: imports.id });
  return touched.length > 0;
}

/** Puts it to its end. What the file looked like is forgotten where nothing more can be made of it: it quotes its rows. */
export async function endImport(
  tx: Tx,
  key: ImportKey,
  end:
    | { readonly state: "done"; readonly datasetId: string; readonly snapshotId: string; readonly report: ImportReport }
    | { readonly state: "failed"; readonly problem: string }
    | { readonly state: "cancelled" },
): Promise<void> {
  const common = { endedAt: sql`now()`, aliveAt: null, progress: null };
  const values =
    end.state === "done"
      ? { ...end, ...common, report: { ...end.report }, detected: null }
      : end.state === "failed"
        ? { ...end, ...common }
        : { ...end, ...common, detected: null };
  await tx.update(imports).set(values).where(one(key));
}

/** Of a dataset that isn't deleted; it is locked, so that its snapshots are numbered one after another. */
export async function lockDataset(
  tx: Tx,
  workspaceId: string,
  datasetId: string,
): Promise<{ readonly name: string; readonly lastNumber: number } | undefined> {
  const [row] = await tx
    .select({ name: datasets.name, deletedAt: datasets.deletedAt })
    .from(datasets)
    .where(and(eq(datasets.workspaceId, workspaceId), eq(datasets.id, datasetId)))
    .for("update");
  if (!row || row.deletedAt) return undefined;
  const [last] = await tx
    .select({ number: max(snapshots.number) })
    .from(snapshots)
    .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.datasetId, datasetId)));
  return { name: row.name, lastNumber: last?.number ?? 0 };
}

/** Imports of the workspace that a worker has or will have. */
export async function countOpenImports(tx: Tx, workspaceId: string): Promise<number> {
  return tx.$count(imports, and(eq(imports.workspaceId, workspaceId), inArray(imports.state, ["waiting", "running"])));
}

/** Imports of all workspaces that wait or run and of which nobody has told anything for so long; each is told to one asker. */
export async function takeSilentImports(
  tx: Tx,
  seconds: number,
): Promise<readonly { workspace_id: string; user_id: string; import_id: string }[]> {
  return tx.execute(sql`select * from take_silent_imports(${seconds})`);
}
