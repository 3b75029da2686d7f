import { type NotificationSubject, subjectText } from "@/features/notifications/notification-rules";
import type { LetterWriter } from "@/features/notifications/use-cases/mail-notice";
import { findComment } from "../comment-queries";
import { findDiscussed, findThread } from "../thread-queries";
import { commentText } from "../thread-rules";

/** Where a kind's pages are, below /w/<slug>. */
const FOLDERS = { persona: "personas", segment: "segments" } as const;

/** What mails say about documents, by the kind of notice. */
export const NOTICE_LETTERS: Readonly<Record<"comment.mentioned" | "approval.asked", LetterWriter>> = {
  "comment.mentioned": async (scope, subject) => {
    const { tx, workspaceId } = scope;
    const threadId = subjectText(subject, "threadId");
    const comment = await findComment(tx, workspaceId, subjectText(subject, "commentId"));
    const thread = await findThread(tx, workspaceId, threadId, scope.may("draft.read"));
    const page = await pageOf(scope, subject);
    if (!comment || comment.deletedAt || !thread || !page) return null;
    return {
      quote: thread.quote,
      words: commentText(comment.body),
      path: `${page}?thread=${threadId}`,
      action: "Open the thread",
    };
  },

  "approval.asked": async (scope, subject) => {
    const page = await pageOf(scope, subject);
    if (!page) return null;
    return { quote: "", words: subjectText(subject, "note"), path: page, action: "Read the draft" };
  },
};

/** The document's page, or null when it is gone or the person may not see it (any more). */
async function pageOf(scope: Parameters<LetterWriter>[0], subject: NotificationSubject): Promise<string | null> {
  const documentId = subjectText(subject, "documentId");
  const document = await findDiscussed(scope.tx, scope.workspaceId, documentId);
  if (!document || (document.currentVersion === null && !scope.may("draft.read"))) return null;
  return `/${FOLDERS[document.kind]}/${documentId}`;
}
