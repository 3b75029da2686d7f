import type * as Y from "yjs";
import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { keepBody, openBody } from "./open-body";

/**
 * Brings the draft's content up to date with everything that was acknowledged of its prose; call it before reading a
 * draft for keeps, such as for a publication. `live` is the document as this process holds it open. Throws NOT_FOUND.
 */
export async function storeBody<C extends DocumentContent>(
  scope: Scope,
  kind: DocumentKind<C>,
  documentId: string,
  live?: Y.Doc,
): Promise<{ readonly revision: number }> {
  const opened = await openBody(scope, kind, documentId, live);
  // Where nobody has written in an editor yet, the content is all there is.
  if (opened.isNew && opened.logged.length === 0) return { revision: opened.draft.revision };
  return keepBody(scope, kind, documentId, opened);
}
