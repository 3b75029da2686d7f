// The letter about a notice, written as it leaves, through the eyes of who was told.
import type { LetterWriter } from "@/features/notifications/notice-letter";
import { type NotificationKind, noticeLead, noticePredicate } from "@/features/notifications/notification-rules";
import { lockTold } from "@/features/notifications/use-cases/read-told";
import { openScope, type Scope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";
import { noticeMail } from "@/server/mail/mail-message";
import { AppError } from "@/shared/errors";
import { groupOfKind } from "../preferences/preference-rules";
import { quietUntil } from "../preferences/quiet-hours";
import { unsubscribePath } from "../preferences/unsubscribe-token";
import { heldPreferences } from "../preferences/use-cases/read-preferences";
import type { Carrier, Prepared } from "./carrier";
import { mailing } from "./mail-carrier";

export type LetterWriters = Readonly<Partial<Record<NotificationKind, LetterWriter>>> & {
  /** Of every kind that has no writer of its own. */
  readonly other: LetterWriter;
};

const drop = (why: string): Prepared => ({ how: "drop", why });

export function noticeCarrier(writers: LetterWriters): Carrier {
  return async (tx, delivery, now) => {
    const { userId, workspaceId } = delivery;
    const scope = userId && (await memberScope(tx, userId, workspaceId));
    const held = scope && (await heldPreferences(scope));
    if (!scope || !held) return drop("The person is no member any more.");
    const notice = await lockTold(scope, delivery.fact.replace(/^notice:/, ""));
    if (!notice) return drop("What it was about is gone.");
    if (notice.isDisabled) return drop("The account is disabled.");
    if (notice.readAt) return drop("It was read in the app before.");
    const { kind, subject, actorName } = notice;
    const group = groupOfKind(kind);
    if (!held.isMailed || held.preferences.mail[group] !== "yes") return drop("Such mails aren't wanted any more.");
    const until = quietUntil(held.preferences.quiet, held.timeZone, now);
    if (until) return { how: "wait", until };
    const letter = await (writers[kind] ?? writers.other)(scope, subject);
    if (!letter) return drop("There is nothing to tell any more.");
    const { quote, words, action, path, attachments } = letter;
    const message = noticeMail({
      to: delivery.target,
      lead: noticeLead({ kind, subject }, actorName),
      predicate: noticePredicate({ kind, subject }),
      workspaceName: notice.workspaceName,
      ...{ quote, words, action },
      path: `/w/${notice.slug}${path}`,
      settingsPath: `/w/${notice.slug}/settings/notifications`,
      unsubscribePath: unsubscribePath({ workspaceId, userId: scope.userId, group }),
      ...(attachments && { attachments: [...attachments] }),
    });
    // Loaded with the first mail: the templates' library takes memory that an idle worker need not spend.
    const { renderMail } = await import("@/server/mail/render-mail");
    return mailing(delivery, await renderMail(message));
  };
}

/** Null for who is no member any more. */
async function memberScope(tx: Tx, userId: string, workspaceId: string): Promise<Scope<"document.read"> | null> {
  try {
    return await openScope(tx, userId, workspaceId, "document.read");
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
