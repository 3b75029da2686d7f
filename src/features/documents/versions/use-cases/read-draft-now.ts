import * as Y from "yjs";
import type { Scope } from "@/server/access/open-scope";
import { findBody, listUpdates } from "../../bodies/body-queries";
import { beginningState, readBody } from "../../bodies/body-yjs-rules";
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
  const { tx, workspaceId } = scope;
  // In this order: what is stored in between is part of what is read later.
  const rows = await listUpdates(tx, workspaceId, documentId);
  const stored = rows.length > 0 ? await findBody(tx, workspaceId, documentId) : undefined;
  const draft = await readDraft(scope, kind, documentId);
  if (rows.length === 0) return draft;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stored?.state ?? beginningState(bodyOf(kind.fields, draft.content)));
  for (const { data } of rows) {
    try {
      // Read before it touches the document: half of one would stay in it.
      Y.decodeUpdate(data);
      Y.applyUpdate(doc, data);
    } catch {
      // The next store sets it aside.
    }
  }
  return { ...draft, content: withBody(kind.fields, draft.content, readBody(doc).body) };
}
