// Who writes which letter.
import { documentLetter, NOTICE_LETTERS } from "@/features/documents/threads/use-cases/write-letter";
import type { LetterWriter } from "@/features/notifications/notice-letter";
import { noticePath, subjectText } from "@/features/notifications/notification-rules";
import { readSession } from "@/features/reviews/use-cases/read-session";
import { AppError } from "@/shared/errors";
import type { LetterWriters } from "./notice-carrier";

/** About a document, or about many at once, which are shown where the day begins. */
const about =
  (action: string): LetterWriter =>
  async (scope, subject) => {
    if (Number(subject.count ?? 1) > 1) return { quote: "", words: "", path: "", action: "See what needs you" };
    const letter = await documentLetter(scope, subject);
    return letter && { ...letter, action };
  };

/** Null when the session is gone, or in a state in which the letter would tell what is past. */
const ofSession =
  (action: string, states: readonly string[]): LetterWriter =>
  async (scope, subject) => {
    const session = await readSession(scope.also("review.follow"), subjectText(subject, "sessionId")).catch(
      (error: unknown) => {
        if (error instanceof AppError && error.code === "NOT_FOUND") return null;
        throw error;
      },
    );
    const path = noticePath(subject);
    if (!session || !path || !states.includes(session.state)) return null;
    return { quote: "", words: session.purpose, path, action };
  };

export const LETTER_WRITERS: LetterWriters = {
  ...NOTICE_LETTERS,
  other: about("Open the document"),
  "comment.replied": about("Open the thread"),
  "approval.reset": about("Read the draft"),
  "review.due": about("Review it"),
  "review.overdue": about("Review it"),
  "session.invited": ofSession("Open the review", ["planned", "open"]),
  "session.changed": ofSession("Open the review", ["planned", "open"]),
  "session.cancelled": ofSession("Open the review", ["cancelled"]),
  "session.minutes": ofSession("Read the minutes", ["closed"]),
};
