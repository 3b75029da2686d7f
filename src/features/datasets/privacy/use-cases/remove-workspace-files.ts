import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "@/server/db/client";
import { appFiles } from "@/server/files/file-store";
import { uploadsFolder } from "../../importing/upload/upload-files";
import { forgetFiles } from "../../snapshots/forget-files";
import { snapshotFolder, snapshotsFolder } from "../../snapshots/snapshot-files";

interface Gone {
  readonly goneWorkspaceId: string;
  readonly snapshots: readonly { readonly id: string; readonly revision: number }[];
}

/** Deletes every file of a workspace whose rows are gone, in the store and wherever they were copied to. May run twice. */
export async function removeWorkspaceFiles(db: Db, { goneWorkspaceId: workspaceId, snapshots }: Gone): Promise<void> {
  for (const { id, revision } of snapshots) {
    await appFiles().remove(snapshotFolder({ workspaceId, id }));
    await forgetFiles(db, { id, revision });
  }
  await appFiles().remove(snapshotsFolder(workspaceId));
  await rm(join(uploadsFolder(), workspaceId), { recursive: true, force: true });
}
