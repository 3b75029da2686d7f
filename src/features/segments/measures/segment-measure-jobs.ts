import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** Somebody asked for another attempt to measure a segment's current version on the newest data. */
export const measureAgain = defineJob(
  "segments.measure-again",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), documentId: z.uuid() }),
);
