import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** A confirmed import is to be read. What it is read as and for whom its row says. */
export const importFile = defineJob(
  "datasets.import-file",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), importId: z.uuid() }),
);

/** A dataset has a new snapshot, imported by this person: what rests on the dataset is measured anew. */
export const snapshotTaken = defineJob(
  "datasets.snapshot-taken",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), datasetId: z.uuid(), snapshotId: z.uuid() }),
);
