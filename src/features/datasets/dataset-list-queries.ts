// Datasets and their snapshots as lists show them: without catalogs, which are large.
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { datasets, snapshots } from "@/server/db/schema/dataset";
import { users } from "@/server/db/schema/user";
import type { DatasetSummary } from "./dataset-contract";
import { asLine, SNAPSHOT_LINE } from "./dataset-queries";
import type { SnapshotLine } from "./dataset-read-contract";

type Facts = Omit<DatasetSummary, "newest" | "snapshots">;

const FACTS = {
  id: datasets.id,
  name: datasets.name,
  purpose: datasets.purpose,
  retentionDays: datasets.retentionDays,
  createdAt: datasets.createdAt,
};

const asFacts = (row: Omit<Facts, "createdAt"> & { readonly createdAt: Date }): Facts => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
});

/** Those that aren't deleted, by name. */
export async function listDatasets(tx: Tx, workspaceId: string): Promise<readonly DatasetSummary[]> {
  const found = await tx
    .select(FACTS)
    .from(datasets)
    .where(and(eq(datasets.workspaceId, workspaceId), isNull(datasets.deletedAt)))
    .orderBy(asc(sql`lower(${datasets.name})`), asc(datasets.id));
  const lines = await tx
    .select(SNAPSHOT_LINE)
    .from(snapshots)
    .where(and(eq(snapshots.workspaceId, workspaceId), isNull(snapshots.removedAt)))
    .orderBy(desc(snapshots.number));
  const byDataset = Map.groupBy(lines, ({ datasetId }) => datasetId);
  return found.map((row) => {
    const own = byDataset.get(row.id) ?? [];
    return { ...asFacts(row), newest: own[0] ? asLine(own[0]) : null, snapshots: own.length };
  });
}

/** One that isn't deleted. */
export async function findDataset(tx: Tx, workspaceId: string, datasetId: string): Promise<Facts | undefined> {
  const [row] = await tx
    .select(FACTS)
    .from(datasets)
    .where(and(eq(datasets.workspaceId, workspaceId), eq(datasets.id, datasetId), isNull(datasets.deletedAt)));
  return row && asFacts(row);
}

/** All of a dataset's, newest first, with those whose data are gone. */
export async function listSnapshots(tx: Tx, workspaceId: string, datasetId: string): Promise<readonly SnapshotLine[]> {
  const rows = await tx
    .select({ ...SNAPSHOT_LINE, importedBy: users.name })
    .from(snapshots)
    .leftJoin(users, eq(users.id, snapshots.importedBy))
    .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.datasetId, datasetId)))
    .orderBy(desc(snapshots.number));
  return rows.map(asLine);
}
