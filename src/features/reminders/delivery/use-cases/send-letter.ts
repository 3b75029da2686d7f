import type { NoticeGiven } from "@/features/notifications/notification-jobs";
import { MAX_MAILS_AN_HOUR } from "@/features/notifications/notification-rules";
import { countLetters, lockTold, markTold } from "@/features/notifications/use-cases/read-told";
import { scopeOfAccepted } from "@/server/access/open-scope";
import type { Db } from "@/server/db/client";
import { groupOfKind } from "../../preferences/preference-rules";
import { quietUntil } from "../../preferences/quiet-hours";
import { heldPreferences } from "../../preferences/use-cases/read-preferences";
import { sendOff } from "./deliver-due";

const HOUR = 60 * 60 * 1000;

/**
 * Makes the letter of a notice, once, unless it was read in the app meanwhile or the person wants no such mails. It waits for
 * the end of the person's quiet hours. What it says is read when it leaves: see notice-carrier.ts.
 */
export async function sendLetter(
  db: Db,
  { notificationId, userId, workspaceId }: NoticeGiven,
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const scope = await scopeOfAccepted(tx, userId, workspaceId);
    // Nothing for who is no member any more, or was told of the fact before.
    const notice = await lockTold(scope, notificationId);
    const held = await heldPreferences(scope);
    if (!notice || !held || notice.readAt || notice.mailedAt || notice.isDisabled) return;
    const { preferences, timeZone, isMailed } = held;
    if (!isMailed || preferences.mail[groupOfKind(notice.kind)] !== "yes") return;
    if ((await countLetters(scope, new Date(now.getTime() - HOUR))) >= MAX_MAILS_AN_HOUR) return;
    await markTold(scope, notificationId);
    const notBefore = quietUntil(preferences.quiet, timeZone, now);
    const fact = `notice:${notificationId}`;
    await sendOff(tx, workspaceId, { userId, channel: "mail", fact, target: notice.to, notBefore });
  });
}
