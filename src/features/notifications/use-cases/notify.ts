import type { Scope } from "@/server/access/open-scope";
import { insertNotifications } from "../notification-queries";
import type { NotificationKind, NotificationSubject } from "../notification-rules";

interface Notice {
  readonly kind: NotificationKind;
  /** Who is told; the person who acts is left out. */
  readonly userIds: readonly string[];
  readonly subject: NotificationSubject;
}

/** Tells people in the app, in the transaction that makes it true. */
export async function notify(scope: Scope, notice: Notice): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const userIds = [...new Set(notice.userIds)].filter((one) => one !== userId);
  await insertNotifications(tx, workspaceId, { ...notice, userIds, actorId: userId });
}
