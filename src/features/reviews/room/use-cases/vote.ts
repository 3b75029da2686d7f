import type { Scope } from "@/server/access/open-scope";
import type { Session } from "@/server/auth/session";
import type { VoteInput } from "../room-contract";
import { putVote } from "../said-queries";
import { announceSession } from "../session-events";
import { itemToSpeakOf } from "./hold-item";

/** One vote for each person; the last one counts, from whatever tab. Throws as `itemToSpeakOf`. */
export async function voteOn(
  scope: Scope<"review.take-part">,
  { name }: Pick<Session, "name">,
  input: VoteInput,
): Promise<void> {
  const { sessionId, itemId, vote } = input;
  await itemToSpeakOf(scope, input);
  await putVote(scope.tx, scope.workspaceId, itemId, scope.userId, vote);
  await announceSession(scope, sessionId, { type: "voted", itemId, person: { id: scope.userId, name }, vote });
}
