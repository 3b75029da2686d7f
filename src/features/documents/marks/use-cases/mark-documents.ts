import type { Scope } from "@/server/access/open-scope";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { deleteMarks, upsertMarks } from "../mark-queries";
import type { DocumentMark } from "../mark-rules";
import { tellMarked } from "./tell-marked";

/** Marks documents with what comes from elsewhere, or from themselves. Those that are marked so get the new sentence. */
export async function markDocuments(
  scope: Scope,
  documentIds: readonly string[],
  mark: Pick<DocumentMark, "mark" | "sentence" | "sourceId">,
): Promise<void> {
  await upsertMarks(scope.tx, scope.workspaceId, documentIds, mark);
  await tellMarked(scope, documentIds, mark);
  for (const id of documentIds) await announceChange(scope, id, "versions");
}

/** Takes a mark off wherever it comes from this source. */
export async function unmarkDocuments(scope: Scope, mark: Pick<DocumentMark, "mark" | "sourceId">): Promise<void> {
  const taken = await deleteMarks(scope.tx, scope.workspaceId, mark);
  for (const id of taken) await announceChange(scope, id, "versions");
}
