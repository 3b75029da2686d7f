import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
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
export async function notify(scope: Scope, notice: Notice): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { kind, subject, fact = null, isActorTold, isFromClock } = notice;
  const userIds = [...new Set(notice.userIds)].filter((one) => isActorTold || isFromClock || one !== userId);
  const actorId = isFromClock ? null : userId;
  const rows = await insertNotifications(tx, workspaceId, { kind, subject, fact, userIds, actorId });
  if (!NOTIFICATION_KINDS[notice.kind].isMailed) return;
  // Who was told of the fact before has no notice of this id, and the job passes over it.
  for (const { id, userId: toldId } of rows) {
    await enqueue(tx, noticeGiven, { notificationId: id, userId: toldId, workspaceId }, `notice-given:${id}`);
  }
}
