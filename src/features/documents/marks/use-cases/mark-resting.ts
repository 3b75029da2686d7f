import type { Scope } from "@/server/access/open-scope";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { findResting, upsertMarks } from "../mark-queries";
import { PERSONAS_OF_SEGMENT } from "../mark-rules";
import { tellMarked } from "./tell-marked";

/** A segment has a new version: the personas that stand for it were written for the one before. */
export async function markResting(
  scope: Scope,
  { documentId, title, number }: { readonly documentId: string; readonly title: string; readonly number: number },
): Promise<void> {
  const found = await findResting(scope.tx, scope.workspaceId, { ...PERSONAS_OF_SEGMENT, documentId });
  // What was never published was never true of a version before.
  const resting = found.filter(({ currentVersion }) => currentVersion !== null);
  await upsertMarks(
    scope.tx,
    scope.workspaceId,
    resting.map(({ id }) => id),
    {
      mark: "rests-on-new",
      sourceId: documentId,
      sentence: `It stands for ${title}, which has a new version, v${number}.`,
    },
  );
  const restingIds = resting.map(({ id }) => id);
  await tellMarked(scope, restingIds, { mark: "rests-on-new", sourceId: documentId });
  for (const id of restingIds) await announceChange(scope, id, "versions");
}
