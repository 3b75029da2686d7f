import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { listNotices } from "../inbox-queries";
import type { ListNotificationsInput, NoticeList } from "../notification-contract";
import { countUnread, markRead } from "../notification-queries";
import type { NotificationKind } from "../notification-rules";

/** One page of what the person was told, newest first. */
export async function listOwnNotices(
  scope: Scope<"workspace.read">,
  { show = "all", limit, cursor }: Partial<ListNotificationsInput> & Pick<ListNotificationsInput, "limit">,
  now = new Date(),
): Promise<NoticeList> {
  const after = cursor ? readCursor(cursor) : undefined;
  // One more than asked for tells whether there is another page.
  const rows = await listNotices(scope.tx, scope, { show, now, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ kind, at, readAt, doneAt, snoozedUntil, actorId, actorName, ...row }) => ({
      ...row,
      actor: actorId === null || actorName === null ? null : { id: actorId, name: actorName },
      // Written by `notify` alone, which takes nothing else.
      kind: kind as NotificationKind,
      at: at.toISOString(),
      isRead: readAt !== null,
      isDone: doneAt !== null,
      snoozedUntil: snoozedUntil?.toISOString() ?? null,
    })),
    nextCursor: rows.length > page.length && last ? `${last.at.toISOString()}_${last.id}` : null,
  };
}

function readCursor(cursor: string): { at: Date; id: string } {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  const at = new Date(match?.[1] ?? "");
  if (!match?.[2] || Number.isNaN(at.getTime())) throw new AppError("INVALID", "This page can't be found.");
  return { at, id: match[2] };
}

/** Of what is on the list. */
export async function countUnreadNotices(scope: Scope<"workspace.read">, now = new Date()): Promise<{ count: number }> {
  return { count: await countUnread(scope.tx, scope, now) };
}

/** Marks what is named, or what is about a thread, or everything as read; tells how much of it was not. */
export async function markNoticesRead(
  scope: Scope,
  which: { readonly ids?: readonly string[]; readonly threadId?: string } = {},
): Promise<{ marked: number }> {
  return { marked: await markRead(scope.tx, scope, which) };
}
