// Reads who is signed in from a cookie. Shared by the front door and the pages, so nothing of Next is imported.
import { decode } from "@auth/core/jwt";
import { env } from "@/env";
import type { Db, Tx } from "@/server/db/client";
import { findLiveSession } from "./login-sessions";
import type { Session } from "./session";

/** Whether people reach us by https; only then can a cookie be Secure. */
export function isHttps(): boolean {
  return env().APP_URL.startsWith("https:");
}

/**
 * Without https the port is part of the name, since cookies of localhost are shared by all ports and two installations
 * would sign each other out. No other cookie's name may begin with it: next-auth joins all that do.
 */
export function sessionCookieName(): string {
  if (isHttps()) return "__Host-session";
  return `dramatis.${new URL(env().APP_URL).port || "80"}.session`;
}

/** The secret that encrypts first, then those that are still accepted. */
export function authSecrets(): string[] {
  const { AUTH_SECRET, AUTH_SECRET_PREVIOUS } = env();
  return AUTH_SECRET_PREVIOUS ? [AUTH_SECRET, AUTH_SECRET_PREVIOUS] : [AUTH_SECRET];
}

/** What the cookie says, and all that it says. */
export interface SessionToken {
  readonly userId: string;
  readonly sessionId: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

// Decrypting costs 0.7 ms and depends on nothing but cookie and secret, so the result is kept. The row is not.
const CACHE_SIZE = 5000;
const decoded = new Map<string, SessionToken>();

/** Decrypts a cookie; null when it isn't ours, was changed or has expired. Asks no database. */
export async function decodeSessionCookie(cookie: string): Promise<SessionToken | null> {
  const known = decoded.get(cookie);
  const token = known ?? (await decrypt(cookie));
  if (!token || token.expires * 1000 <= Date.now()) return null;
  if (!known) {
    const oldest = decoded.size >= CACHE_SIZE ? decoded.keys().next() : undefined;
    if (oldest && !oldest.done) decoded.delete(oldest.value);
    decoded.set(cookie, token);
  }
  return token;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function decrypt(cookie: string): Promise<SessionToken | null> {
  if (cookie.length > 4096) return null;
  const payload = await decode({ token: cookie, secret: authSecrets(), salt: sessionCookieName() }).catch(() => null);
  const { sub, sid, exp } = payload ?? {};
  if (typeof sub !== "string" || typeof sid !== "string" || typeof exp !== "number") return null;
  return UUID.test(sid) ? { userId: sub, sessionId: sid, expires: exp } : null;
}

/**
 * The session of a cookie, or null when nobody is signed in by it: the row is asked at every call, so that a revoked
 * session ends with the next request. Throws only when the database can't answer, so that an outage signs nobody out.
 */
export async function readSession(db: Db | Tx, cookie: string): Promise<Session | null> {
  const token = await decodeSessionCookie(cookie);
  if (!token) return null;
  const session = await findLiveSession(db, token.sessionId);
  return session?.userId === token.userId ? session : null;
}
