import type { Scope } from "@/server/access/open-scope";
import type { AuditAct } from "../audit-contract";
import { insertAuditEvent } from "../audit-queries";

/**
 * Writes an act into the workspace's audit log, in the transaction that does it: both happen or neither does.
 * Rows are never changed again; the database refuses it for everybody.
 */
export async function recordAudit(scope: Scope, act: AuditAct): Promise<void> {
  await insertAuditEvent(scope.tx, scope.workspaceId, scope.userId, act);
}
