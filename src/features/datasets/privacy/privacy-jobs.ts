import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** The row says already that the data are gone; now they go. */
export const snapshotRemoved = defineJob(
  "snapshot-removed",
  z.strictObject({ workspaceId: z.uuid(), snapshotId: z.uuid(), revision: z.int() }),
);

/** Takes people out of every snapshot of the workspace; they are named by their keys alone. */
export const peopleErased = defineJob(
  "people-erased",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), keys: z.array(z.string()) }),
);

/** Once a day: whose time is over. */
export const retentionDue = defineJob("retention-due", z.looseObject({}));
