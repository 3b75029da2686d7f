import type { Scope } from "@/server/access/open-scope";
import { announceAccess } from "@/server/events/announce";
import { enqueue } from "@/server/jobs/enqueue";
import { memberChanged } from "../workspace-jobs";

/** Tells whoever relies on it, with the commit, that a member has another role or is gone. */
export async function announceMember(scope: Scope, memberId: string): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const changeId = crypto.randomUUID();
  await announceAccess(tx, memberId);
  await enqueue(tx, memberChanged, { changeId, workspaceId, userId, memberId }, `member-changed:${changeId}`);
}
