import { scopeOfAccepted } from "@/server/access/open-scope";
import type { Db } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import type { InScope } from "./measure-segment";

/** For what was allowed when it was accepted: a measure is made although the person has left meanwhile. */
export function acceptedScope(
  db: Db,
  { workspaceId, userId }: { readonly workspaceId: string; readonly userId: string },
): InScope {
  return (work) =>
    inTransaction(db, async (tx) => work((await scopeOfAccepted(tx, userId, workspaceId)).also("document.read")));
}
