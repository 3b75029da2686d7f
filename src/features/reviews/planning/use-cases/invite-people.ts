import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { announceSession } from "../../room/session-events";
import { listParticipants, lockSession } from "../../session-queries";
import { sessionNotFound } from "../../use-cases/read-session";
import { addParticipants, findMembers, growRevision } from "../plan-queries";
import { MAX_PEOPLE } from "../plan-rules";
import { tellInvited } from "./tell-invited";

/** Asks more people to a session that isn't over; the answer is how many. Throws NOT_FOUND for who is no member. */
export async function invitePeople(
  scope: Scope<"review.plan">,
  { sessionId, participantIds }: { readonly sessionId: string; readonly participantIds: readonly string[] },
): Promise<{ invited: number }> {
  const { tx, workspaceId } = scope;
  const session = await lockSession(tx, workspaceId, sessionId);
  if (!session) throw sessionNotFound();
  if (session.state === "closed" || session.state === "cancelled")
    throw new AppError("BLOCKED", "This session is over. Plan the next one instead.");
  const userIds = [...new Set(participantIds)];
  if ((await findMembers(tx, workspaceId, userIds)).length < userIds.length)
    throw new AppError("NOT_FOUND", "Somebody on the list is not a member of this workspace. Take them off.");
  const invited = await addParticipants(tx, workspaceId, sessionId, userIds);
  if (invited.length === 0) return { invited: 0 };
  if ((await listParticipants(tx, workspaceId, sessionId)).length > MAX_PEOPLE)
    throw new AppError("LIMIT", `Up to ${MAX_PEOPLE} people may be asked to a session.`);
  await growRevision(tx, workspaceId, sessionId);
  await tellInvited(scope, sessionId, { kind: "session.invited", userIds: invited });
  await announceSession(scope, sessionId, { type: "changed", what: "session" });
  return { invited: invited.length };
}
