// Makes the context of one request, for the front door and for server components alike.

import type { Session } from "@/server/auth/session";
import { decodeSessionCookie, readSession } from "@/server/auth/session-cookie";
import { appConnection } from "@/server/db/client";
import { appEvents } from "@/server/events/event-listener";
import type { RequestContext } from "@/server/trpc/procedures";

export interface RequestFacts {
  /** Value of the session cookie, or undefined without one. */
  readonly cookie: string | undefined;
  readonly ip: string;
  readonly userAgent: string;
}

/** The session's row is read at most once, and only when a procedure asks for it. */
export function createContext(facts: RequestFacts): RequestContext {
  const { db } = appConnection();
  let session: Promise<Session | null> | undefined;
  return {
    db,
    ip: facts.ip,
    userAgent: facts.userAgent,
    claimedUserId: async () => (facts.cookie && (await decodeSessionCookie(facts.cookie))?.userId) || null,
    session: (on) => {
      session ??= facts.cookie ? readSession(on ?? db, facts.cookie) : Promise.resolve(null);
      return session;
    },
    sessionNow: async (on) => (facts.cookie ? readSession(on, facts.cookie) : null),
    events: appEvents(),
  };
}
