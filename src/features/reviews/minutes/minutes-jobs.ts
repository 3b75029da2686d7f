import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** A session is over, and its minutes are written. What follows from it is known further right. */
export const sessionClosed = defineJob(
  "reviews.session-closed",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), sessionId: z.uuid() }),
);

/** The clock was looked at: what opens, closes or is about to is done. Asked for by the worker's timetable. */
export const sessionClock = defineJob("session-clock", z.unknown());
