import type { Scope } from "@/server/access/open-scope";
import { enqueueAll } from "@/server/jobs/enqueue";
import { noticeGiven } from "../notification-jobs";
import { insertNotifications } from "../notification-queries";
import { NOTIFICATION_KINDS, type NotificationKind, type NotificationSubject } from "../notification-rules";

interface Notice {
  readonly kind: NotificationKind;
  /** Who is told; the person who acts is left out. */
  readonly userIds: readonly string[];
  readonly subject: NotificationSubject;
  /** What is told, such as overdue:<document>:<day>: nobody is told of the same fact twice. */
  readonly fact?: string;
  /** Also the person who acts, of what they don't know yet themselves. */
  readonly isActorTold?: true;
  /** Nobody did it: who acts is told like everybody else. */
  readonly isFromClock?: true;
}

/** Tells people in the app, and where it is worth one by mail, in the transaction that makes it true. */
export function notify(scope: Scope, notice: Notice): Promise<void> {
  return notifyAll(scope, [notice]);
}

/** As `notify`, of many things in as many statements as of one. */
export async function notifyAll(scope: Scope, notices: readonly Notice[]): Promise<void> {
  const { tx, workspaceId, userId: actorId } = scope;
  const told = notices.flatMap(({ kind, subject, fact = null, userIds, isActorTold, isFromClock }) => {
    const whom = [...new Set(userIds)].filter((one) => isActorTold || isFromClock || one !== actorId);
    return whom.map((userId) => ({ userId, actorId: isFromClock ? null : actorId, kind, subject, fact }));
  });
  const rows = await insertNotifications(tx, workspaceId, told);
  const mailed = rows.filter(({ kind }) => NOTIFICATION_KINDS[kind].isMailed);
  // Who was told of the fact before has no notice of this id, and the job passes over it.
  const jobs = mailed.map(({ id, userId }) => ({
    payload: { notificationId: id, userId, workspaceId },
    key: `notice-given:${id}`,
  }));
  await enqueueAll(tx, noticeGiven, jobs);
}
