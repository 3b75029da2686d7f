// Deletes files that nobody imports. Folders tell what there is: a process that was killed leaves them, if anything.
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { actInWorkspace } from "@/server/access/acting-as";
import type { Db } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import { uploadFolder, uploadsFolder } from "../upload-files";
import { deleteUpload, findUpload, forgetDetected } from "../upload-queries";

const KEPT_MS = 24 * 3_600_000;
/** An upload's folder may be older than its row by so much. */
const GRACE_MS = 10 * 60_000;
/** In whose name rows are deleted: nobody's. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Deletes uploads of yesterday that weren't imported, and what broke off; answers how many. */
export async function sweepUploads(db: Db, now = Date.now()): Promise<number> {
  let swept = 0;
  for (const workspaceId of await namesIn(uploadsFolder())) {
    for (const importId of await namesIn(join(uploadsFolder(), workspaceId))) {
      const folder = uploadFolder(workspaceId, importId);
      const age =
        now -
        (await stat(folder).then(
          ({ mtimeMs }) => mtimeMs,
          () => now,
        ));
      if (age < GRACE_MS || !(await isLeft(db, { workspaceId, importId }, age))) continue;
      await rm(folder, { recursive: true, force: true });
      swept += 1;
    }
  }
  return swept;
}

/** Whether nobody needs the upload; its row is gone then, unless it tells of an import: that forgets what the file looked like. */
async function isLeft(
  db: Db,
  key: { readonly workspaceId: string; readonly importId: string },
  age: number,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    // Also of a workspace that is deleted, whose files may be left.
    await actInWorkspace(tx, NOBODY, key.workspaceId);
    const upload = await findUpload(tx, key);
    if (!upload) return true;
    if (upload.state === "waiting" || upload.state === "running") return false;
    const isLeft = upload.state === "uploading" ? upload.isSilent : age > KEPT_MS;
    if (isLeft && upload.state === "failed") await forgetDetected(tx, key);
    else if (isLeft) await deleteUpload(tx, key);
    return isLeft;
  });
}

/** Names of folders that are ids. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^[\da-f-]{36}$/.test(name));
}
