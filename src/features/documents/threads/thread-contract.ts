// Threads and comments as they cross the wire. Moments are ISO 8601 strings in UTC.
import { z } from "zod";
import { paragraphs } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import type { ProposalState } from "./text-thread-rules";
import { MAX_COMMENT, MAX_PLACE } from "./thread-rules";

const documentId = z.uuid();
const threadId = z.uuid();
const commentId = z.uuid();
const place = z
  .string()
  .max(MAX_PLACE)
  .regex(/^[\w.-]+$/, "This is no place in a document.")
  .nullable();
const body = paragraphs(MAX_COMMENT, "A comment").pipe(z.string().min(1, "Write something first."));

export const threadPlacesInput = workspaceInput({ documentId });

export const listThreadsInput = workspaceInput({
  documentId,
  isResolved: z.boolean(),
  /** Left out: all places. */
  place: place.optional(),
  limit: z.int().min(1).max(100).default(30),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(100).optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
});

/** `documentId` beside the thread's own, so that what is read of a document is known by it. */
export const readThreadInput = workspaceInput({ documentId, threadId });
export const threadInput = workspaceInput({ threadId });

export const startThreadInput = workspaceInput({
  documentId,
  /** Where it begins; null for the document as a whole. */
  place,
  /** The version that was read; null for the draft. */
  version: z.int().min(1).max(1_000_000).nullable(),
  body,
});

export const replyInput = workspaceInput({ threadId, body });
export const editCommentInput = workspaceInput({ commentId, body });
export const commentInput = workspaceInput({ commentId });
export const resolveInput = workspaceInput({ threadId, isResolved: z.boolean() });

export type ListThreadsInput = z.output<typeof listThreadsInput>;
export type StartThreadInput = z.output<typeof startThreadInput>;

/** A person as threads name them. */
interface Speaker {
  readonly id: string;
  readonly name: string;
}

export interface ThreadComment {
  readonly id: string;
  readonly author: Speaker;
  /** Written by who reads it. */
  readonly isOwn: boolean;
  /** Prose with mentions as @[name](user id); empty when it was deleted. */
  readonly body: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly isDeleted: boolean;
  /** Words for the place of those that the thread is on; null for a comment without a proposal. */
  readonly proposal: {
    readonly text: string;
    readonly state: ProposalState;
    readonly decidedBy: string | null;
  } | null;
}

export interface ThreadHead {
  readonly id: string;
  /** Dotted path of the field or item; null for the document as a whole. */
  readonly place: string | null;
  /** What the place's field is called; null for the document as a whole. */
  readonly label: string | null;
  /** The words that stood there when it began. */
  readonly quote: string;
  /** The version it began on; null for the draft. */
  readonly version: number | null;
  readonly startedBy: Speaker;
  /** Begun by who reads it. */
  readonly isOwn: boolean;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly resolved: { readonly at: string; readonly by: string } | null;
  /** It is on words of the prose, which are its quote. */
  readonly isOnWords: boolean;
  /** Its words are not in the draft (any more). */
  readonly isOrphaned: boolean;
  /** Deleted ones are not counted. */
  readonly commentCount: number;
  readonly opening: ThreadComment;
}

export interface ThreadList {
  readonly items: readonly ThreadHead[];
  readonly nextCursor: string | null;
}

export interface Thread extends ThreadHead {
  /** Oldest first. */
  readonly comments: readonly ThreadComment[];
}

/** How many threads are open, in all and by place. */
export interface ThreadPlaces {
  readonly open: number;
  readonly resolved: number;
  /** `threadId` where only one is open. */
  readonly places: readonly { readonly place: string; readonly open: number; readonly threadId: string | null }[];
}
