// What open pages of a document say to the server and hear from it. A page is one tab, by an id it makes up.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import { MAX_PLACE } from "../document-contract";
import type { Edit } from "./edit-rules";

const documentId = z.uuid();
const page = z.uuid();

export const liveInput = workspaceInput({
  documentId,
  page,
  /** Of the draft that the page shows; what came after it is told first. Null for people who read versions only. */
  revision: z.int().min(0).max(2_000_000_000).nullable(),
  /** Sent along by a stream that is made anew: the last revision that it told. */
  lastEventId: z.string().max(20).optional(),
});

export const presentInput = workspaceInput({
  documentId,
  page,
  /** The field or item that the person is in, or none. */
  place: z.string().max(MAX_PLACE).nullable(),
});

export type LiveInput = z.output<typeof liveInput>;
export type PresentInput = z.output<typeof presentInput>;

/** What of a document changed beside its draft's fields; open pages read that part again. */
export type ChangedPart = "document" | "versions" | "approval" | "threads";

/** A batch of edits that was accepted; applied to the revision before they give this one. */
export interface EditsEvent {
  readonly type: "edits";
  readonly revision: number;
  readonly batchId: string;
  /** The author's id. */
  readonly by: string;
  readonly edits: readonly Edit[];
}

export type LiveEvent =
  | EditsEvent
  | { readonly type: "changed"; readonly part: ChangedPart; readonly by: string }
  | { readonly type: "present"; readonly page: string; readonly person: LivePerson; readonly place: string | null }
  | { readonly type: "left"; readonly page: string }
  /** Something may have been missed: all of the document is read anew. */
  | { readonly type: "lost" };

export interface LivePerson {
  readonly id: string;
  readonly name: string;
}
