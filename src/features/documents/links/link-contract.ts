// Links between documents of all kinds, as they cross the wire.

import { z } from "zod";
import { DOCUMENT_KINDS, type KindName } from "@/shared/document-kinds";
import { line } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import type { Item } from "../field-rules";
import type { DocumentMark } from "../marks/mark-rules";
import type { FreshnessFacts } from "../verification/freshness-rules";
import type { DocumentState } from "../versions/lifecycle-rules";
import type { LinkCard } from "./link-rules";

const kind = z.enum(DOCUMENT_KINDS);

export const linkTargetsInput = workspaceInput({
  kind,
  /** Words in the title; empty for those that were changed last. */
  text: line(200),
  /** The document that asks, which is no target of itself. */
  except: z.uuid().optional(),
});
export const linkCardsInput = workspaceInput({ documentIds: z.array(z.uuid()).max(100) });
export const linkedFromInput = workspaceInput({ documentId: z.uuid() });

/** A document as a link shows it: published content for people who may not read drafts. */
export interface LinkedDocument {
  readonly id: string;
  readonly kind: KindName;
  readonly title: string;
  readonly state: DocumentState;
  readonly currentVersion: number | null;
  readonly card: LinkCard;
  readonly marks: readonly DocumentMark[];
  /** Null until it is verified for the first time. */
  readonly freshness: FreshnessFacts | null;
}

/** A document that links here, with the list that does and the link's own item. In prose, an item with nothing but an id. */
export interface LinkingDocument extends LinkedDocument {
  readonly list: string;
  readonly item: Item;
}
