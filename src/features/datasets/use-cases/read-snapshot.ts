import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { findSnapshot, newestSnapshot, type StoredSnapshot } from "../dataset-queries";

/** A snapshot to ask, the dataset's newest one where none is named. Throws NOT_FOUND, also when its data are gone. */
export async function readSnapshot(
  { tx, workspaceId }: Scope<"document.read">,
  { datasetId, snapshotId }: { readonly datasetId: string; readonly snapshotId: string | null },
): Promise<StoredSnapshot> {
  const snapshot = snapshotId
    ? await findSnapshot(tx, workspaceId, snapshotId)
    : await newestSnapshot(tx, workspaceId, datasetId);
  if (!snapshot || snapshot.datasetId !== datasetId || snapshot.removedAt) {
    throw new AppError("NOT_FOUND", "These customer data are not there any more. Choose others, or import them again.");
  }
  return snapshot;
}
