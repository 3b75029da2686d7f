import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { countComments, findComment, updateComment } from "../comment-queries";
import { updateThread } from "../thread-queries";
import { deleteBlock, editBlock, mentionedIn } from "../thread-rules";
import { checkMentions } from "./check-mentions";
import { type DocumentKinds, threadNotFound } from "./discussed-document";
import { lockedThread } from "./locked-thread";
import { threadSubject } from "./write-comment";

/** Gives one's own comment other words; who is mentioned now and wasn't before is told. Throws NOT_FOUND and BLOCKED. */
export async function editComment(
  scope: Scope<"document.comment">,
  kinds: DocumentKinds,
  input: { readonly commentId: string; readonly body: string },
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { commentId } = input;
  const { comment, thread } = await lockedComment(scope, kinds, commentId);
  const block = editBlock({ isOwn: comment.authorId === userId });
  if (block) throw new AppError("BLOCKED", block);
  const { body, userIds } = await checkMentions(scope, input.body, thread.row.version === null);
  if (body === comment.body) return;
  await updateComment(tx, workspaceId, commentId, body);
  const known = mentionedIn(comment.body);
  await notify(scope, {
    kind: "comment.mentioned",
    userIds: userIds.filter((one) => !known.includes(one)),
    subject: threadSubject(thread.spoken, commentId),
  });
  await announceChange(scope, comment.documentId, "threads");
}

/** Takes a comment's words away; its place in the thread stays. A thread with no words left is resolved. */
export async function deleteComment(
  scope: Scope<"document.comment">,
  kinds: DocumentKinds,
  { commentId }: { readonly commentId: string },
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { comment, thread } = await lockedComment(scope, kinds, commentId);
  const block = deleteBlock({ isOwn: comment.authorId === userId, mayModerate: scope.may("document.delete") });
  if (block) throw new AppError("BLOCKED", block);
  await updateComment(tx, workspaceId, commentId, null);
  const { id, resolvedAt } = thread.row;
  if (resolvedAt === null && (await countComments(tx, workspaceId, id, true)) === 0) {
    await updateThread(tx, workspaceId, id, userId);
  }
  await announceChange(scope, comment.documentId, "threads");
}

/** A comment in a thread that the person may see, its thread locked. Throws NOT_FOUND, also when it was deleted. */
async function lockedComment(scope: Scope, kinds: DocumentKinds, commentId: string) {
  const found = await findComment(scope.tx, scope.workspaceId, commentId);
  if (!found) throw threadNotFound();
  const thread = await lockedThread(scope, kinds, found.threadId);
  // Read again under the lock: it may have been deleted meanwhile.
  const comment = await findComment(scope.tx, scope.workspaceId, commentId);
  if (!comment || comment.deletedAt) throw new AppError("NOT_FOUND", "This comment was deleted.");
  return { comment: { ...comment, documentId: thread.row.documentId }, thread };
}
