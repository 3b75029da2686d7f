import { openScope, type Scope } from "@/server/access/open-scope";
import type { Db, Tx } from "@/server/db/client";
import { enqueue } from "@/server/jobs/enqueue";
import { sendMail } from "@/server/mail/mail-jobs";
import { noticeMail } from "@/server/mail/mail-message";
import { AppError } from "@/shared/errors";
import type { NoticeGiven } from "../notification-jobs";
import { countMailed, lockNotice, markMailed } from "../notification-queries";
import {
  MAX_MAILS_AN_HOUR,
  type NotificationKind,
  type NotificationSubject,
  noticeLead,
  noticePredicate,
} from "../notification-rules";

/** What a mail says beside who did what: words that are read when it is sent, and where they lead. */
export interface NoticeLetter {
  /** What was spoken of, as it stands in the document; "" for the document as a whole. */
  readonly quote: string;
  /** What was said; "" for nothing. */
  readonly words: string;
  /** Below /w/<slug>. */
  readonly path: string;
  /** What the link does: "Open the thread". */
  readonly action: string;
}

/** Reads what a notice is about, as the person who was told may see it; null when there is nothing to tell any more. */
export type LetterWriter = (
  scope: Scope<"document.read">,
  subject: NotificationSubject,
) => Promise<NoticeLetter | null>;

const HOUR = 60 * 60 * 1000;

/**
 * Sends a notice by mail, once, unless it was read in the app meanwhile, its matter is gone, or the person is no member
 * any more or wants no mails. Everything is read anew, through the person's own eyes.
 */
export async function mailNotice(
  db: Db,
  { notificationId, userId, workspaceId }: NoticeGiven,
  writers: Partial<Readonly<Record<NotificationKind, LetterWriter>>>,
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const scope = await scopeOf(tx, userId, workspaceId);
    const notice = scope && (await lockNotice(tx, scope, notificationId));
    if (!notice || notice.readAt || notice.mailedAt || !notice.isMailed || notice.isDisabled) return;
    // Written by `notify` alone, which takes nothing else.
    const kind = notice.kind as NotificationKind;
    const letter = await writers[kind]?.(scope, notice.subject);
    if (!letter) return;
    if ((await countMailed(tx, scope, new Date(now.getTime() - HOUR))) >= MAX_MAILS_AN_HOUR) return;
    await markMailed(tx, scope, notificationId);
    const { to, actorName, workspaceName, slug, subject } = notice;
    const mail = noticeMail({
      to,
      lead: noticeLead({ kind, subject }, actorName),
      predicate: noticePredicate({ kind, subject }),
      workspaceName,
      quote: letter.quote,
      words: letter.words,
      action: letter.action,
      path: `/w/${slug}${letter.path}`,
      settingsPath: `/w/${slug}/notifications`,
    });
    await enqueue(tx, sendMail, mail, `notice-mailed:${notificationId}`);
  });
}

/** Null for who is no member any more. */
async function scopeOf(tx: Tx, userId: string, workspaceId: string): Promise<Scope<"document.read"> | null> {
  try {
    return await openScope(tx, userId, workspaceId, "document.read");
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
