import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { AppError } from "@/shared/errors";
import { measureAgain } from "../segment-measure-jobs";
import { publishedRule } from "./published-rule";

/** Has the current version measured again on the newest data. Throws NOT_FOUND, and INVALID where there is no rule. */
export async function askAgain(scope: Scope<"document.publish">, documentId: string): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const rule = await publishedRule(scope.also("document.read"), documentId);
  if (!rule?.isCurrent) throw new AppError("INVALID", "There is no published rule to measure.");
  // One at a time: whoever asks meanwhile waits for the same.
  await enqueue(tx, measureAgain, { workspaceId, userId, documentId }, `measure-again:${documentId}`);
}
