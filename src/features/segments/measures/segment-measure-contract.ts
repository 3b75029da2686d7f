// What was measured of a segment, as its pages show it. Moments are ISO 8601 strings in UTC.
import { z } from "zod";
import type { Measure, MeasurePoint } from "@/features/datasets/measures/measure-contract";
import type { RuleProblem } from "@/features/datasets/rules/rule-rules";
import { workspaceInput } from "@/shared/workspace-input";
import type { AskedSnapshot } from "../measuring/measuring-contract";

const documentId = z.uuid();
const version = z.int().min(1).max(1_000_000);

export const segmentMeasuresInput = workspaceInput({
  documentId,
  /** Null for the current one. */
  version: version.nullable(),
});
export const segmentSizesInput = workspaceInput({ documentIds: z.array(z.uuid()).max(100) });
export const measuredSegmentInput = workspaceInput({ documentId });
/** A change of size, told by the measure at its end. */
export const sizeChangeInput = workspaceInput({ documentId, version, snapshotId: z.uuid() });
export const movedMembersInput = workspaceInput({
  documentId,
  version,
  snapshotId: z.uuid(),
  side: z.enum(["entered", "left"]),
});
export type SizeChangeInput = z.output<typeof sizeChangeInput>;
export type MovedMembersInput = z.output<typeof movedMembersInput>;

export interface SegmentMeasures {
  /** The version that is spoken of; null where nothing with a rule is published. */
  readonly version: number | null;
  readonly dataName: string;
  /** The newest good measure of the version. */
  readonly newest: Measure | null;
  /** The first one, which later ones are held against; null where there is none, or it is the newest. */
  readonly baseline: Measure | null;
  /** Why the newest data are not measured; null where all is well. */
  readonly problem: {
    readonly sentence: string;
    readonly state: "failed" | "invalid";
    readonly snapshotNumber: number;
  } | null;
  /** Its measure on the newest data is being made. */
  readonly isPending: boolean;
  /** Measures of all versions, oldest first. */
  readonly points: readonly MeasurePoint[];
}

export interface SegmentSize {
  readonly documentId: string;
  readonly count: number;
  readonly base: number;
  readonly asOf: string;
}

/** Who a publication takes in and lets go, on the newest data. */
export interface PublicationEffect {
  readonly snapshot: AskedSnapshot & { readonly dataName: string };
  /** The version that is held against; null for the first one with a rule. */
  readonly from: number | null;
  readonly before: number | null;
  /** Null where the rule can't be asked; `problems` say why. */
  readonly now: number | null;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly enteredCount: number;
  readonly leftCount: number;
  readonly problems: readonly RuleProblem[];
}

/** Why a group's size changed: the parts sum up to `now` less `before`. */
export interface SizeChange {
  readonly from: { readonly version: number; readonly snapshotNumber: number; readonly asOf: string };
  readonly to: { readonly version: number; readonly snapshotNumber: number; readonly asOf: string };
  readonly before: number;
  readonly now: number;
  readonly parts: readonly { readonly cause: SizeCause; readonly change: number }[];
  readonly sentence: string;
}
export type SizeCause = "new-customers" | "gone-customers" | "time" | "traits" | "rule";

export interface MovedMembers {
  readonly count: number;
  /** Ids, masked: enough to tell them apart. */
  readonly members: readonly string[];
}
