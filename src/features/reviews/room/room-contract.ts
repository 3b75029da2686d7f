// What an open session and the people in it say to each other. Moments are ISO 8601 strings in UTC.
import { z } from "zod";
import type { FieldChange } from "@/features/documents/comparison/comparison-rules";
import type { Author } from "@/features/documents/document-contract";
import { MAX_PLACE } from "@/features/documents/document-contract";
import type { KindName } from "@/shared/document-kinds";
import { paragraphs } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { decideInput } from "../deciding/decide-contract";
import type { Session } from "../session-contract";
import { VERDICTS, type Verdict, VOTES, type Vote } from "./room-rules";

const sessionId = z.uuid();
const itemId = z.uuid();
/** One tab, by an id that it makes up. */
const page = z.uuid();

/** Where the presenter is: the block of the document at the top edge, and how far it has gone past it. */
const presented = z.strictObject({
  block: z
    .string()
    .max(MAX_PLACE)
    .regex(/^[\w.-]+$/, "This names no place of a document.")
    .nullable(),
  /** Pixels. */
  offset: z.number().min(-100_000).max(100_000),
});

const noteText = paragraphs(1_000).pipe(z.string().min(1, "Write at least one character."));

export const liveRoomInput = workspaceInput({
  sessionId,
  page,
  /** Sent along by a stream that is made anew. */
  lastEventId: z.string().max(20).optional(),
});
export const roomItemInput = workspaceInput({ sessionId, itemId });
export const hereInput = workspaceInput({ sessionId, page, isFollowing: z.boolean() });
export const presentRoomInput = workspaceInput({ sessionId, itemId, at: presented });
export const handPresentingInput = workspaceInput({ sessionId, userId: z.uuid() });
export const voteInput = workspaceInput({ sessionId, itemId, vote: z.enum(VOTES) });
export const markInput = workspaceInput({
  sessionId,
  itemId,
  place: z.string().min(1).max(MAX_PLACE),
  verdict: z.enum(VERDICTS),
  note: paragraphs(500),
});
export const writeNoteInput = workspaceInput({ sessionId, itemId, text: noteText });
export const editNoteInput = workspaceInput({ sessionId, itemId, noteId: z.uuid(), text: noteText });
export const noteInput = workspaceInput({ sessionId, itemId, noteId: z.uuid() });

/** As alone; the session's lock keeps order instead of what was seen of the document's reviews. */
export const decideItemInput = decideInput.omit({ documentId: true, lastReview: true }).extend({ sessionId, itemId });

export type DecideItemInput = z.output<typeof decideItemInput>;
export type LiveRoomInput = z.output<typeof liveRoomInput>;
export type RoomItemInput = z.output<typeof roomItemInput>;
export type HereInput = z.output<typeof hereInput>;
export type Presented = z.output<typeof presented>;
export type PresentRoomInput = z.output<typeof presentRoomInput>;
export type VoteInput = z.output<typeof voteInput>;
export type MarkInput = z.output<typeof markInput>;

export interface Room {
  readonly session: Session;
  /** The server's clock, for how long something has taken. */
  readonly now: string;
  readonly presented: Presented | null;
  /** Who may vote: of a meeting those who came, of a window those who were asked as well. */
  readonly voters: readonly Author[];
}

export interface RoomVote {
  readonly person: Author;
  readonly vote: Vote;
}

export interface RoomMark {
  readonly person: Author;
  readonly place: string;
  readonly verdict: Verdict;
  readonly note: string;
}

export interface RoomNote {
  readonly id: string;
  readonly author: Author;
  readonly text: string;
  readonly at: string;
}

export interface RoomTask {
  readonly id: string;
  readonly text: string;
  readonly assignee: Author;
  readonly dueOn: string;
  readonly isDone: boolean;
}

/** What was said of one document of the agenda, as far as this person may know it. */
export interface RoomItem {
  readonly id: string;
  /** Everybody who has voted, whatever it was. */
  readonly hasVoted: readonly Author[];
  /** What was voted: all of it once one has voted oneself or it is revealed, before that nothing. */
  readonly votes: readonly RoomVote[];
  /** Own marks, and those of others on what one has marked oneself, or all once it is revealed. */
  readonly marks: readonly RoomMark[];
  /** How many have marked a place, whatever it was. */
  readonly markCounts: Readonly<Record<string, number>>;
  readonly notes: readonly RoomNote[];
  readonly tasks: readonly RoomTask[];
}

/** The document of an item as one looks at it in the room. */
export interface RoomDocument {
  readonly documentId: string;
  readonly kind: KindName;
  readonly title: string;
  /** Of the draft; null for people who read versions only. */
  readonly revision: number | null;
  readonly version: { readonly number: number; readonly publishedAt: string } | null;
  /** Draft against the current version, whole; where there is but one of them, that as it is. */
  readonly changes: readonly FieldChange[];
  readonly isChanged: boolean;
  readonly isRetired: boolean;
  /** The places of the lists whose items are marked. */
  readonly markable: readonly string[];
}

/** What the people in a session are told while it goes on. */
export type SessionEvent =
  /** Its date, people, agenda, state or what its documents say became something else. */
  | { readonly type: "changed"; readonly what: "session" | "document" }
  | { readonly type: "moved"; readonly itemId: string; readonly at: string }
  | { readonly type: "presented"; readonly itemId: string; readonly at: Presented }
  | { readonly type: "led"; readonly facilitator: Author; readonly presenter: Author | null }
  | { readonly type: "asked"; readonly person: Author }
  /** The vote is null for who may not know it yet, and so is a verdict. */
  | {
      readonly type: "voted";
      readonly itemId: string;
      readonly person: Author;
      readonly vote: Vote | null;
    }
  | {
      readonly type: "marked";
      readonly itemId: string;
      readonly person: Author;
      readonly place: string;
      readonly verdict: Verdict | null;
      readonly note: string;
    }
  | { readonly type: "revealed"; readonly itemId: string }
  | { readonly type: "noted"; readonly itemId: string; readonly note: RoomNote }
  | { readonly type: "unnoted"; readonly itemId: string; readonly noteId: string }
  | { readonly type: "decided"; readonly itemId: string; readonly title: string; readonly words: string }
  | { readonly type: "present"; readonly page: string; readonly person: Author; readonly isFollowing: boolean }
  | { readonly type: "left"; readonly page: string }
  /** Something may have been missed: all is read anew. Every stream begins with it. */
  | { readonly type: "lost" };
