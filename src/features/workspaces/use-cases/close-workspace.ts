import type { Scope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";
import { announceAccess } from "@/server/events/announce";
import { enqueue } from "@/server/jobs/enqueue";
import { sendMail } from "@/server/mail/mail-jobs";
import { AppError } from "@/shared/errors";
import { countContents, listTold, updateDeletionDue } from "../deletion-queries";
import { findRole } from "../member-queries";
import type { DeleteWorkspaceInput, DeletionFacts } from "../workspace-contract";
import { lockWorkspace } from "../workspace-queries";
import { recordAudit } from "./record-audit";

/** For how long an owner may take a deletion back. */
const DAYS_TO_TAKE_BACK = 7;

export async function readDeletionFacts(scope: Scope<"workspace.delete">): Promise<DeletionFacts> {
  return { ...(await countContents(scope.tx, scope.workspaceId)), days: DAYS_TO_TAKE_BACK };
}

/**
 * Closes the workspace to everybody at once; after seven days the worker deletes it. INVALID where the name was typed
 * otherwise. Its owners get a mail that says until when it can be taken back.
 */
export async function closeWorkspace(
  scope: Scope<"workspace.delete">,
  { name }: DeleteWorkspaceInput,
  now = new Date(),
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const workspace = await lockWorkspace(tx, workspaceId);
  // Read before the lock, the role may be another one by now.
  if ((await findRole(tx, workspaceId, userId)) !== "owner") {
    throw new AppError("FORBIDDEN", "Only an owner deletes the workspace.");
  }
  if (name.trim() !== workspace.name) {
    throw new AppError("INVALID", `Type the name exactly as it is: ${workspace.name}`, { field: "name" });
  }
  const until = new Date(now.getTime() + DAYS_TO_TAKE_BACK * 24 * 3_600_000);
  await recordAudit(scope, {
    action: "workspace.closed",
    objectType: "workspace",
    objectId: workspaceId,
    details: { until: until.toISOString() },
  });
  await tellMembers(tx, { workspaceId, workspaceName: workspace.name, actorId: userId, until });
  await updateDeletionDue(tx, workspaceId, until);
}

interface Told {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly actorId: string;
  /** Null where the deletion is taken back. */
  readonly until: Date | null;
}

/** Has everybody's open pages look again, and writes to the owners. */
export async function tellMembers(tx: Tx, { workspaceId, workspaceName, actorId, until }: Told): Promise<void> {
  const members = await listTold(tx, workspaceId);
  const actorName = members.find((member) => member.userId === actorId)?.name ?? "Somebody";
  for (const { userId, email, role } of members) {
    await announceAccess(tx, userId);
    if (role !== "owner") continue;
    await enqueue(
      tx,
      sendMail,
      { template: "workspace-closed", to: email, workspaceName, actorName, until: until?.toISOString() ?? null },
      `mail:workspace-closed:${crypto.randomUUID()}`,
    );
  }
}
