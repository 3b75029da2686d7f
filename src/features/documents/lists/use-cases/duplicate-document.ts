import type { Scope } from "@/server/access/open-scope";
import { MAX_TITLE } from "../../document-contract";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { addDocument } from "../../use-cases/add-document";
import { readDocument } from "../../use-cases/read-document";
import { readDraftNow } from "../../versions/use-cases/read-draft-now";
import { copiedContent, copyTitle } from "../duplicate-rules";
import { setTags } from "../tag-queries";
import { lockedDocuments } from "./locked-documents";

/**
 * Makes a document of the same kind with the same content and tags, which the caller owns: of the draft, or of what was
 * published last where it is retired. Claims get ids of their own; links keep pointing to what they link to. Throws
 * NOT_FOUND.
 */
export async function duplicateDocument<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  { documentId }: { readonly documentId: string },
): Promise<{ documentId: string }> {
  const { tx, workspaceId } = scope;
  const [source] = await lockedDocuments(scope, kind, [documentId]);
  const { published } = await readDocument(scope.also("document.read"), kind, documentId);
  const { content: draft } = await readDraftNow(scope.also("draft.read"), kind, documentId);
  const original = source?.retiredAt && published ? published.content : draft;
  const title = copyTitle(original.title, MAX_TITLE);
  const content = kind.schema.parse({ ...copiedContent(kind.fields, original), title });
  const details = { from: original.title };
  const copyId = await addDocument(scope, kind, content, { verb: "duplicated", details });
  if (source && source.tags.length > 0) await setTags(tx, workspaceId, copyId, source.tags);
  return { documentId: copyId };
}
