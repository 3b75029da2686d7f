import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { recordActivity } from "../activity/use-cases/record-activity";
import type { DocumentKind } from "../document-kind";
import { insertDocument } from "../document-queries";
import type { DocumentContent } from "../field-rules";
import { documentWords } from "../search/search-text-rules";

interface Beginning {
  readonly verb: "created" | "imported" | "duplicated";
  readonly details?: Readonly<Record<string, string>>;
}

/** Makes a document that the caller owns, with this content as its draft, and tells the feed how; the answer is its id. */
export async function addDocument<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  content: C,
  { verb, details = {} }: Beginning,
): Promise<string> {
  const documentId = await insertDocument(scope.tx, scope.workspaceId, {
    kind: kind.name,
    ownerId: scope.userId,
    content,
    contentHash: canonicalHash(content),
    words: documentWords(kind.fields, content),
  });
  await recordActivity(scope, { documentId, verb, details, isOnDraft: true });
  return documentId;
}
