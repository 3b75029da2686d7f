import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { lockSession } from "../../session-queries";
import { sessionNotFound } from "../../use-cases/read-session";
import type { RoomItemInput } from "../room-contract";
import { findItem, revealItem as setRevealed } from "../room-queries";
import { sayingBlock } from "../room-rules";
import { announceSession } from "../session-events";
import { itemNotFound } from "./hold-item";

/** Shows everybody what everybody said. For the facilitator; throws BLOCKED, NOT_FOUND. */
export async function revealItem(scope: Scope<"review.take-part">, input: RoomItemInput): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const session = await lockSession(tx, workspaceId, input.sessionId);
  if (!session) throw sessionNotFound();
  const found = await findItem(tx, workspaceId, input);
  if (!found) throw itemNotFound();
  const block = sayingBlock(session.state, false);
  if (block) throw new AppError("BLOCKED", block);
  if (session.facilitatorId !== userId) {
    throw new AppError("BLOCKED", "Only who leads the session reveals what everybody said.");
  }
  if (found.item.isRevealed) return;
  await setRevealed(tx, workspaceId, input.itemId);
  await announceSession(scope, input.sessionId, { type: "revealed", itemId: input.itemId });
}
