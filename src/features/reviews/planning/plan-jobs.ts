import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** A session was planned. Whom it is told, besides the people of the session, is known further right. */
export const sessionPlanned = defineJob(
  "reviews.session-planned",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), sessionId: z.uuid() }),
);
