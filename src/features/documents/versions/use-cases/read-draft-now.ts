import * as Y from "yjs";
import type { Scope } from "@/server/access/open-scope";
import { findBody, listUpdates } from "../../bodies/body-queries";
import { beginningState, readBody } from "../../bodies/body-yjs";
import type { DraftView } from "../../document-contract";
import type { DocumentKind } from "../../document-kind";
import { bodyOf, type DocumentContent, withBody } from "../../field-rules";
import { readDraft } from "../../use-cases/read-document";

/**
 * The working copy with every word that was acknowledged, also those of the last seconds that are not stored in it yet.
 * Writes nothing and locks nothing. Throws NOT_FOUND.
 */
export async function readDraftNow<C extends DocumentContent>(
  scope: Scope<"draft.read">,
  kind: DocumentKind<C>,
  documentId: string,
): Promise<DraftView<C>> {
  // In this order: what is stored in between is part of what is read later.
  const unstored = await readUnstored(scope, documentId);
  const draft = await readDraft(scope, kind, documentId);
  return { ...draft, content: withUnstored(kind, draft.content, unstored) };
}

interface Unstored {
  /** Undefined where nobody had opened the prose in an editor before. */
  readonly state: Uint8Array | undefined;
  readonly updates: readonly Uint8Array[];
}

/** What was acknowledged of a document's prose and is not stored in its draft; null where all is. */
export async function readUnstored({ tx, workspaceId }: Scope<"draft.read">, documentId: string) {
  const rows = await listUpdates(tx, workspaceId, documentId);
  if (rows.length === 0) return null;
  const stored = await findBody(tx, workspaceId, documentId);
  return { state: stored?.state ?? undefined, updates: rows.map(({ data }) => data) };
}

/** A draft's content with what is not stored in it yet. */
export function withUnstored<C extends DocumentContent>(
  kind: DocumentKind<C>,
  content: C,
  unstored: Unstored | null,
): C {
  if (!unstored) return content;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, unstored.state ?? beginningState(bodyOf(kind.fields, content)));
  for (const update of unstored.updates) {
    try {
      // Read before it touches the document: half of one would stay in it.
      Y.decodeUpdate(update);
      Y.applyUpdate(doc, update);
    } catch {
      // The next store sets it aside.
    }
  }
  return withBody(kind.fields, content, readBody(doc).body);
}
