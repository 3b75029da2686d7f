import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { lockedDraft } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import { findWork, insertRestorePoint, trimRestorePoints } from "../restore-point-queries";
import { MOST_KEPT, restorePointIsDue } from "../restore-point-rules";

/** So often it is asked whether a copy is due while people write, in milliseconds: asking compares whole texts. */
const ASK_EVERY = 60_000;
const askedAt = new WeakMap<object, number>();

/** Whether it is time to ask again for this open document. */
export function isTimeToAsk(open: object, now = Date.now()): boolean {
  if (now - (askedAt.get(open) ?? 0) < ASK_EVERY) return false;
  askedAt.set(open, now);
  return true;
}

/**
 * Keeps a copy of the draft where one is due, in the name of whoever wrote last; call it under the draft's lock, after
 * the prose was stored. `isLeft` says that nobody has it open in an editor any more. Throws NOT_FOUND.
 */
export async function keepRestorePoint<C extends DocumentContent>(
  scope: Scope,
  kind: DocumentKind<C>,
  documentId: string,
  { isLeft = false, now = new Date() }: { readonly isLeft?: boolean; readonly now?: Date } = {},
): Promise<{ readonly isKept: boolean }> {
  const { tx, workspaceId } = scope;
  const draft = await lockedDraft(scope, kind, documentId);
  const work = await findWork(tx, workspaceId, documentId);
  if (!work || !restorePointIsDue({ ...work, isLeft }, now)) return { isKept: false };
  const { content, revision, basedOn } = draft;
  await insertRestorePoint(tx, workspaceId, {
    documentId,
    content,
    revision,
    basedOn,
    setAsideBy: work.changedBy,
    cause: "automatic",
  });
  await trimRestorePoints(tx, workspaceId, documentId, MOST_KEPT);
  await announceChange(scope, documentId, "versions");
  return { isKept: true };
}
