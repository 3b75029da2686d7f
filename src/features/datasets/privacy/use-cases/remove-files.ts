import type { Db } from "@/server/db/client";
import { appFiles } from "@/server/files/file-store";
import { forgetFiles } from "../../snapshots/forget-files";
import { snapshotFolder } from "../../snapshots/snapshot-files";

/** Deletes the files of a removed snapshot, in the store and wherever they were copied to. May run twice. */
export async function removeFiles(
  db: Db,
  { workspaceId, snapshotId, revision }: { workspaceId: string; snapshotId: string; revision: number },
): Promise<void> {
  await appFiles().remove(snapshotFolder({ workspaceId, id: snapshotId }));
  await forgetFiles(db, { id: snapshotId, revision });
}
