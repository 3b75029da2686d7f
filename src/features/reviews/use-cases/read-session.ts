import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { Session, SessionItem } from "../session-contract";
import { findSession, listItems, listParticipants } from "../session-queries";

/** A session as everybody in the workspace may see it. Throws NOT_FOUND. */
export async function readSession(scope: Scope<"review.follow">, sessionId: string): Promise<Session> {
  const { tx, workspaceId } = scope;
  const row = await findSession(tx, workspaceId, sessionId);
  if (!row) throw sessionNotFound();
  const { session, facilitator, presenter } = row;
  const items = await listItems(tx, workspaceId, sessionId);
  const participants = await listParticipants(tx, workspaceId, sessionId);
  const { id, title, purpose, mode, state, timeZone, currentItemId, cancelledReason, revision } = session;
  return {
    id,
    title,
    purpose,
    mode,
    state,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    timeZone,
    facilitator,
    presenter,
    currentItemId,
    itemStartedAt: session.itemStartedAt?.toISOString() ?? null,
    openedAt: session.openedAt?.toISOString() ?? null,
    closedAt: session.closedAt?.toISOString() ?? null,
    cancelledReason,
    hasGuestLink: session.guestTokenHash !== null,
    revision,
    items: items.map((row) => sessionItem(row, scope.may("draft.read"))),
    participants: participants.map((one) => ({ ...one, joinedAt: one.joinedAt?.toISOString() ?? null })),
  };
}

export function sessionNotFound(): AppError {
  return new AppError("NOT_FOUND", "This review session doesn't exist, or you may not see it.");
}

const UNPUBLISHED = "Not published yet";

/** Who doesn't read drafts is told the title of what is published, and of what isn't that it is not. */
function sessionItem(
  { item, decidedByName, published, ...row }: Awaited<ReturnType<typeof listItems>>[number],
  mayReadDrafts: boolean,
): SessionItem {
  const { id, documentId, minutesPlanned, isRevealed, result, decidedBy, decidedAt, version } = item;
  const isDecided = result !== null && decidedBy !== null && decidedAt !== null;
  return {
    id,
    documentId,
    ...row,
    ...(!mayReadDrafts && { title: published?.title ?? UNPUBLISHED, card: published?.card ?? {} }),
    minutesPlanned,
    isRevealed,
    decision: isDecided
      ? {
          result,
          note: item.decisionNote,
          by: { id: decidedBy, name: decidedByName ?? "" },
          at: decidedAt.toISOString(),
          version,
        }
      : null,
  };
}
