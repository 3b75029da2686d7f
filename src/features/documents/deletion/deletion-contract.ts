// Deleting a document for good, as it crosses the wire.

import { z } from "zod";
import type { KindName } from "@/shared/document-kinds";
import { workspaceInput } from "@/shared/workspace-input";

/** `title` is typed by the person: the draft's, so that nobody deletes the wrong one. */
export const deleteDocumentInput = workspaceInput({ documentId: z.uuid(), title: z.string().max(500) });
export type DeleteDocumentInput = z.output<typeof deleteDocumentInput>;

/** As many links as are named; `linkCount` tells how many there are. */
export const LINKS_NAMED = 100;

export interface LinkingDocument {
  readonly id: string;
  readonly kind: KindName;
  readonly title: string;
  /** Where it links: in the draft, in the current version, or in both. */
  readonly isInDraft: boolean;
  readonly isPublished: boolean;
}

/** What goes with a document, and what is left pointing at nothing. */
export interface Dependants {
  readonly title: string;
  readonly versions: number;
  readonly draftsSetAside: number;
  readonly threads: number;
  readonly comments: number;
  readonly approvals: number;
  readonly linkCount: number;
  readonly links: readonly LinkingDocument[];
}
