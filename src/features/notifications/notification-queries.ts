// SQL of notifications. Row-level security shows people their own only, and `userId` says so once more.
import { and, count, desc, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { users } from "@/server/db/schema/user";
import { memberships, notifications, workspaces } from "@/server/db/schema/workspace";
import type { NotificationKind, NotificationSubject } from "./notification-rules";

/** Whose notices, and where. */
export interface Reader {
  readonly workspaceId: string;
  readonly userId: string;
}

export interface NewNotice {
  readonly userId: string;
  /** Null for the clock. */
  readonly actorId: string | null;
  readonly kind: NotificationKind;
  readonly subject: NotificationSubject;
  readonly fact: string | null;
}

/**
 * Ids are made here, since the person who tells may not read what they told somebody else: not even whether they were
 * told of the fact before, in which case nothing is inserted.
 */
export async function insertNotifications<N extends NewNotice>(
  tx: Tx,
  workspaceId: string,
  notices: readonly N[],
): Promise<readonly (N & { readonly id: string })[]> {
  const rows = notices.map((notice) => ({ id: crypto.randomUUID(), ...notice }));
  if (rows.length === 0) return rows;
  // One parameter, however many there are.
  await tx.execute(sql`
    insert into notifications (id, workspace_id, user_id, actor_id, kind, subject, fact)
    select id, ${workspaceId}::uuid, "userId", "actorId", kind, subject, fact from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "userId" uuid, "actorId" uuid, kind text, subject jsonb, fact text)
    on conflict do nothing`);
  return rows;
}

/** What asked anybody to review the document is done. */
export async function settleNotices(tx: Tx, documentId: string): Promise<void> {
  await tx.execute(sql`select settle_notices(${documentId}::uuid)`);
}

export const own = ({ workspaceId, userId }: Reader) =>
  and(eq(notifications.workspaceId, workspaceId), eq(notifications.userId, userId));

/** On the list: neither done nor snoozed. */
export const isAwake = (now: Date) =>
  and(isNull(notifications.doneAt), or(isNull(notifications.snoozedUntil), lte(notifications.snoozedUntil, now)));

export async function countUnread(tx: Tx, reader: Reader, now: Date): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(notifications)
    .where(and(own(reader), isAwake(now), isNull(notifications.readAt)));
  return row?.count ?? 0;
}

/** Those named, those about one thread, or all on the list; the answer is how many were unread. */
export async function markRead(
  tx: Tx,
  reader: Reader,
  which: { readonly ids?: readonly string[]; readonly threadId?: string },
): Promise<number> {
  const rows = await tx
    .update(notifications)
    .set({ readAt: sql`now()` })
    .where(
      and(
        own(reader),
        isNull(notifications.readAt),
        which.ids ? inArray(notifications.id, [...which.ids]) : isAwake(new Date()),
        which.threadId === undefined ? undefined : sql`${notifications.subject} ->> 'threadId' = ${which.threadId}`,
      ),
    )
    .returning({ id: notifications.id });
  return rows.length;
}

/** One notice, locked, with all that its mail has to know. */
export async function lockNotice(tx: Tx, { workspaceId, userId }: Reader, notificationId: string) {
  const [row] = await tx
    .select({
      kind: notifications.kind,
      subject: notifications.subject,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
      mailedAt: notifications.mailedAt,
      actorName: sql<string | null>`(select name from users where users.id = ${notifications.actorId})`,
      to: users.email,
      isDisabled: users.isDisabled,
      isMailed: memberships.isMailed,
      workspaceName: workspaces.name,
      slug: workspaces.slug,
    })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId))
    .innerJoin(
      memberships,
      and(eq(memberships.userId, notifications.userId), eq(memberships.workspaceId, notifications.workspaceId)),
    )
    .innerJoin(workspaces, eq(workspaces.id, notifications.workspaceId))
    .where(and(own({ workspaceId, userId }), eq(notifications.id, notificationId)))
    .for("update", { of: notifications });
  return row;
}

export async function markMailed(tx: Tx, reader: Reader, notificationId: string): Promise<void> {
  await tx
    .update(notifications)
    .set({ mailedAt: sql`now()` })
    .where(and(own(reader), eq(notifications.id, notificationId)));
}

/** How many mails the person was sent since then. */
export async function countMailed(tx: Tx, reader: Reader, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(notifications)
    .where(and(own(reader), gt(notifications.mailedAt, since)));
  return row?.count ?? 0;
}

/** What was told since then and not read, newest first. */
export async function listUnreadSince(tx: Tx, reader: Reader, since: Date) {
  return tx
    .select({
      kind: notifications.kind,
      subject: notifications.subject,
      actorName: sql<string | null>`(select name from users where users.id = ${notifications.actorId})`,
    })
    .from(notifications)
    .where(and(own(reader), isNull(notifications.readAt), gt(notifications.createdAt, since)))
    .orderBy(desc(notifications.createdAt))
    .limit(100);
}
