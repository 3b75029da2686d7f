// Inputs and outputs of every kind of document, as they cross the wire. Moments are ISO 8601 strings in UTC.
import { z } from "zod";
import { jsonValue, line, paragraphs, requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import type { Edit } from "./drafts/edit-rules";
import type { DocumentMark } from "./marks/mark-rules";
import type { FreshnessFacts } from "./verification/freshness-rules";
import type { DocumentState } from "./versions/lifecycle-rules";

export const MAX_TITLE = 120;
/** Bytes of a draft's content as JSON. */
export const MAX_CONTENT_BYTES = 256 * 1024;
/** Characters of a dotted path with ids. */
export const MAX_PLACE = 400;
const MAX_REASONS = 500;

const documentId = z.uuid();
const versionNumber = z.int().min(1).max(1_000_000);
const revision = z.int().min(0).max(2_000_000_000);
const path = z.array(z.string().min(1).max(64)).min(1).max(6);
const anchor = z.uuid().nullable();
const item = jsonValue.pipe(z.looseObject({ id: z.uuid() }));

/** Values are judged by the kind's schema once they are in place; here they only have to be JSON. */
const edit: z.ZodType<Edit> = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("set"), path, value: jsonValue }),
  z.strictObject({ op: z.literal("insert"), path, item, before: anchor }),
  z.strictObject({ op: z.literal("remove"), path, id: z.uuid() }),
  z.strictObject({ op: z.literal("move"), path, id: z.uuid(), before: anchor }),
]);

export const createDocumentInput = workspaceInput({
  title: requiredLine(MAX_TITLE),
  /** Key of one of the kind's templates; left out for a blank document. */
  template: z.string().max(40).optional(),
});
export const documentInput = workspaceInput({ documentId });

/** `batchId` is chosen by the client: a batch that is sent twice is applied once. */
export const editDraftInput = workspaceInput({ documentId, batchId: z.uuid(), edits: z.array(edit).min(1).max(100) });

const VERSION_REASONS = ["new-evidence", "correction", "market-change", "wording"] as const;
export const publishInput = workspaceInput({
  documentId,
  /** The revision that the publisher has seen; another one is refused with CONFLICT. */
  revision,
  note: paragraphs(1_000).pipe(z.string().min(1, "Say in a few words what is new.")),
  /** Left out for the first version. */
  reason: z.enum(VERSION_REASONS).optional(),
  /** Of single changes that have another one, by their place. */
  reasons: z
    .array(z.strictObject({ place: z.string().min(1).max(MAX_PLACE), reason: z.enum(VERSION_REASONS) }))
    .max(MAX_REASONS, `Up to ${MAX_REASONS} changes may have a reason of their own.`)
    .optional(),
});

export const versionInput = workspaceInput({ documentId, number: versionNumber });
export const restorePointInput = workspaceInput({ documentId, restorePointId: z.int().min(1) });
export const retireInput = workspaceInput({ documentId, reason: line(500) });

export type EditDraftInput = z.output<typeof editDraftInput>;
export type PublishInput = z.output<typeof publishInput>;
export type VersionReason = (typeof VERSION_REASONS)[number] | "first";

/** A person as documents name them. */
export interface Author {
  readonly id: string;
  readonly name: string;
}

export interface DocumentHead {
  readonly id: string;
  readonly title: string;
  readonly owner: Author;
  readonly state: DocumentState;
  readonly currentVersion: number | null;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly changedAt: string;
  readonly retired: { readonly at: string; readonly reason: string } | null;
  readonly marks: readonly DocumentMark[];
  /** Null until it is verified for the first time. */
  readonly freshness: FreshnessFacts | null;
}

export interface VersionHead {
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly reason: VersionReason;
  readonly basedOn: number | null;
  readonly author: Author;
  readonly publishedAt: string;
  /** SHA-256, hexadecimal, of the canonical content. */
  readonly contentHash: string;
  /** Who approved the draft that became it. */
  readonly approvers: readonly Author[];
}

export interface Version<C> extends VersionHead {
  readonly content: C;
  /** Why single changes were made, by place, where it is not `reason`. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** `published` is null until the first publication. */
export interface DocumentView<C> {
  readonly document: DocumentHead;
  readonly published: Version<C> | null;
}

export interface DraftView<C> {
  readonly content: C;
  readonly revision: number;
  readonly basedOn: number | null;
  readonly changedAt: string;
  readonly changedBy: Author;
}

export interface RestorePoint {
  readonly id: number;
  /** Set aside by a restore, or kept by itself after a while of work. */
  readonly cause: "restore" | "automatic";
  readonly basedOn: number | null;
  readonly setAsideAt: string;
  readonly setAsideBy: Author;
}

export interface History {
  /** Newest first. */
  readonly versions: readonly VersionHead[];
  /** Copies of the draft, those that a restore set aside first, newest first; empty for who may not read drafts. */
  readonly restorePoints: readonly RestorePoint[];
}
