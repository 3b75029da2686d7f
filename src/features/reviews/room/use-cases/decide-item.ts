import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { RESULT_WORDS } from "@/features/documents/verification/verification-rules";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { Decided } from "../../deciding/decide-contract";
import { decideReview } from "../../deciding/use-cases/decide-review";
import { listItems, lockSession } from "../../session-queries";
import { sessionNotFound } from "../../use-cases/read-session";
import type { DecideItemInput } from "../room-contract";
import { setDecision } from "../room-queries";
import { sayingBlock } from "../room-rules";
import { announceSession } from "../session-events";
import { itemNotFound } from "./hold-item";

/**
 * Decides an item of an open session, by the rules that hold alone as well. Takes the session's lock, then the document's.
 * Throws NOT_FOUND, BLOCKED, CONFLICT when somebody was quicker, and what `decideReview` throws.
 */
export async function decideItem(
  scope: Scope<"review.decide">,
  kinds: DocumentKinds,
  { itemId, sessionId, ...input }: DecideItemInput,
  now = new Date(),
): Promise<Decided> {
  const { tx, workspaceId, userId } = scope;
  const session = await lockSession(tx, workspaceId, sessionId);
  if (!session) throw sessionNotFound();
  const row = (await listItems(tx, workspaceId, sessionId)).find(({ item }) => item.id === itemId);
  if (!row) throw itemNotFound();
  const { documentId, result, decidedBy } = row.item;
  if (result !== null) {
    const who = decidedBy === userId ? "You have" : `${row.decidedByName ?? "Somebody"} has`;
    throw new AppError("CONFLICT", `${who} decided this already: ${RESULT_WORDS[result].toLowerCase()}.`);
  }
  const block = sayingBlock(session.state, false);
  if (block) throw new AppError("BLOCKED", block);
  const decided = await decideReview(scope, kinds, { ...input, documentId }, { sessionId, now });
  await setDecision(tx, workspaceId, itemId, {
    result: input.result,
    decisionNote: input.note,
    decidedBy: userId,
    decidedAt: now,
    version: decided.number,
  });
  const words = RESULT_WORDS[input.result];
  await announceSession(scope, sessionId, { type: "decided", itemId, title: row.title, words });
  return decided;
}
