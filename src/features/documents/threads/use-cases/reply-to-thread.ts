import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { countComments } from "../comment-queries";
import { updateThread } from "../thread-queries";
import { MAX_COMMENTS, replyBlock } from "../thread-rules";
import type { DocumentKinds } from "./discussed-document";
import { lockedThread } from "./locked-thread";
import { writeComment } from "./write-comment";

/** Adds a comment to an open thread. Throws NOT_FOUND, and BLOCKED for one that is resolved. */
export async function replyToThread(
  scope: Scope<"document.comment">,
  kinds: DocumentKinds,
  { threadId, body }: { readonly threadId: string; readonly body: string },
): Promise<{ commentId: string }> {
  const { tx, workspaceId } = scope;
  const { row, spoken } = await lockedThread(scope, kinds, threadId);
  const block = replyBlock({ isResolved: row.resolvedAt !== null });
  if (block) throw new AppError("BLOCKED", block);
  if ((await countComments(tx, workspaceId, threadId)) >= MAX_COMMENTS) {
    throw new AppError("LIMIT", `A thread holds up to ${MAX_COMMENTS} comments. Begin a new one.`);
  }
  const commentId = await writeComment(scope, spoken, body);
  await updateThread(tx, workspaceId, threadId);
  return { commentId };
}
