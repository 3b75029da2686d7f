import type { Scope } from "@/server/access/open-scope";
import { settleNotices as settle } from "../notification-queries";

/** What asked anybody in the workspace to review the document is done by itself: somebody has. */
export async function settleNotices(scope: Scope, documentId: string): Promise<void> {
  await settle(scope.tx, documentId);
}
