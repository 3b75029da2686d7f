import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { hasJoined, holdItem } from "../room-queries";
import { notingBlock, sayingBlock } from "../room-rules";

export function itemNotFound(): AppError {
  return new AppError("NOT_FOUND", "This document isn't on the session's agenda any more.");
}

interface ItemKey {
  readonly sessionId: string;
  readonly itemId: string;
}

/**
 * The item for a vote or a mark: open and undecided until the transaction ends. Throws NOT_FOUND, BLOCKED when voting
 * is over, and for who hasn't come to the session.
 */
export async function itemToSpeakOf(scope: Scope<"review.take-part">, key: ItemKey) {
  const held = await heldItem(scope, key);
  const block = sayingBlock(held.session.state, held.item.decidedAt !== null);
  if (block) throw new AppError("BLOCKED", block);
  await demandJoined(scope, key.sessionId);
  return held;
}

/** The item for a note, which may still be written when it is decided. Throws as `itemToSpeakOf`. */
export async function itemToNoteOn(scope: Scope<"review.take-part">, key: ItemKey) {
  const held = await heldItem(scope, key);
  const block = notingBlock(held.session.state);
  if (block) throw new AppError("BLOCKED", block);
  await demandJoined(scope, key.sessionId);
  return held;
}

async function heldItem({ tx, workspaceId }: Scope, key: ItemKey) {
  const held = await holdItem(tx, workspaceId, key);
  if (!held) throw itemNotFound();
  return held;
}

async function demandJoined({ tx, workspaceId, userId }: Scope, sessionId: string): Promise<void> {
  if (await hasJoined(tx, workspaceId, sessionId, userId)) return;
  throw new AppError("BLOCKED", "You aren't in this session yet. Open it, then say what you think.");
}
