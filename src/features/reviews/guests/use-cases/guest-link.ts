import { randomBytes } from "node:crypto";
import { env } from "@/env";
import type { Scope } from "@/server/access/open-scope";
import { hashToken } from "@/server/auth/one-time-token";
import { AppError } from "@/shared/errors";
import { updateSession } from "../../planning/plan-queries";
import { lockLedSession } from "../../planning/use-cases/lead-session";
import { announceSession } from "../../room/session-events";
import type { GuestLink } from "../guest-contract";

/** A new link by which guests watch, told this once; the one before shows nothing from now on. Throws BLOCKED at the end. */
export async function makeGuestLink(scope: Scope<"review.plan">, sessionId: string): Promise<GuestLink> {
  const session = await lockLedSession(scope, sessionId);
  if (session.state === "closed" || session.state === "cancelled")
    throw new AppError("BLOCKED", "This session is over: there is nothing to watch any more.");
  const token = randomBytes(32).toString("base64url");
  await updateSession(scope.tx, scope.workspaceId, sessionId, { guestTokenHash: hashToken(token) });
  await announceSession(scope, sessionId, { type: "changed", what: "session" });
  return { address: `${env().APP_URL}/watch/${token}` };
}

/** The link shows nothing from now on. */
export async function revokeGuestLink(scope: Scope<"review.plan">, sessionId: string): Promise<void> {
  await lockLedSession(scope, sessionId);
  await updateSession(scope.tx, scope.workspaceId, sessionId, { guestTokenHash: null });
  await announceSession(scope, sessionId, { type: "changed", what: "session" });
}
