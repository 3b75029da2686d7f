import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { datasets, snapshots } from "@/server/db/schema/dataset";
import type { Catalog } from "./catalog-rules";
import type { SnapshotDetails } from "./dataset-contract";

/** A snapshot without its catalog, which is large. */
export const SNAPSHOT_LINE = {
  id: snapshots.id,
  datasetId: snapshots.datasetId,
  number: snapshots.number,
  asOf: snapshots.asOf,
  timeZone: snapshots.timeZone,
  importedAt: snapshots.importedAt,
  customers: snapshots.customers,
  events: snapshots.events,
  bytes: snapshots.bytes,
  removedAt: snapshots.removedAt,
  removedBecause: snapshots.removedBecause,
};
const DETAILS = { ...SNAPSHOT_LINE, revision: snapshots.revision, catalog: snapshots.catalog };

/** Moments as they cross the wire. */
export const asLine = <Row extends { readonly importedAt: Date; readonly removedAt: Date | null }>({
  importedAt,
  removedAt,
  ...row
}: Row) => ({ ...row, importedAt: importedAt.toISOString(), removedAt: removedAt?.toISOString() ?? null });

/** With the revision, which names its files. */
export type StoredSnapshot = SnapshotDetails & { readonly revision: number };

type Row = Omit<StoredSnapshot, "catalog" | "importedAt" | "removedAt"> & {
  readonly catalog: unknown;
  readonly importedAt: Date;
  readonly removedAt: Date | null;
};

const asStored = (row: Row): StoredSnapshot => ({ ...asLine(row), catalog: row.catalog as Catalog });

/** A snapshot, whether or not its data are still there. */
export async function findSnapshot(
  tx: Tx,
  workspaceId: string,
  snapshotId: string,
): Promise<StoredSnapshot | undefined> {
  const [row] = await tx
    .select(DETAILS)
    .from(snapshots)
    .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.id, snapshotId)));
  return row && asStored(row);
}

/** The newest snapshot of a dataset whose data are there. */
export async function newestSnapshot(
  tx: Tx,
  workspaceId: string,
  datasetId: string,
): Promise<StoredSnapshot | undefined> {
  const [row] = await tx
    .select(DETAILS)
    .from(snapshots)
    .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.datasetId, datasetId), isNull(snapshots.removedAt)))
    .orderBy(desc(snapshots.number))
    .limit(1);
  return row && asStored(row);
}

export async function insertDataset(
  tx: Tx,
  values: Omit<typeof datasets.$inferInsert, "id" | "createdAt" | "deletedAt">,
): Promise<string> {
  const [row] = await tx.insert(datasets).values(values).returning({ id: datasets.id });
  if (!row) throw new Error("the dataset was not inserted");
  return row.id;
}

export async function insertSnapshot(tx: Tx, values: typeof snapshots.$inferInsert): Promise<void> {
  await tx.insert(snapshots).values(values);
}
