import type { Scope } from "@/server/access/open-scope";
import type { BusinessEvent } from "../event-contract";
import { findMarked, listEvents } from "../event-queries";

/** More than anybody goes back to. */
const SHOWN = 100;

/** The newest events, each with what nobody has looked at since. */
export async function readEvents(scope: Scope<"document.read">): Promise<readonly BusinessEvent[]> {
  const events = await listEvents(scope.tx, scope.workspaceId, SHOWN);
  const ids = events.map(({ id }) => id);
  const marked = await findMarked(scope.tx, scope.workspaceId, ids, scope.may("draft.read"));
  return events.map((event) => ({
    ...event,
    loggedAt: event.loggedAt.toISOString(),
    waiting: marked
      .filter(({ eventId }) => eventId === event.id)
      .map(({ id, kind, title }) => ({ id, kind, title: title ?? "" })),
  }));
}
