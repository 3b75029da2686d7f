import type { KindName } from "@/shared/document-kinds";
import { compareContent, type FieldChange } from "../../comparison/comparison-rules";
import type { DocumentHead, Version } from "../../document-contract";
import type { DocumentContent, Field } from "../../field-rules";
import type { LiveDraft } from "./use-draft";

/** A document whose draft somebody is about to publish, put forward or decide on. */
export interface DraftAtHand {
  readonly kind: KindName;
  readonly target: { readonly workspaceId: string; readonly documentId: string };
  readonly fields: readonly Field[];
  readonly document: DocumentHead;
  readonly published: Version<DocumentContent> | null;
  readonly draft: LiveDraft;
  /** What the kind asks for before publication and the draft lacks, in words. */
  readonly missing: readonly string[];
  /** From the current version to the draft; none before the first publication. */
  readonly changes: readonly FieldChange[];
}

/** What stood there when the person opened the dialog, or said that they have read what changed since. */
export interface SeenDraft {
  readonly content: DocumentContent;
  readonly version: number | null;
}

export function seenNow({ draft, document }: DraftAtHand): SeenDraft {
  return { content: draft.content, version: document.currentVersion };
}

/** What others changed meanwhile; null when all is as it was seen. A revision that changed nothing is none. */
export function changedSince(seen: SeenDraft, { fields, draft, document, published }: DraftAtHand) {
  const changes = seen.content === draft.content ? [] : compareContent(fields, seen.content, draft.content);
  const version = document.currentVersion === seen.version ? null : published;
  return changes.length > 0 || version ? { changes, version } : null;
}
