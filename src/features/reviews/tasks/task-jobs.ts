import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** People were given something to do. Whom it is told, besides them, is known further right. */
export const tasksGiven = defineJob(
  "reviews.tasks-given",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), taskIds: z.array(z.uuid()) }),
);
