import type { Scope } from "@/server/access/open-scope";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { LINK_LISTS } from "../../links/link-rules";
import { deleteMarks, findResting, upsertMark } from "../mark-queries";

/** A document that rests on what has drifted. */
export interface RestingDocument {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
}

/**
 * Marks a segment as drifting, and the personas that stand for it; those that were marked because of it and don't any more
 * lose the mark. The answer is the personas.
 */
export async function markDrift(
  scope: Scope,
  { documentId, sentence, restingSentence }: { documentId: string; sentence: string; restingSentence: string },
): Promise<readonly RestingDocument[]> {
  const { tx, workspaceId } = scope;
  const resting: RestingDocument[] = [];
  for (const { kind, path } of LINK_LISTS) {
    if (kind === "persona" && path === "segments") {
      resting.push(...(await findResting(tx, workspaceId, { kind, path, documentId })));
    }
  }
  const before = await deleteMarks(tx, workspaceId, documentId, { isOwn: false });
  const mark = { mark: "drifting", sourceId: documentId } as const;
  await upsertMark(tx, workspaceId, { ...mark, documentId, sentence });
  for (const { id } of resting) {
    await upsertMark(tx, workspaceId, { ...mark, documentId: id, sentence: restingSentence });
  }
  for (const id of new Set([documentId, ...before, ...resting.map(({ id }) => id)])) {
    await announceChange(scope, id, "versions");
  }
  return resting;
}

/** Takes off the marks that come from the document: it is again as it was published. */
export async function unmarkDrift(scope: Scope, documentId: string): Promise<void> {
  const marked = await deleteMarks(scope.tx, scope.workspaceId, documentId, { isOwn: false });
  for (const id of new Set(marked)) await announceChange(scope, id, "versions");
}
