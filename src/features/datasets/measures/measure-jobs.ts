import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** What a document's members are like was measured: what others say of them may be held against it. */
export const membersMeasured = defineJob(
  "datasets.members-measured",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), documentId: z.uuid() }),
);
