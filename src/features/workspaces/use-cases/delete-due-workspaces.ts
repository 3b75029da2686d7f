import type { Db } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import { enqueue } from "@/server/jobs/enqueue";
import { deleteWorkspaceRows, listDueDeletions } from "../deletion-queries";
import { workspaceDeleted } from "../workspace-jobs";

/**
 * Deletes every workspace whose time is over, each whole in a transaction of its own; the files follow in a job. What is
 * taken back at the last moment stays: the database looks again under the lock. Answers how many went.
 */
export async function deleteDueWorkspaces(db: Db): Promise<number> {
  let deleted = 0;
  for (const workspaceId of await db.transaction(listDueDeletions)) {
    await inTransaction(db, async (tx) => {
      const snapshots = await deleteWorkspaceRows(tx, workspaceId);
      if (!snapshots) return;
      await enqueue(
        tx,
        workspaceDeleted,
        { goneWorkspaceId: workspaceId, snapshots },
        `workspace-deleted:${workspaceId}`,
      );
      deleted += 1;
    });
  }
  return deleted;
}
