// SQL of what a person does with their own notices.
import { and, desc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { users } from "@/server/db/schema/user";
import { notifications } from "@/server/db/schema/workspace";
import type { NoticeShelf } from "./inbox-rules";
import { isAwake, own, type Reader } from "./notification-queries";

const SHELVES: Readonly<Record<NoticeShelf, (now: Date) => ReturnType<typeof and>>> = {
  unread: (now) => and(isAwake(now), isNull(notifications.readAt)),
  read: (now) => and(isAwake(now), isNotNull(notifications.readAt)),
  all: isAwake,
  snoozed: (now) => and(isNull(notifications.doneAt), gt(notifications.snoozedUntil, now)),
  done: () => isNotNull(notifications.doneAt),
};

export interface NoticePage {
  readonly show: NoticeShelf;
  readonly now: Date;
  readonly after: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** One page, newest first. */
export async function listNotices(tx: Tx, reader: Reader, { show, now, after, limit }: NoticePage) {
  return tx
    .select({
      id: notifications.id,
      kind: notifications.kind,
      actorId: notifications.actorId,
      actorName: users.name,
      subject: notifications.subject,
      at: notifications.createdAt,
      readAt: notifications.readAt,
      doneAt: notifications.doneAt,
      snoozedUntil: notifications.snoozedUntil,
      snoozes: notifications.snoozes,
      snoozeReason: notifications.snoozeReason,
    })
    .from(notifications)
    .leftJoin(users, eq(users.id, notifications.actorId))
    .where(
      and(
        own(reader),
        SHELVES[show](now),
        after &&
          sql`(${notifications.createdAt}, ${notifications.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit);
}

const named = (reader: Reader, ids: readonly string[]) => and(own(reader), inArray(notifications.id, [...ids]));

export async function markUnread(tx: Tx, reader: Reader, ids: readonly string[]): Promise<void> {
  await tx.update(notifications).set({ readAt: null }).where(named(reader, ids));
}

/** Whoever is done with something has read it. */
export async function updateDone(tx: Tx, reader: Reader, ids: readonly string[], isDone: boolean): Promise<void> {
  await tx
    .update(notifications)
    .set(isDone ? { doneAt: sql`now()`, readAt: sql`coalesce(read_at, now())` } : { doneAt: null })
    .where(named(reader, ids));
}

export async function lockSnoozes(tx: Tx, reader: Reader, id: string) {
  const [row] = await tx
    .select({ snoozes: notifications.snoozes, doneAt: notifications.doneAt })
    .from(notifications)
    .where(named(reader, [id]))
    .for("update");
  return row;
}

/** It comes back unread. */
export async function updateSnooze(
  tx: Tx,
  reader: Reader,
  { id, until, reason }: { readonly id: string; readonly until: Date; readonly reason: string },
): Promise<void> {
  await tx
    .update(notifications)
    .set({ snoozedUntil: until, snoozeReason: reason, snoozes: sql`snoozes + 1`, readAt: null })
    .where(named(reader, [id]));
}

export async function wake(tx: Tx, reader: Reader, ids: readonly string[]): Promise<void> {
  await tx.update(notifications).set({ snoozedUntil: null }).where(named(reader, ids));
}
