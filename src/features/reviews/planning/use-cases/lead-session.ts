// Beginning a session and calling it off.
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { announceSession } from "../../room/session-events";
import { listParticipants, lockSession } from "../../session-queries";
import { sessionNotFound } from "../../use-cases/read-session";
import { LEADERS_ONLY, mayLead } from "../leading-rules";
import { growRevision, updateSession } from "../plan-queries";
import { tellInvited } from "./tell-invited";

/** The session, locked, for somebody who leads it. Throws NOT_FOUND, and FORBIDDEN for others. */
export async function lockLedSession(scope: Scope<"review.plan">, sessionId: string) {
  const { tx, workspaceId, userId, role } = scope;
  const session = await lockSession(tx, workspaceId, sessionId);
  if (!session) throw sessionNotFound();
  if (!mayLead({ id: userId, role }, session.facilitatorId)) throw new AppError("FORBIDDEN", LEADERS_ONLY);
  return session;
}

/** Opens the room, at the time that was planned or at another one. Of two who begin it at once, one does. */
export async function startSession(scope: Scope<"review.plan">, sessionId: string, now = new Date()): Promise<void> {
  const session = await lockLedSession(scope, sessionId);
  if (session.state === "open") return;
  if (session.state !== "planned") throw new AppError("BLOCKED", "This session is over. Plan the next one instead.");
  await updateSession(scope.tx, scope.workspaceId, sessionId, { state: "open", openedAt: now });
  await announceSession(scope, sessionId, { type: "changed", what: "session" });
}

/**
 * Calls off what isn't over, with a reason that everybody who was asked is told. What was decided until then stays decided.
 * Throws BLOCKED when it is over.
 */
export async function cancelSession(scope: Scope<"review.plan">, sessionId: string, reason: string): Promise<void> {
  const { tx, workspaceId } = scope;
  const session = await lockLedSession(scope, sessionId);
  if (session.state === "cancelled") return;
  if (session.state === "closed")
    throw new AppError("BLOCKED", "This session is over and can’t be cancelled any more.");
  await updateSession(tx, workspaceId, sessionId, {
    ...({ state: "cancelled", cancelledReason: reason } as const),
    ...{ guestTokenHash: null, presenterId: null, presented: null },
  });
  await growRevision(tx, workspaceId, sessionId);
  const people = await listParticipants(tx, workspaceId, sessionId);
  await tellInvited(scope, sessionId, { kind: "session.cancelled", userIds: people.map(({ id }) => id), reason });
  await announceSession(scope, sessionId, { type: "changed", what: "session" });
}
