// Watching without an account, on the wire. Nothing of it says who voted or marked what.
import { z } from "zod";
import type { ReviewResult } from "@/features/documents/verification/verification-rules";
import type { KindName } from "@/shared/document-kinds";
import type { Vote } from "../room/room-rules";
import type { SessionMode } from "../session-contract";

const token = z
  .string()
  .max(100)
  .regex(/^[\w-]{43}$/, "This link is cut off. Copy it whole.");

export const watchInput = z.strictObject({
  token,
  /** A tab, by an id that it makes up, so that it is counted; null for who only looks whether there is something. */
  guest: z.uuid().nullable(),
});
export const watchDocumentInput = z.strictObject({
  token,
  documentId: z.uuid(),
  version: z.int().min(1).max(1_000_000),
});
export type WatchInput = z.output<typeof watchInput>;
export type WatchDocumentInput = z.output<typeof watchDocumentInput>;

/** Told once, to who made it. */
export interface GuestLink {
  readonly address: string;
}

export interface WatchedItem {
  readonly id: string;
  readonly kind: KindName;
  readonly title: string;
  readonly minutesPlanned: number | null;
  readonly result: ReviewResult | null;
  /** The version that was confirmed or published. */
  readonly version: number | null;
  /** How often each was voted, once it is revealed. */
  readonly votes: Readonly<Record<Vote, number>> | null;
}

/** A session as guests see it. Moments are ISO strings. */
export interface Watched {
  readonly title: string;
  readonly purpose: string;
  readonly workspaceName: string;
  readonly facilitator: string;
  readonly isOpen: boolean;
  readonly mode: SessionMode;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly items: readonly WatchedItem[];
  /** What everybody looks at. */
  readonly currentItemId: string | null;
  /** Its published version; null where there is none. Drafts aren't shown to guests. */
  readonly shown: { readonly documentId: string; readonly version: number } | null;
  readonly guests: number;
}

/** A published version, field by field. */
export interface WatchedDocument {
  readonly title: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly fields: readonly { readonly label: string; readonly texts: readonly string[] }[];
}
