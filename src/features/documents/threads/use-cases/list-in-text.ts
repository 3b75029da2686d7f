import type { Scope } from "@/server/access/open-scope";
import { bodyFieldOf, placeOf } from "../../field-rules";
import type { TextThread } from "../text-thread-contract";
import { listTextThreads } from "../text-thread-queries";
import { type DocumentKinds, discussedDocument } from "./discussed-document";

/** The open threads on words of the prose that the person may see, oldest first. Throws NOT_FOUND. */
export async function listInText(
  scope: Scope<"document.read">,
  kinds: DocumentKinds,
  { documentId }: { readonly documentId: string },
): Promise<readonly TextThread[]> {
  const { kind } = await discussedDocument(scope, documentId);
  const place = placeOf(bodyFieldOf(kinds[kind].fields).path);
  return listTextThreads(scope.tx, scope.workspaceId, { documentId, place, mayReadDrafts: scope.may("draft.read") });
}
