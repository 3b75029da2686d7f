// What crosses the wire to compare two states of one document, or several documents of a kind.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import type { DocumentMark } from "../marks/mark-rules";
import type { FreshnessFacts } from "../verification/freshness-rules";
import type { DocumentState } from "../versions/lifecycle-rules";
import type { ChangeReason } from "../versions/version-reason-rules";
import { isPointSide, type Side } from "./comparison-address-rules";
import type { FieldChange } from "./comparison-rules";
import { MOST_BESIDE } from "./side-by-side-rules";

const side = z.union([
  z.int().min(1).max(1_000_000),
  z.literal("draft"),
  z.string().max(24).refine(isPointSide, "This names no version and no draft."),
]);

export const compareInput = workspaceInput({
  documentId: z.uuid(),
  from: side,
  to: side,
  /** Also what is the same on both sides. */
  isWhole: z.boolean().optional(),
});
export type CompareInput = z.output<typeof compareInput>;

/** Why a change was made, as said at a publication between the two sides. */
export interface GivenReason {
  readonly number: number;
  readonly reason: ChangeReason;
}

export interface Comparison {
  readonly from: Side;
  readonly to: Side;
  readonly changes: readonly FieldChange[];
  /** By place, oldest publication first; only where another reason was given than for the version. */
  readonly reasons: Readonly<Record<string, readonly GivenReason[]>>;
}

export const besideInput = workspaceInput({
  documentIds: z
    .array(z.uuid())
    .min(1)
    .max(MOST_BESIDE, `Up to ${MOST_BESIDE} can be compared at once.`)
    .refine((ids) => new Set(ids).size === ids.length, "The same document can't stand beside itself."),
  /** What is published, also for people who may read drafts; a document that never was is left out. */
  isPublished: z.boolean().optional(),
});
export type BesideInput = z.output<typeof besideInput>;

/** A document as a column of a comparison. */
export interface DocumentBeside<C> {
  readonly id: string;
  readonly title: string;
  readonly state: DocumentState;
  readonly currentVersion: number | null;
  readonly marks: readonly DocumentMark[];
  /** Null until it is verified for the first time. */
  readonly freshness: FreshnessFacts | null;
  /** Whether `content` is the draft's and not the current version's. */
  readonly isDraft: boolean;
  readonly content: C;
}
