import type { Tx } from "@/server/db/client";
import { announceAccess } from "@/server/events/announce";
import { erasePerson } from "../account-queries";

/**
 * Forgets who a person was and every way to sign in; open browsers end. The id stays, which others' work refers to. To
 * be asked for only when they have left their workspaces.
 */
export async function eraseAccount(tx: Tx, userId: string): Promise<void> {
  await erasePerson(tx, userId);
  await announceAccess(tx, userId);
}
