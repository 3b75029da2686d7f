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
  /** Also the person who acts, of what they don't know yet themselves. */
  readonly isActorTold?: true;
}

/** Tells people in the app, and where it is worth one by mail, in the transaction that makes it true. */
export async function notify(scope: Scope, notice: Notice): Promise<void> {
  const { tx, workspaceId, userId: actorId } = scope;
  const { kind, subject, isActorTold } = notice;
  const userIds = [...new Set(notice.userIds)].filter((one) => isActorTold || one !== actorId);
  const rows = await insertNotifications(tx, workspaceId, { kind, subject, userIds, actorId });
  if (!NOTIFICATION_KINDS[notice.kind].isMailed) return;
  for (const { id, userId } of rows) {
    await enqueue(tx, noticeGiven, { notificationId: id, userId, workspaceId }, `notice-given:${id}`);
  }
}
