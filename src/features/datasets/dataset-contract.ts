// Customer data on the wire. Moments are ISO 8601 strings in UTC.
import type { Catalog } from "./catalog-rules";

export interface DatasetSummary {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly retentionDays: number | null;
  readonly createdAt: string;
  /** The newest snapshot whose data are there; null when there is none. */
  readonly newest: SnapshotSummary | null;
  /** Snapshots whose data are there. */
  readonly snapshots: number;
}

export interface SnapshotSummary {
  readonly id: string;
  readonly datasetId: string;
  readonly number: number;
  /** ISO day. */
  readonly asOf: string;
  readonly timeZone: string;
  readonly importedAt: string;
  readonly customers: number;
  readonly events: number;
  readonly bytes: number;
  readonly removedAt: string | null;
  readonly removedBecause: "retention" | "deleted" | null;
}

export interface SnapshotDetails extends SnapshotSummary {
  readonly catalog: Catalog;
}
