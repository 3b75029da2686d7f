import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { recordActivity } from "../../activity/use-cases/record-activity";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import type { DocumentContent } from "../../field-rules";
import type { TagInput } from "../list-contract";
import { listTags, setTags } from "../tag-queries";
import { changedTags, MAX_TAGS, tagKey } from "../tag-rules";
import { lockedDocuments } from "./locked-documents";

/**
 * Adds and removes tags of several documents, all or none. A tag that the workspace has already is written as it is
 * there. The answer tells the tags of those that changed. Throws NOT_FOUND when one is missing, LIMIT when one would
 * have too many.
 */
export async function tagDocuments<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  { documentIds, add, remove }: TagInput,
): Promise<{ changed: readonly { readonly documentId: string; readonly tags: readonly string[] }[] }> {
  const rows = await lockedDocuments(scope, kind, documentIds);
  const known = new Map((await listTags(scope.tx, scope.workspaceId, true)).map(({ tag }) => [tagKey(tag), tag]));
  const change = { add: add.map((tag) => known.get(tagKey(tag)) ?? tag), remove };
  const changed: { documentId: string; tags: readonly string[] }[] = [];
  for (const { id, tags, currentVersion } of rows) {
    const next = changedTags(tags, change);
    if (next.length > MAX_TAGS) {
      throw new AppError("LIMIT", `A ${kind.name} has up to ${MAX_TAGS} tags. Remove some first.`, { documentId: id });
    }
    if (next.join("\n") === tags.join("\n")) continue;
    await setTags(scope.tx, scope.workspaceId, id, next);
    await recordActivity(scope, {
      documentId: id,
      verb: "tagged",
      details: { tags: next.join(", ") },
      isOnDraft: currentVersion === null,
    });
    await announceChange(scope, id, "document");
    changed.push({ documentId: id, tags: next });
  }
  return { changed };
}
