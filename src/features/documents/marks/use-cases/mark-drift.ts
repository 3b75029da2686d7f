import type { Scope } from "@/server/access/open-scope";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { deleteMarks, findResting, upsertMarks } from "../mark-queries";
import { PERSONAS_OF_SEGMENT, type RestingDocument } from "../mark-rules";
import { markedElsewhere } from "./tell-marked";

/**
 * Marks a segment as drifting, and the personas that stand for it; those that were marked because of it and don't any more
 * lose the mark. Measured again on the same data (`isNew` false) it marks nobody anew: who confirmed it since has done so in
 * spite of these data. The answer is the personas.
 */
export async function markDrift(
  scope: Scope,
  drift: {
    readonly documentId: string;
    readonly sentence: string;
    readonly restingSentence: string;
    readonly isNew: boolean;
  },
): Promise<readonly RestingDocument[]> {
  const { tx, workspaceId } = scope;
  const { documentId, sentence, restingSentence, isNew } = drift;
  const resting = await findResting(tx, workspaceId, { ...PERSONAS_OF_SEGMENT, documentId });
  const ids = resting.map(({ id }) => id);
  const mark = { mark: "drifting", sourceId: documentId } as const;
  const unmarked = await deleteMarks(tx, workspaceId, { ...mark, notOn: [documentId, ...ids] });
  if (isNew) {
    await upsertMarks(tx, workspaceId, [documentId], { ...mark, sentence });
    await upsertMarks(tx, workspaceId, ids, { ...mark, sentence: restingSentence });
    await markedElsewhere(scope, [documentId, ...ids], mark);
  }
  for (const id of new Set([documentId, ...unmarked, ...ids])) await announceChange(scope, id, "versions");
  return resting;
}

/** Takes off the drift that comes from the document: it is again as it was published. */
export async function unmarkDrift(scope: Scope, documentId: string): Promise<void> {
  const marked = await deleteMarks(scope.tx, scope.workspaceId, { mark: "drifting", sourceId: documentId });
  for (const id of new Set(marked)) await announceChange(scope, id, "versions");
}
