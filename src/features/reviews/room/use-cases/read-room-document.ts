import { withWords } from "@/features/documents/comparison/comparison-mark-rules";
import { compareContent } from "@/features/documents/comparison/comparison-rules";
import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { readVersion } from "@/features/documents/use-cases/read-document";
import { readDraftNow } from "@/features/documents/versions/use-cases/read-draft-now";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { markableLists } from "../claim-place-rules";
import type { RoomDocument, RoomItemInput } from "../room-contract";
import { findItemDocument } from "../room-queries";
import { itemNotFound } from "./hold-item";

/**
 * The document of an item, draft against current version and whole. Viewers get the current version alone. Throws
 * NOT_FOUND, also for viewers of what was never published.
 */
export async function readRoomDocument(
  scope: Scope<"review.follow">,
  kinds: DocumentKinds,
  input: RoomItemInput,
): Promise<RoomDocument> {
  const row = await findItemDocument(scope.tx, scope.workspaceId, input);
  if (!row) throw itemNotFound();
  const { documentId, currentVersion } = row;
  const kind = kinds[row.kind];
  const version =
    currentVersion === null
      ? null
      : await readVersion(scope.also("document.read"), kind, { documentId, number: currentVersion });
  const draft = scope.may("draft.read") ? await readDraftNow(scope.also("draft.read"), kind, documentId) : null;
  const after = draft?.content ?? version?.content;
  if (!after) throw new AppError("NOT_FOUND", "This document was never published, so you may not see it yet.");
  const before = version?.content ?? after;
  const changes = withWords(compareContent(kind.fields, before, after, { isWhole: true }), { isWhole: true });
  return {
    documentId,
    kind: kind.name,
    title: after.title,
    revision: draft?.revision ?? null,
    version: version && { number: version.number, publishedAt: version.publishedAt },
    changes,
    isChanged: compareContent(kind.fields, before, after).length > 0,
    isRetired: row.retiredAt !== null,
    markable: [...markableLists(kind.fields, before, after)],
  };
}
