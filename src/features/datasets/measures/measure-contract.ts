// What was measured of a document's published version, as it crosses the wire. Moments are ISO 8601 strings in UTC.
import type { Drift } from "./drift-rules";
import type { MemberProfile } from "./profile-rules";

/** Which data a measure is of. */
export interface MeasuredSnapshot {
  readonly id: string;
  readonly datasetId: string;
  readonly dataName: string;
  readonly number: number;
  /** ISO day. */
  readonly asOf: string;
  /** Its data are gone; what was measured of them stays. */
  readonly isRemoved: boolean;
}

export interface MeasurePoint {
  readonly documentId: string;
  readonly version: number;
  readonly snapshot: MeasuredSnapshot;
  readonly isBaseline: boolean;
  /** Of the last attempt; `count` is that of the last good one, null when there was none. */
  readonly state: "measured" | "failed" | "invalid";
  readonly count: number | null;
  readonly base: number | null;
  /** Since the snapshot before, by the same rule; null where there is none. */
  readonly entered: number | null;
  readonly left: number | null;
  readonly problem: string | null;
  readonly measuredAt: string;
}

/** With the picture of its members, and how far it is from the first one. */
export interface Measure extends MeasurePoint {
  readonly profile: MemberProfile | null;
  readonly drift: Drift | null;
}

/** An attempt to measure. */
export interface MeasureRun {
  readonly version: number;
  /** Null when the snapshot is unknown by now. */
  readonly snapshotNumber: number | null;
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly count: number | null;
  readonly base: number | null;
  readonly problem: string | null;
}

/** What an attempt that went well found out. */
export interface GoodMeasure {
  readonly count: number;
  readonly base: number;
  readonly entered: number | null;
  readonly left: number | null;
  readonly profile: MemberProfile;
  readonly drift: Drift | null;
  readonly isBaseline: boolean;
}
