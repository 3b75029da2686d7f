import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { timeZoneChanged } from "../workspace-jobs";
import { lockWorkspace, updateWorkspace } from "../workspace-queries";

/** Says where days begin and end from now on. Nothing happens where it is so already. */
export async function changeTimeZone(scope: Scope<"workspace.configure">, timeZone: string): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const before = await lockWorkspace(tx, workspaceId);
  if (before.timeZone === timeZone) return;
  await updateWorkspace(tx, workspaceId, { timeZone });
  await enqueue(tx, timeZoneChanged, { workspaceId, userId }, `time-zone-changed:${crypto.randomUUID()}`);
}
