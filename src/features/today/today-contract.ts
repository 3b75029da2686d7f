// The first page as it crosses the wire. Moments are ISO 8601 strings in UTC; days are YYYY-MM-DD of the workspace's zone.
import type { Author } from "@/features/documents/document-contract";
import type { DocumentMark } from "@/features/documents/marks/mark-rules";
import type { FreshnessFacts } from "@/features/documents/verification/freshness-rules";
import type { SessionMode } from "@/features/reviews/session-contract";
import type { KindName } from "@/shared/document-kinds";
import { workspaceInput } from "@/shared/workspace-input";

export const todayInput = workspaceInput({});

/** A document as a row of the first page names it. */
export interface NamedDocument {
  readonly id: string;
  readonly kind: KindName;
  readonly title: string;
  /** Portrait and hue, where its kind has them. */
  readonly card: Readonly<Record<string, unknown>>;
  readonly currentVersion: number | null;
}

/** Something that waits for the reader. */
export type Duty =
  | {
      readonly type: "review";
      readonly document: NamedDocument;
      readonly freshness: FreshnessFacts | null;
      readonly marks: readonly DocumentMark[];
    }
  | {
      readonly type: "approval";
      readonly document: NamedDocument;
      readonly askedBy: Author;
      readonly askedAt: string;
      readonly note: string;
    }
  | {
      readonly type: "task";
      readonly id: string;
      readonly document: NamedDocument;
      readonly text: string;
      readonly dueOn: string;
      readonly isOverdue: boolean;
    }
  | {
      readonly type: "session";
      readonly id: string;
      readonly title: string;
      readonly mode: SessionMode;
      readonly endsAt: string;
      readonly items: number;
    };

/** Something with a date ahead. `at` is a moment for sessions, a day for the rest. */
export type ComingUp =
  | {
      readonly type: "session";
      readonly id: string;
      readonly title: string;
      readonly at: string;
      readonly items: number;
      readonly people: readonly string[];
    }
  | { readonly type: "due"; readonly document: NamedDocument; readonly on: string }
  | {
      readonly type: "task";
      readonly id: string;
      readonly document: NamedDocument;
      readonly text: string;
      readonly on: string;
    };

export interface Today {
  /** The weightiest first; `dutyCount` says how many there are in all. */
  readonly duties: readonly Duty[];
  readonly dutyCount: number;
  /** The nearest first. */
  readonly comingUp: readonly ComingUp[];
  /** Personas that are published and in use, and how many of them are fresh; null where there are too many to be told of. */
  readonly personas: { readonly all: number; readonly fresh: number } | null;
}

export interface TrustOverview {
  /** Documents that are published and in use. */
  readonly published: number;
  /** How many of them were verified and are neither overdue nor marked. */
  readonly verified: number;
  readonly overdue: number;
  /** Most overdue documents first. */
  readonly overdueByOwner: readonly { readonly owner: Author; readonly count: number }[];
  /** Those that nobody has looked at for the longest time. */
  readonly oldest: readonly { readonly document: NamedDocument; readonly verifiedAt: string }[];
  readonly drifting: readonly { readonly document: NamedDocument; readonly sentence: string; readonly since: string }[];
}
