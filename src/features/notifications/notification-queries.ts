// SQL of notifications. Row-level security shows people their own only.
import type { Tx } from "@/server/db/client";
import { notifications } from "@/server/db/schema/workspace";
import type { NotificationKind, NotificationSubject } from "./notification-rules";

/** Ids are made here, since the person who tells may not read what they told somebody else. */
export async function insertNotifications(
  tx: Tx,
  workspaceId: string,
  row: { actorId: string; kind: NotificationKind; subject: NotificationSubject; userIds: readonly string[] },
): Promise<readonly string[]> {
  const { userIds, ...told } = row;
  const rows = userIds.map((userId) => ({ id: crypto.randomUUID(), workspaceId, userId, ...told }));
  if (rows.length > 0) await tx.insert(notifications).values(rows);
  return rows.map(({ id }) => id);
}
