// Tells the database who asks, for one transaction; row-level security answers accordingly.
import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/server/db/client";

/** Sets the person for the rest of the transaction; only their own memberships become visible. */
async function actAsUser(tx: Tx, userId: string): Promise<void> {
  await tx.execute(sql`select set_config('app.user_id', ${userId}, true)`);
}

/** Sets person and workspace for the rest of the transaction. Proves nothing: `openScope` does. */
export async function actInWorkspace(tx: Tx, userId: string, workspaceId: string): Promise<void> {
  await tx.execute(
    sql`select set_config('app.user_id', ${userId}, true), set_config('app.workspace_id', ${workspaceId}, true)`,
  );
}

/** Runs `work` in a transaction that sees only what belongs to the person across workspaces. */
export function asUser<T>(db: Db, userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await actAsUser(tx, userId);
    return work(tx);
  });
}
