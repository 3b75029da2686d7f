import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { AppError } from "@/shared/errors";
import { snapshotRemoved } from "../privacy-jobs";
import { listKeptSnapshots, lockDataset, lockSnapshot, markRemoved, updateDataset } from "../privacy-queries";

/** Deletes one snapshot's data for good; its row stays, and what was measured on it. Throws NOT_FOUND. */
export async function deleteSnapshot(scope: Scope<"data.delete">, snapshotId: string): Promise<void> {
  const snapshot = await removeSnapshot(scope, snapshotId, "deleted");
  if (!snapshot) throw new AppError("NOT_FOUND", "This snapshot is not there any more.");
  await recordAudit(scope, {
    action: "data.deleted",
    objectType: "dataset",
    objectId: snapshot.datasetId,
    details: { name: snapshot.name, number: snapshot.number },
  });
}

/** Deletes a dataset with all its snapshots' data. Throws NOT_FOUND. */
export async function deleteDataset(scope: Scope<"data.delete">, datasetId: string): Promise<void> {
  const { tx, workspaceId } = scope;
  const dataset = await lockDataset(tx, workspaceId, datasetId);
  if (!dataset) throw new AppError("NOT_FOUND", "These customer data are not there any more.");
  for (const { id, datasetId: of } of await listKeptSnapshots(tx, workspaceId)) {
    if (of === datasetId) await removeSnapshot(scope, id, "deleted");
  }
  await updateDataset(tx, workspaceId, datasetId, { deletedAt: new Date() });
  await recordAudit(scope, {
    action: "data.deleted",
    objectType: "dataset",
    objectId: datasetId,
    details: { name: dataset.name, number: null },
  });
}

/** Marks it as removed and lets its files follow; undefined when they are gone already. */
export async function removeSnapshot(
  { tx, workspaceId }: Scope,
  snapshotId: string,
  because: "retention" | "deleted",
): Promise<Awaited<ReturnType<typeof lockSnapshot>>> {
  const snapshot = await lockSnapshot(tx, workspaceId, snapshotId);
  if (!snapshot) return undefined;
  await markRemoved(tx, workspaceId, snapshotId, because);
  const { revision } = snapshot;
  await enqueue(tx, snapshotRemoved, { workspaceId, snapshotId, revision }, `snapshot-removed:${snapshotId}`);
  return snapshot;
}
