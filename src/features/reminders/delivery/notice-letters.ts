// Who writes which letter.
import { documentLetter, NOTICE_LETTERS } from "@/features/documents/threads/use-cases/write-letter";
import type { LetterWriter } from "@/features/notifications/notice-letter";
import { noticePath } from "@/features/notifications/notification-rules";
import {
  cancelLetter,
  inviteLetter,
  minutesLetter,
  reminderLetter,
} from "@/features/reviews/planning/use-cases/write-session-letter";
import type { LetterWriters } from "./notice-carrier";

/** About a document, or about many at once, which are shown in their list or where the day begins. */
const about =
  (action: string): LetterWriter =>
  async (scope, subject) => {
    if (Number(subject.count ?? 1) > 1) {
      return { quote: "", words: "", path: noticePath(subject) ?? "", action: "See which" };
    }
    const letter = await documentLetter(scope, subject);
    return letter && { ...letter, action };
  };

export const LETTER_WRITERS: LetterWriters = {
  ...NOTICE_LETTERS,
  other: about("Open the document"),
  "comment.replied": about("Open the thread"),
  "approval.reset": about("Read the draft"),
  "review.due": about("Review it"),
  "review.overdue": about("Review it"),
  "session.invited": inviteLetter,
  "session.changed": inviteLetter,
  "session.cancelled": cancelLetter,
  "session.soon": reminderLetter(["planned"], "See what to read ahead"),
  "session.opened": reminderLetter(["open"], "Open the review"),
  "session.ending": reminderLetter(["open"], "Open the review"),
  "session.undecided": reminderLetter(["closed"], "See what waits"),
  "session.minutes": minutesLetter,
};
