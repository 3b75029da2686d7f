// Lists, tags and search on the wire, the same for every kind of document.

import { z } from "zod";
import type { KindName } from "@/shared/document-kinds";
import { line, requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import type { DocumentMark } from "../marks/mark-rules";
import { FRESHNESS, type FreshnessFacts } from "../verification/freshness-rules";
import type { DocumentState } from "../versions/lifecycle-rules";
import { LIST_ORDERS, LIST_SORTS, LIST_STATES } from "./list-filter-rules";
import { MAX_BATCH, MAX_TAG, MAX_TAGS } from "./tag-rules";

const tag = requiredLine(MAX_TAG);
const documentIds = z
  .array(z.uuid())
  .min(1, "Choose at least one.")
  .max(MAX_BATCH, `Up to ${MAX_BATCH} at once.`)
  .refine((ids) => new Set(ids).size === ids.length, "One of them is named twice.");

export const listInput = workspaceInput({
  /** Left out: all that is not retired. */
  state: z.enum(LIST_STATES).optional(),
  /** Words anywhere in it, each by its beginning. */
  text: line(200).optional(),
  /** Whose it is: a member's id, or "me". */
  owner: z.union([z.literal("me"), z.uuid()]).optional(),
  /** Has all of them. */
  tags: z.array(tag).max(MAX_TAGS).optional(),
  /** Speaks of this segment, in a list of links or in its prose. */
  segmentId: z.uuid().optional(),
  /** As well of this persona. */
  personaId: z.uuid().optional(),
  /** A choice of the kind's facet. */
  facet: z.string().max(40).optional(),
  /** How far it can be relied on now. */
  freshness: z.enum(FRESHNESS).optional(),
  /** Whose it is to verify it. */
  verifier: z.literal("me").optional(),
  sort: z.enum(LIST_SORTS).optional(),
  order: z.enum(LIST_ORDERS).optional(),
  limit: z.int().min(1).max(100).default(50),
  /** `nextCursor` of the page before, which had the same order. */
  cursor: z.string().max(1_000).optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
});
export type ListInput = z.output<typeof listInput>;

export const searchInput = workspaceInput({ text: requiredLine(200) });

export const tagInput = workspaceInput({
  documentIds,
  add: z.array(tag).max(MAX_TAGS).default([]),
  remove: z.array(tag).max(MAX_TAGS).default([]),
});
export type TagInput = z.output<typeof tagInput>;

export const retireManyInput = workspaceInput({ documentIds, reason: line(500).default("") });
export const reopenManyInput = workspaceInput({ documentIds });

export interface ListedDocument<C> {
  readonly id: string;
  readonly title: string;
  readonly state: DocumentState;
  readonly currentVersion: number | null;
  readonly owner: { readonly id: string; readonly name: string };
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly changedAt: string;
  readonly marks: readonly DocumentMark[];
  /** Null until it is verified for the first time. */
  readonly freshness: FreshnessFacts | null;
  /** The kind's card fields. */
  readonly card: Partial<C>;
}

export interface DocumentList<C> {
  readonly items: readonly ListedDocument<C>[];
  readonly nextCursor: string | null;
}

/** A tag that documents have, and how many of each kind. */
export interface TagInUse {
  readonly tag: string;
  readonly segment: number;
  readonly scenario: number;
  readonly persona: number;
}

/** Part of a text; marked where it is what was searched for. */
export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface FoundDocument {
  readonly id: string;
  readonly kind: KindName;
  readonly title: readonly SnippetPart[];
  readonly currentVersion: number | null;
  readonly isRetired: boolean;
  /** Where in its content the words stand; null where the title tells. */
  readonly snippet: { readonly label: string; readonly parts: readonly SnippetPart[] } | null;
}

export interface RecentDocument {
  readonly id: string;
  readonly kind: KindName;
  readonly title: string;
  readonly currentVersion: number | null;
}
