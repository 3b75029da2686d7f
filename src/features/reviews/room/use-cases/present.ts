// Presenting: going to a document, moving in it, and handing it over.
import type { Scope } from "@/server/access/open-scope";
import type { Session } from "@/server/auth/session";
import { AppError } from "@/shared/errors";
import { roleMay } from "@/shared/permissions";
import { findSession, lockSession } from "../../session-queries";
import { sessionNotFound } from "../../use-cases/read-session";
import type { PresentRoomInput, RoomItemInput } from "../room-contract";
import { findItem, leadSession, listPeople, moveSession, setPresented } from "../room-queries";
import { movingBlock, PRESENTER_PATIENCE, sayingBlock } from "../room-rules";
import { announceSession } from "../session-events";
import { itemNotFound } from "./hold-item";

type TakingPart = Scope<"review.take-part">;

/** Tells everybody where the presenter is. What comes late, of an item that was left, is let go. Throws NOT_FOUND, BLOCKED. */
export async function present(scope: TakingPart, { sessionId, itemId, at }: PresentRoomInput): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  if (await setPresented(tx, workspaceId, { sessionId, itemId, userId, at })) {
    return announceSession(scope, sessionId, { type: "presented", itemId, at });
  }
  const row = await findItem(tx, workspaceId, { sessionId, itemId });
  if (!row) throw itemNotFound();
  if (row.session.presenterId !== userId) throw new AppError("BLOCKED", "Somebody else presents now.");
}

/** Goes on to a document of the agenda, with everybody who follows. Throws NOT_FOUND, BLOCKED. */
export async function goToItem(scope: TakingPart, input: RoomItemInput): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const session = await leadableSession(scope, input.sessionId);
  if (!(await findItem(tx, workspaceId, input))) throw itemNotFound();
  const block = movingBlock(session, userId);
  if (block) throw new AppError("BLOCKED", block);
  if (session.currentItemId === input.itemId) return;
  const now = new Date();
  await moveSession(tx, workspaceId, input, now);
  await announceSession(scope, input.sessionId, { type: "moved", itemId: input.itemId, at: now.toISOString() });
}

/**
 * Lets another person present. For who presents, and for the facilitator, who may also take it. Throws NOT_FOUND,
 * BLOCKED, INVALID where the other isn't there or may not read drafts.
 */
export async function handPresenting(
  scope: TakingPart,
  { sessionId, userId }: { readonly sessionId: string; readonly userId: string },
): Promise<void> {
  const { tx, workspaceId } = scope;
  const session = await leadableSession(scope, sessionId);
  const block = movingBlock(session, scope.userId);
  if (block) throw new AppError("BLOCKED", "Only who presents or leads the session says who presents.");
  const people = await listPeople(tx, workspaceId, sessionId);
  const other = people.find(({ id }) => id === userId);
  const isThere = other?.seenAt && Date.now() - other.seenAt.getTime() <= PRESENTER_PATIENCE;
  if (!other || !isThere) throw new AppError("INVALID", "They aren't in the session now.", { path: "userId" });
  if (!roleMay(other.role, "draft.read")) {
    throw new AppError("INVALID", "As viewer they don't see drafts, so they can't present.", { path: "userId" });
  }
  const { facilitator } = session;
  await leadSession(tx, workspaceId, sessionId, { facilitatorId: facilitator.id, presenterId: userId });
  const presenter = { id: other.id, name: other.name };
  await announceSession(scope, sessionId, { type: "led", facilitator, presenter });
}

/** Tells who presents, and who leads, that one would like to. Throws NOT_FOUND, BLOCKED. */
export async function askToPresent(
  scope: TakingPart,
  { name }: Pick<Session, "name">,
  sessionId: string,
): Promise<void> {
  const row = await findSession(scope.tx, scope.workspaceId, sessionId);
  if (!row) throw sessionNotFound();
  const block = sayingBlock(row.session.state, false);
  if (block) throw new AppError("BLOCKED", block);
  await announceSession(scope, sessionId, { type: "asked", person: { id: scope.userId, name } });
}

async function leadableSession({ tx, workspaceId }: TakingPart, sessionId: string) {
  await lockSession(tx, workspaceId, sessionId);
  const row = await findSession(tx, workspaceId, sessionId);
  if (!row) throw sessionNotFound();
  const { mode, state, currentItemId } = row.session;
  const { facilitator, presenter } = row;
  return { mode, state, currentItemId, facilitator, presenter };
}
