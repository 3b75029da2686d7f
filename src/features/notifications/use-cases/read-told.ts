import type { Scope } from "@/server/access/open-scope";
import { countMailed, listUnreadSince, lockNotice, markMailed } from "../notification-queries";
import type { NotificationKind, NotificationSubject } from "../notification-rules";

/** One notice of the person's own with all that its mail has to know, locked; undefined when there is none (any more). */
export interface ToldNotice {
  readonly kind: NotificationKind;
  readonly subject: NotificationSubject;
  /** Null for what the clock did. */
  readonly actorName: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  /** When its letter was made. */
  readonly mailedAt: Date | null;
  readonly to: string;
  readonly isDisabled: boolean;
  /** Whether the person wants mails from this workspace at all. */
  readonly isMailed: boolean;
  readonly workspaceName: string;
  readonly slug: string;
}

export async function lockTold(scope: Scope, notificationId: string): Promise<ToldNotice | undefined> {
  const row = await lockNotice(scope.tx, scope, notificationId);
  // Written by `notify` alone, which takes nothing else.
  return row && { ...row, kind: row.kind as NotificationKind };
}

export async function markTold(scope: Scope, notificationId: string): Promise<void> {
  await markMailed(scope.tx, scope, notificationId);
}

/** How many letters of notices were made for the person since then. */
export async function countLetters(scope: Scope, since: Date): Promise<number> {
  return countMailed(scope.tx, scope, since);
}

/** What the person was told since then and has not read, newest first, at most a hundred. */
export async function listUnread(
  scope: Scope,
  since: Date,
): Promise<readonly Pick<ToldNotice, "kind" | "subject" | "actorName">[]> {
  const rows = await listUnreadSince(scope.tx, scope, since);
  return rows.map((row) => ({ ...row, kind: row.kind as NotificationKind }));
}
