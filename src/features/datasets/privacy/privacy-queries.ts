import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "@/server/db/client";
import { datasets, snapshots } from "@/server/db/schema/dataset";
import type { Catalog } from "../catalog-rules";

/** A dataset that isn't deleted, locked for a change. */
export async function lockDataset(tx: Tx, workspaceId: string, datasetId: string) {
  const [row] = await tx
    .select({ name: datasets.name, retentionDays: datasets.retentionDays })
    .from(datasets)
    .where(and(eq(datasets.workspaceId, workspaceId), eq(datasets.id, datasetId), isNull(datasets.deletedAt)))
    .for("update");
  return row;
}

export async function updateDataset(
  tx: Tx,
  workspaceId: string,
  datasetId: string,
  values: Partial<Pick<typeof datasets.$inferInsert, "name" | "purpose" | "retentionDays" | "deletedAt">>,
): Promise<void> {
  await tx
    .update(datasets)
    .set(values)
    .where(and(eq(datasets.workspaceId, workspaceId), eq(datasets.id, datasetId)));
}

/** A snapshot whose data are there, locked, with its dataset's name. */
export async function lockSnapshot(tx: Tx, workspaceId: string, snapshotId: string) {
  const [row] = await tx
    .select({
      id: snapshots.id,
      datasetId: snapshots.datasetId,
      number: snapshots.number,
      revision: snapshots.revision,
      events: snapshots.events,
      name: datasets.name,
    })
    .from(snapshots)
    .innerJoin(datasets, eq(datasets.id, snapshots.datasetId))
    .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.id, snapshotId), isNull(snapshots.removedAt)))
    .for("update", { of: snapshots });
  return row;
}

/** What a snapshot leaves behind when its data go: how large it was, and nothing of what was in it. */
export async function markRemoved(
  tx: Tx,
  workspaceId: string,
  snapshotId: string,
  removedBecause: "retention" | "deleted",
): Promise<void> {
  const catalog: Catalog = { traits: [], events: null };
  await tx
    .update(snapshots)
    .set({ removedAt: sql`now()`, removedBecause, catalog: { ...catalog } })
    .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.id, snapshotId)));
}

/** Snapshots of the workspace whose data are there, newest first, with their datasets' names. */
export async function listKeptSnapshots(tx: Tx, workspaceId: string) {
  return tx
    .select({
      id: snapshots.id,
      datasetId: snapshots.datasetId,
      dataset: datasets.name,
      number: snapshots.number,
      asOf: snapshots.asOf,
      revision: snapshots.revision,
      events: snapshots.events,
      catalog: snapshots.catalog,
    })
    .from(snapshots)
    .innerJoin(datasets, eq(datasets.id, snapshots.datasetId))
    .where(and(eq(snapshots.workspaceId, workspaceId), isNull(snapshots.removedAt)))
    .orderBy(desc(snapshots.importedAt));
}

export async function setRevision(
  tx: Tx,
  workspaceId: string,
  snapshotId: string,
  values: { revision: number; customers: number; events: number; bytes: number },
): Promise<void> {
  await tx
    .update(snapshots)
    .set(values)
    .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.id, snapshotId)));
}

/** Snapshots of all workspaces that were kept for as long as their datasets say, each with who made the dataset. */
export async function listExpired(db: Db) {
  return db.execute<{ workspace_id: string; snapshot_id: string; user_id: string }>(
    sql`select workspace_id, snapshot_id, user_id from expired_snapshots()`,
  );
}
