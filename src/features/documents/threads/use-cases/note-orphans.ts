import type { Scope } from "@/server/access/open-scope";
import { anchoredThreads } from "../../bodies/body-anchors";
import type { Body } from "../../bodies/body-rules";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { bodyFieldOf, type DocumentContent, placeOf } from "../../field-rules";
import { noteAnchors } from "../text-thread-queries";

/**
 * Notes at a store which threads lost their words and which have them again, such as after an undo. `marked` is the prose
 * with its marks; a mark of another document's thread counts for nothing. Call under the draft's lock.
 */
export async function noteOrphans<C extends DocumentContent>(
  scope: Scope,
  kind: DocumentKind<C>,
  documentId: string,
  marked: Body,
): Promise<void> {
  const place = placeOf(bodyFieldOf(kind.fields).path);
  const anchored = anchoredThreads(marked);
  const changed = await noteAnchors(scope.tx, scope.workspaceId, { documentId, place, anchored });
  if (changed > 0) await announceChange(scope, documentId, "threads");
}
