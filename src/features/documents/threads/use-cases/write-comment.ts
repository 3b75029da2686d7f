import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { roleMay } from "@/shared/permissions";
import { recordActivity } from "../../activity/use-cases/record-activity";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { countCommentsOf, findParticipants, insertComment } from "../comment-queries";
import { MAX_COMMENTS_IN_TEN_MINUTES } from "../thread-rules";
import { checkMentions } from "./check-mentions";

/** The thread as those who are told of it need to know it. */
export interface SpokenThread {
  readonly id: string;
  readonly documentId: string;
  readonly kind: string;
  readonly title: string;
  /** What the place is called; null for the document as a whole. */
  readonly label: string | null;
  readonly quote: string;
  /** Null for one that began on the draft. */
  readonly version: number | null;
}

const TEN_MINUTES = 10 * 60 * 1000;

/**
 * Adds a comment to a thread whose lock the caller holds; tells those who are mentioned, and of a reply everybody else
 * who is in the thread. `proposal` are words for the place of those that the thread is on. Throws LIMIT for who writes too many, INVALID for a mention of somebody who couldn't see it.
 */
export async function writeComment(
  scope: Scope<"document.comment">,
  thread: SpokenThread,
  text: string,
  proposal: string | null = null,
) {
  const { tx, workspaceId, userId } = scope;
  // Counted from the comments themselves: exact, and without a second connection inside a transaction.
  const recent = await countCommentsOf(tx, workspaceId, userId, new Date(Date.now() - TEN_MINUTES));
  if (recent >= MAX_COMMENTS_IN_TEN_MINUTES) {
    throw new AppError("LIMIT", `That were ${MAX_COMMENTS_IN_TEN_MINUTES} comments in ten minutes. Try again later.`);
  }
  const isOnDraft = thread.version === null;
  const { body, userIds } = await checkMentions(scope, text, isOnDraft);
  const participants = await findParticipants(tx, workspaceId, thread.id);
  const commentId = await insertComment(tx, workspaceId, { threadId: thread.id, authorId: userId, body, proposal });

  await notify(scope, { kind: "comment.mentioned", userIds, subject: threadSubject(thread, commentId) });
  await notify(scope, {
    kind: "comment.replied",
    userIds: participants
      .filter((one) => !userIds.includes(one.userId) && (!isOnDraft || roleMay(one.role, "draft.read")))
      .map((one) => one.userId),
    subject: threadSubject(thread, commentId),
  });
  await recordActivity(scope, {
    documentId: thread.documentId,
    verb: "commented",
    details: { threadId: thread.id, label: thread.label, quote: thread.quote },
    isOnDraft,
    // What one person says in a thread within an hour is one row of the feed.
    span: `${thread.id} ${new Date().toISOString().slice(0, 13)}`,
  });
  await announceChange(scope, thread.documentId, "threads");
  return commentId;
}

/** What a notice about a comment says and leads to. Its words are read when they are shown, since they may be deleted. */
export function threadSubject(thread: SpokenThread, commentId: string) {
  const { id, documentId, kind, title, label, quote } = thread;
  return { documentId, documentKind: kind, title, threadId: id, commentId, label, quote };
}
