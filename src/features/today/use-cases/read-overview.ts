import type { Scope } from "@/server/access/open-scope";
import { countOverdueByOwner, countStanding, listDrifting, listOldest } from "../overview-queries";
import type { TrustOverview } from "../today-contract";
import { MOST_IN_OVERVIEW } from "../today-rules";

/** How much of the workspace can be relied on, and where to begin. */
export async function readOverview(scope: Scope<"cadence.set">, now = new Date()): Promise<TrustOverview> {
  const { tx, workspaceId, userId } = scope;
  const reader = { workspaceId, userId, now };
  const [standing, overdueByOwner, oldest, drifting] = await Promise.all([
    countStanding(tx, reader),
    countOverdueByOwner(tx, reader, MOST_IN_OVERVIEW),
    listOldest(tx, reader, MOST_IN_OVERVIEW),
    listDrifting(tx, reader, MOST_IN_OVERVIEW),
  ]);
  return { ...standing, overdueByOwner, oldest, drifting };
}
