import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { ListSessionsInput, SessionList, SuggestedItem, SuggestItemsInput } from "../plan-contract";
import { countComing, listSessionRows, listSuggestions } from "../plan-queries";
import { MAX_ITEMS } from "../plan-rules";

/** One page of what is open or planned, or of what is over. */
export async function listSessions(
  scope: Scope<"review.follow">,
  { which, limit, cursor }: ListSessionsInput,
): Promise<SessionList> {
  const after = cursor ? readCursor(cursor) : undefined;
  // One more than asked for tells whether there is another page.
  const { tx, workspaceId, userId } = scope;
  const rows = await listSessionRows(tx, workspaceId, {
    ...{ userId, which, limit: limit + 1, after },
    mayReadDrafts: scope.may("draft.read"),
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1)?.session;
  return {
    items: page.map(({ session, ...row }) => ({
      id: session.id,
      title: session.title,
      mode: session.mode,
      state: session.state,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      timeZone: session.timeZone,
      ...row,
    })),
    nextCursor: rows.length > page.length && last ? `${last.startsAt.toISOString()}_${last.id}` : null,
  };
}

function readCursor(cursor: string): { at: Date; id: string } {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  const at = new Date(match?.[1] ?? "");
  if (!match?.[2] || Number.isNaN(at.getTime())) throw new AppError("INVALID", "This page can't be found.");
  return { at, id: match[2] };
}

/** How many sessions are open or planned to which the person is asked. */
export async function countOwnSessions(scope: Scope<"review.follow">): Promise<{ count: number }> {
  return { count: await countComing(scope.tx, scope.workspaceId, scope.userId) };
}

/** What an agenda may be filled with, those that have waited longest first, as many as an agenda holds. */
export async function suggestItems(
  scope: Scope<"review.plan">,
  { source, text, participantIds }: SuggestItemsInput,
  now = new Date(),
): Promise<readonly SuggestedItem[]> {
  if (source === "people" && participantIds.length === 0) return [];
  const suggestion = { source, text, userIds: participantIds, now, limit: MAX_ITEMS };
  return listSuggestions(scope.tx, scope.workspaceId, suggestion);
}
