import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** Brings the exports in, the older one first. */
export const demoSeeded = defineJob(
  "demo-seeded",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), today: z.iso.date() }),
);
