import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** The workspace's days begin and end at other moments from now on. */
export const timeZoneChanged = defineJob(
  "workspaces.time-zone-changed",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid() }),
);

/** Once a night: what nobody needs any longer. */
export const houseKept = defineJob("house-kept", z.looseObject({}));

/** Looks for workspaces whose owners' time to take them back is over. */
export const deletionsDue = defineJob("workspace-deletions-due", z.looseObject({}));

/** The workspace's rows are gone; now its files go. Of snapshots the newest revision. */
export const workspaceDeleted = defineJob(
  "workspaces.deleted",
  z.strictObject({
    goneWorkspaceId: z.uuid(),
    snapshots: z.array(z.strictObject({ id: z.uuid(), revision: z.int() })),
  }),
);

/** A member may do less than before, or has gone. What they may do now is read when it is done. */
export const memberChanged = defineJob(
  "workspaces.member-changed",
  z.strictObject({
    /** Of the change, so that what is told of it is told once. */
    changeId: z.uuid(),
    workspaceId: z.uuid(),
    /** Who changed it. */
    userId: z.uuid(),
    memberId: z.uuid(),
  }),
);
