// Letters about sessions: written as they leave, of the session as it is then.

import { env } from "@/env";
import type { LetterWriter, NoticeLetter } from "@/features/notifications/notice-letter";
import { type NotificationSubject, subjectText } from "@/features/notifications/notification-rules";
import type { Scope } from "@/server/access/open-scope";
import { sessionInvitation, sessionUid } from "@/server/calendar/session-invitation";
import type { MailAttachment } from "@/server/mail/mail-attachment";
import { AppError } from "@/shared/errors";
import { minutesMarkdown } from "../../minutes/minutes-words-rules";
import { readMinutes } from "../../minutes/use-cases/read-minutes";
import type { Session } from "../../session-contract";
import { readSession } from "../../use-cases/read-session";
import { findRecipient } from "../plan-queries";
import { packetPath, sessionPath } from "../review-link-rules";
import { whenText } from "../when-rules";

/** As much of a letter as a mail program shows without being asked. */
const LONGEST_LETTER = 7_500;

/** Null when the session is gone. */
async function sessionOf(scope: Scope<"document.read">, subject: NotificationSubject): Promise<Session | null> {
  try {
    return await readSession(scope.also("review.follow"), subjectText(subject, "sessionId"));
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

const isAsked = (session: Session, userId: string) => session.participants.some(({ id }) => id === userId);

/** An invitation with what to read ahead and an entry for the calendar; null for who isn't asked any more. */
export const inviteLetter: LetterWriter = async (scope, subject) => {
  const session = await sessionOf(scope, subject);
  if (!session || !["planned", "open"].includes(session.state) || !isAsked(session, scope.userId)) return null;
  const { slug, attachments } = await calendarEntry(scope, session, "REQUEST");
  return { ...letter(session, "Open the review"), words: aheadWords(session, slug), attachments };
};

/** Takes the entry out of the calendar again; null for who was asked anew. */
export const cancelLetter: LetterWriter = async (scope, subject) => {
  const session = await sessionOf(scope, subject);
  if (!session || (session.state !== "cancelled" && isAsked(session, scope.userId))) return null;
  const { attachments } = await calendarEntry(scope, session, "CANCEL");
  return { ...letter(session, "Open the review"), words: `It was planned for ${whenText(session)}.`, attachments };
};

/** A reminder, as long as the session is in one of the states in which it means something. */
export function reminderLetter(states: readonly Session["state"][], action: string): LetterWriter {
  return async (scope, subject) => {
    const session = await sessionOf(scope, subject);
    if (!session || !states.includes(session.state)) return null;
    const recipient = await findRecipient(scope.tx, scope.workspaceId, scope.userId);
    return { ...letter(session, action), words: aheadWords(session, recipient.slug) };
  };
}

/** The minutes, readable in the mail and attached as a file. */
export const minutesLetter: LetterWriter = async (scope, subject) => {
  const session = await sessionOf(scope, subject);
  if (session?.state !== "closed") return null;
  const minutes = await readMinutes(scope.also("review.follow"), session.id);
  const text = minutesMarkdown(minutes);
  const attachments = [
    { name: "minutes.md", contentType: "text/markdown; charset=utf-8", content: text.slice(0, 190_000) },
  ];
  return { ...letter(session, "Read the minutes"), words: beginning(mailText(text)), attachments };
};

function letter({ id }: Session, action: string): Omit<NoticeLetter, "words"> {
  return { quote: "", path: `/reviews/${id}`, action };
}

/** What the session is about, and where each document's packet is. */
function aheadWords(session: Session, slug: string): string {
  const agenda = session.items.map(
    ({ title, kind, documentId, minutesPlanned }) =>
      `${title}${minutesPlanned === null ? "" : `, ${minutesPlanned} min`}\n${env().APP_URL}${packetPath(slug, kind, documentId)}`,
  );
  return beginning(
    [whenText(session), session.purpose, `${session.facilitator.name} facilitates. To read ahead:`, ...agenda]
      .filter(Boolean)
      .join("\n\n"),
  );
}

/**
 * Addressed to who reads it alone: members don't learn each other's addresses by a letter. Replies go to the sender of our
 * mails, who is also the organizer, since calendars take entries only from whom the mail is.
 */
async function calendarEntry(
  scope: Scope,
  session: Session,
  method: "REQUEST" | "CANCEL",
): Promise<{ readonly slug: string; readonly attachments: readonly MailAttachment[] }> {
  const { slug, name, email } = await findRecipient(scope.tx, scope.workspaceId, scope.userId);
  const content = sessionInvitation({
    ...{ uid: sessionUid(session.id), sequence: session.revision, method, title: session.title },
    ...{ startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt), timeZone: session.timeZone },
    organizer: { name: `${session.facilitator.name}, by Dramatis`, email: senderAddress() },
    attendees: [{ name, email }],
    url: `${env().APP_URL}${sessionPath(slug, session.id)}`,
    description: session.items.map(({ title }) => title).join("\n"),
  });
  const contentType = `text/calendar; method=${method}; charset=utf-8`;
  return { slug, attachments: [{ name: "invite.ics", contentType, content }] };
}

/** The address in "Dramatis <dramatis@example.com>". */
function senderAddress(): string {
  const { MAIL_FROM } = env();
  return /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM.trim();
}

/** Without the signs that are for machines. */
function mailText(markdown: string): string {
  return markdown
    .replace(/^#+ /gm, "")
    .replace(/\*\*/g, "")
    .replace(/^> ?/gm, "")
    .replace(/\\([\\`*_{}[\]<>#|~])/g, "$1");
}

function beginning(text: string): string {
  if (text.length <= LONGEST_LETTER) return text;
  return `${text.slice(0, text.lastIndexOf("\n", LONGEST_LETTER)).trimEnd()}\n\n…`;
}
