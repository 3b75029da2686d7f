// What a session came to, as it is kept and as it crosses the wire. Moments are ISO 8601 strings in UTC, days local.
import { z } from "zod";
import type { ReviewResult } from "@/features/documents/verification/verification-rules";
import type { KindName } from "@/shared/document-kinds";
import { workspaceInput } from "@/shared/workspace-input";
import type { Verdict, Vote } from "../room/room-rules";
import type { SessionMode } from "../session-contract";

/** What people said of one statement, those first about which they were furthest apart. */
export interface MarkedStatement {
  /** The field that it stands in. */
  readonly label: string;
  /** As it was; "" for who may not read the draft that it stood in, and where it was gone. */
  readonly text: string;
  /** Whether no published version had it. */
  readonly isOfDraft: boolean;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly notes: readonly string[];
}

export interface MinutesItem {
  readonly documentId: string;
  readonly kind: KindName;
  /** As it was called. */
  readonly title: string;
  /** The document was deleted for good since: of what was said of it nothing is kept. */
  readonly isDeleted?: true;
  /** Null where nothing was decided. */
  readonly result: ReviewResult | null;
  readonly note: string;
  readonly decidedBy: string | null;
  /** The version that was confirmed or published. */
  readonly version: number | null;
  /** When it is to be verified next. */
  readonly dueOn: string | null;
  readonly votes: readonly { readonly name: string; readonly vote: Vote }[];
  readonly marks: readonly MarkedStatement[];
  readonly notes: readonly { readonly author: string; readonly text: string }[];
  readonly tasks: readonly { readonly text: string; readonly assignee: string; readonly dueOn: string }[];
}

/** Kept with the session, and never changed but where a document is deleted for good. */
export interface KeptMinutes {
  readonly people: readonly { readonly name: string; readonly came: boolean }[];
  readonly items: readonly MinutesItem[];
}

export interface Minutes extends KeptMinutes {
  readonly sessionId: string;
  readonly title: string;
  readonly purpose: string;
  readonly mode: SessionMode;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly facilitator: string;
  readonly openedAt: string | null;
  readonly closedAt: string;
}

/** A session in which something was decided of a document. */
export interface DocumentMinutes {
  readonly sessionId: string;
  readonly title: string;
  readonly closedAt: string;
  readonly result: ReviewResult | null;
  readonly version: number | null;
}

export const documentMinutesInput = workspaceInput({ documentId: z.uuid() });
