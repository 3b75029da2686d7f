// Review sessions as they cross the wire. Moments are ISO 8601 strings in UTC.
import type { Author } from "@/features/documents/document-contract";
import type { ReviewResult } from "@/features/documents/verification/verification-rules";
import type { KindName } from "@/shared/document-kinds";

export type SessionMode = "live" | "window";
export type SessionState = "planned" | "open" | "closed" | "cancelled";

export interface SessionDecision {
  readonly result: ReviewResult;
  readonly note: string;
  readonly by: Author;
  readonly at: string;
  /** The version that was confirmed or published; null where there is none. */
  readonly version: number | null;
}

/** A document on the agenda. */
export interface SessionItem {
  readonly id: string;
  readonly documentId: string;
  readonly kind: KindName;
  readonly title: string;
  /** Portrait, hue and the like: the kind's card fields. */
  readonly card: Readonly<Record<string, unknown>>;
  readonly currentVersion: number | null;
  readonly minutesPlanned: number | null;
  readonly isRevealed: boolean;
  readonly decision: SessionDecision | null;
}

export interface SessionParticipant extends Author {
  readonly joinedAt: string | null;
}

export interface Session {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly mode: SessionMode;
  readonly state: SessionState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly facilitator: Author;
  readonly presenter: Author | null;
  readonly currentItemId: string | null;
  readonly itemStartedAt: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly cancelledReason: string | null;
  readonly hasGuestLink: boolean;
  readonly revision: number;
  /** In the order of the agenda. */
  readonly items: readonly SessionItem[];
  readonly participants: readonly SessionParticipant[];
}
