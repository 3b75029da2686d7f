// What the pages of customer data show.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import type { DatasetSummary, SnapshotDetails, SnapshotSummary } from "./dataset-contract";

export const datasetListInput = workspaceInput({});

export const datasetInput = workspaceInput({
  datasetId: z.uuid(),
  /** Whose profile is shown; the newest one's where none is named. */
  snapshotId: z.uuid().nullable(),
});
export type DatasetInput = z.infer<typeof datasetInput>;

export interface SnapshotLine extends SnapshotSummary {
  /** Null when the person's account is gone. */
  readonly importedBy: string | null;
}

export interface DatasetDetails extends Omit<DatasetSummary, "newest" | "snapshots"> {
  /** Newest first, with those whose data are gone. */
  readonly snapshots: readonly SnapshotLine[];
  /** The one whose profile is shown; null when no data are there. Personal values are in it for those alone who may import. */
  readonly shown: SnapshotDetails | null;
}
