import type { LetterWriter } from "@/features/notifications/notice-letter";
import { type NotificationSubject, noticePath, subjectText } from "@/features/notifications/notification-rules";
import { findRequest } from "../../approvals/approval-queries";
import { findComment } from "../comment-queries";
import { findDiscussed, findThread } from "../thread-queries";
import { commentText, quoteOf } from "../thread-rules";

/** What mails say about documents, by the kind of notice. */
export const NOTICE_LETTERS: Readonly<Record<"comment.mentioned" | "approval.asked", LetterWriter>> = {
  "comment.mentioned": async (scope, subject) => {
    const { tx, workspaceId } = scope;
    const threadId = subjectText(subject, "threadId");
    const comment = await findComment(tx, workspaceId, subjectText(subject, "commentId"));
    const thread = await findThread(tx, workspaceId, threadId, scope.may("draft.read"));
    const path = await pathOf(scope, subject);
    if (!comment || comment.deletedAt || !thread || !path) return null;
    return {
      quote: quoteOf(thread.quote),
      words: commentText(comment.body),
      path,
      action: "Open the thread",
    };
  },

  "approval.asked": async (scope, subject) => {
    const { tx, workspaceId } = scope;
    const documentId = subjectText(subject, "documentId");
    const document = await findDiscussed(tx, workspaceId, documentId);
    const path = noticePath(subject);
    if (!document || !path || !scope.may("draft.read")) return null;
    const request = await findRequest(tx, workspaceId, document.kind, documentId);
    // Withdrawn, settled by a publication, or void since the draft is another one by now.
    if (request?.revision !== request?.draftRevision) return null;
    return { quote: "", words: subjectText(subject, "note"), path, action: "Read the draft" };
  },
};

/** What every notice about a document may say: the words that it brought, and the way to the document. */
export const documentLetter: LetterWriter = async (scope, subject) => {
  const path = await pathOf(scope, subject);
  const words = subjectText(subject, "note");
  return path === null ? null : { quote: subjectText(subject, "quote"), words, path, action: "Open the document" };
};

/** Where the notice leads, or null when the document is gone or the person may not see it (any more). */
async function pathOf(scope: Parameters<LetterWriter>[0], subject: NotificationSubject): Promise<string | null> {
  const document = await findDiscussed(scope.tx, scope.workspaceId, subjectText(subject, "documentId"));
  return document && (document.currentVersion !== null || scope.may("draft.read")) ? noticePath(subject) : null;
}
