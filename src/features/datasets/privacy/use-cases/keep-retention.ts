import { scopeOfAccepted } from "@/server/access/open-scope";
import type { Db } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import { listExpired } from "../privacy-queries";
import { removeSnapshot } from "./remove-snapshot";

/** Removes every snapshot whose time is over; each by itself, so that one that fails keeps no other. */
export async function keepRetention(db: Db): Promise<void> {
  for (const { workspace_id, snapshot_id, user_id } of await listExpired(db)) {
    await inTransaction(db, async (tx) => {
      const scope = await scopeOfAccepted(tx, user_id, workspace_id);
      await removeSnapshot(scope, snapshot_id, "retention");
    });
  }
}
