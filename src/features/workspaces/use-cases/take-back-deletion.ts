import { actInWorkspace, asUser } from "@/server/access/acting-as";
import { openScope } from "@/server/access/open-scope";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import { listClosing, lockClosing, updateDeletionDue } from "../deletion-queries";
import type { ClosingWorkspace } from "../workspace-contract";
import { tellMembers } from "./close-workspace";
import { recordAudit } from "./record-audit";

/** The workspaces that the person owns and that are to be deleted. */
export async function listClosingWorkspaces(db: Db, userId: string, now = new Date()): Promise<ClosingWorkspace[]> {
  const rows = await asUser(db, userId, (tx) => listClosing(tx, userId, now));
  return rows.flatMap(({ id, name, dueAt }) => (dueAt ? [{ id, name, until: dueAt.toISOString() }] : []));
}

/**
 * Opens the workspace again, as it was, to all of its members; the answer is its address. NOT_FOUND where it isn't the
 * person's, isn't to be deleted, or is deleted already. It can't go by `openScope`, to which a closed workspace isn't there.
 */
export async function takeBackDeletion(
  db: Db,
  { userId }: Session,
  workspaceId: string,
  now = new Date(),
): Promise<{ slug: string }> {
  return asUser(db, userId, async (tx) => {
    await actInWorkspace(tx, userId, workspaceId);
    const closing = await lockClosing(tx, userId, workspaceId, now);
    if (!closing) throw new AppError("NOT_FOUND", "There is no such workspace to take back. Perhaps it is open again.");
    await updateDeletionDue(tx, workspaceId, null);
    const scope = await openScope(tx, userId, workspaceId, "workspace.delete");
    await recordAudit(scope, {
      action: "workspace.taken-back",
      objectType: "workspace",
      objectId: workspaceId,
      details: {},
    });
    await tellMembers(tx, { workspaceId, workspaceName: closing.name, actorId: userId, until: null });
    return { slug: closing.slug };
  });
}
