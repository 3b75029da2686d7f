import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import type { DocumentKind } from "../document-kind";
import { insertDocument } from "../document-queries";
import type { DocumentContent } from "../field-rules";
import { documentWords } from "../search-text-rules";
import { recordActivity } from "./record-activity";

/** Makes a document with an empty draft that the caller owns; the answer is its id. */
export async function createDocument<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  input: { readonly title: string },
): Promise<{ documentId: string }> {
  const content = kind.empty(input.title);
  const documentId = await insertDocument(scope.tx, scope.workspaceId, {
    kind: kind.name,
    ownerId: scope.userId,
    content,
    contentHash: canonicalHash(content),
    words: documentWords(kind.fields, content),
  });
  await recordActivity(scope, { documentId, verb: "created", isOnDraft: true });
  return { documentId };
}
