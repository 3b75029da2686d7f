import type { Scope } from "@/server/access/open-scope";
import type { AuditAction, AuditPage, ListAuditInput } from "../audit-contract";
import { listAuditEvents } from "../audit-queries";

/** For people who erased their account: what they did stays, their name goes. */
const ERASED_NAME = "Deleted user";

export async function listAudit(scope: Scope<"audit.read">, input: ListAuditInput): Promise<AuditPage> {
  const rows = await listAuditEvents(scope.tx, scope.workspaceId, input);
  const entries = rows.slice(0, input.limit).map(({ actorId, actorName, at, ...row }) => ({
    ...row,
    // Written by `recordAudit` alone, which takes nothing else.
    action: row.action as AuditAction,
    at: at.toISOString(),
    actor: { userId: actorId, name: actorName ?? ERASED_NAME },
  }));
  const isLast = rows.length <= input.limit;
  return { entries, nextCursor: isLast ? null : (entries.at(-1)?.id ?? null) };
}
