import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** Documents were marked with what comes from the source. Whom else it is told is known further right. */
export const documentsMarked = defineJob(
  "documents.marked",
  z.strictObject({
    workspaceId: z.uuid(),
    userId: z.uuid(),
    documentIds: z.array(z.uuid()),
    mark: z.enum(["drifting", "contradicted", "rests-on-new", "event", "disputed"]),
    sourceId: z.uuid(),
  }),
);
