import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { SnapshotDetails } from "../dataset-contract";
import { findDataset, listSnapshots } from "../dataset-list-queries";
import { findSnapshot } from "../dataset-queries";
import type { DatasetDetails, DatasetInput } from "../dataset-read-contract";
import { maskCatalog } from "../mask-catalog-rules";

/**
 * A dataset with all its snapshots and the profile of one. Throws NOT_FOUND when the dataset is gone or has no
 * such snapshot; one whose data are gone counts as none.
 */
export async function readDataset(
  scope: Scope<"document.read">,
  { datasetId, snapshotId }: DatasetInput,
): Promise<DatasetDetails> {
  const { tx, workspaceId } = scope;
  const dataset = await findDataset(tx, workspaceId, datasetId);
  if (!dataset) throw new AppError("NOT_FOUND", "These customer data are not there any more.");
  const snapshots = await listSnapshots(tx, workspaceId, datasetId);
  if (snapshotId !== null && !snapshots.some(({ id }) => id === snapshotId)) {
    throw new AppError("NOT_FOUND", "These data have no such snapshot.");
  }
  const there = snapshots.filter(({ removedAt }) => removedAt === null);
  const wanted = snapshotId === null ? there[0] : there.find(({ id }) => id === snapshotId);
  const found = wanted && (await findSnapshot(tx, workspaceId, wanted.id));
  return { ...dataset, snapshots, shown: found ? shownTo(scope, found) : null };
}

function shownTo(scope: Scope<"document.read">, snapshot: SnapshotDetails & { revision: number }): SnapshotDetails {
  const { revision: _, ...details } = snapshot;
  return scope.may("data.import") ? details : { ...details, catalog: maskCatalog(details.catalog) };
}
