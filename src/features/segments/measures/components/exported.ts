import type { ExportQuery } from "../export-contract";

/** What is to be exported; of the current version or the newest snapshot where none is named. */
export interface Exported {
  readonly workspaceId: string;
  readonly documentId: string;
  readonly version: number | null;
  readonly snapshotId: string | null;
  readonly what: ExportQuery["what"];
}
