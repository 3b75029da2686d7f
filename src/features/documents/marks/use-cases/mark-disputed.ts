import type { Scope } from "@/server/access/open-scope";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { countOpenThreads, deleteMarks, upsertMarks } from "../mark-queries";
import { isDisputed } from "../mark-rules";
import { tellMarked } from "./tell-marked";

const SENTENCE = "Five or more threads about it are open.";

/**
 * A thread was opened: with five it is disputed. To be called last, since it waits for others who open one. What was
 * confirmed in spite of open threads is disputed again only by a further one.
 */
export async function threadOpened(scope: Scope, documentId: string): Promise<void> {
  const { tx, workspaceId } = scope;
  if (!isDisputed(await countOpenThreads(tx, workspaceId, documentId))) return;
  await upsertMarks(tx, workspaceId, [documentId], { mark: "disputed", sourceId: documentId, sentence: SENTENCE });
  await tellMarked(scope, [documentId], { mark: "disputed", sourceId: documentId });
  await announceChange(scope, documentId, "versions");
}

/** A thread was resolved: with fewer than five it isn't disputed any more. To be called last. */
export async function threadResolved(scope: Scope, documentId: string): Promise<void> {
  const { tx, workspaceId } = scope;
  if (isDisputed(await countOpenThreads(tx, workspaceId, documentId))) return;
  const taken = await deleteMarks(tx, workspaceId, { mark: "disputed", sourceId: documentId });
  if (taken.length > 0) await announceChange(scope, documentId, "versions");
}
