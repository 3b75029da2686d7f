// Rows of signed-in browsers. A cookie is only as good as the row that it names.
import { and, eq, gt, isNull, lte, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "@/server/db/client";
import { prepareOnce } from "@/server/db/prepare-once";
import { loginSessions, users } from "@/server/db/schema/user";
import { announceAccess } from "@/server/events/announce";
import type { Session } from "./session";
import { ABSOLUTE_LIFETIME, IDLE_LIFETIME, isSeenOutdated, isSessionLive, SEEN_INTERVAL } from "./session-rules";

export interface NewSession {
  readonly userId: string;
  readonly method: "password" | "oidc";
  readonly userAgent: string;
  readonly ip: string;
}

/** Opens a session with an id of its own, so that no id survives a sign-in; returns the id. */
export async function openLoginSession(db: Db | Tx, session: NewSession): Promise<string> {
  const now = Date.now();
  const [row] = await db
    .insert(loginSessions)
    .values({
      ...session,
      userAgent: session.userAgent.replace(/\p{Cc}/gu, "").slice(0, 400),
      ip: session.ip.slice(0, 64),
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      expiresAt: new Date(now + ABSOLUTE_LIFETIME),
    })
    .returning({ id: loginSessions.id });
  if (!row) throw new Error("A session's row was not returned.");
  return row.id;
}

const findSessionRow = prepareOnce(["id"], (db, value) =>
  db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      emailVerified: users.emailVerified,
      isDisabled: users.isDisabled,
      method: loginSessions.method,
      createdAt: loginSessions.createdAt,
      lastSeenAt: loginSessions.lastSeenAt,
      expiresAt: loginSessions.expiresAt,
      revokedAt: loginSessions.revokedAt,
    })
    .from(loginSessions)
    .innerJoin(users, eq(users.id, loginSessions.userId))
    .where(eq(loginSessions.id, value.id)),
);

/**
 * The session if it is neither revoked nor expired and its person may sign in, else null. One query; every five
 * minutes a second one, which notes that the browser is still in use. Throws only when the database can't answer.
 */
export async function findLiveSession(db: Db | Tx, sessionId: string): Promise<Session | null> {
  const [row] = await findSessionRow(db, { id: sessionId });
  const now = Date.now();
  if (!row || !isSessionLive(row, now)) return null;
  if (isSeenOutdated(row.lastSeenAt, now)) await noteSeen(db, sessionId, now);
  const { userId, name, email } = row;
  const { method, createdAt: signedInAt } = row;
  return { sessionId, userId, name, email, isEmailVerified: row.emailVerified !== null, method, signedInAt };
}

async function noteSeen(db: Db | Tx, sessionId: string, now: number): Promise<void> {
  await db
    .update(loginSessions)
    .set({ lastSeenAt: new Date(now) })
    // Repeats the condition, so that of many requests at once only one writes.
    .where(and(eq(loginSessions.id, sessionId), lte(loginSessions.lastSeenAt, new Date(now - SEEN_INTERVAL))));
}

export interface LoginSessionRow {
  readonly id: string;
  readonly method: "password" | "oidc";
  readonly userAgent: string;
  readonly ip: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

function isLive(userId: string, now: number) {
  return and(
    eq(loginSessions.userId, userId),
    isNull(loginSessions.revokedAt),
    gt(loginSessions.expiresAt, new Date(now)),
    gt(loginSessions.lastSeenAt, new Date(now - IDLE_LIFETIME)),
  );
}

/** A person's live sessions, the last used first. */
export async function listLoginSessions(db: Db, userId: string): Promise<LoginSessionRow[]> {
  return db
    .select({
      id: loginSessions.id,
      method: loginSessions.method,
      userAgent: loginSessions.userAgent,
      ip: loginSessions.ip,
      createdAt: loginSessions.createdAt,
      lastSeenAt: loginSessions.lastSeenAt,
    })
    .from(loginSessions)
    .where(isLive(userId, Date.now()))
    .orderBy(sql`${loginSessions.lastSeenAt} desc`)
    .limit(100);
}

/** Ends one of a person's sessions; false when they have no such live session. */
export async function endLoginSession(db: Db | Tx, userId: string, sessionId: string): Promise<boolean> {
  const now = Date.now();
  const ended = await db
    .update(loginSessions)
    .set({ revokedAt: new Date(now) })
    .where(and(isLive(userId, now), eq(loginSessions.id, sessionId)))
    .returning({ id: loginSessions.id });
  if (ended.length > 0) await announceAccess(db, userId);
  return ended.length > 0;
}

/** Ends all of a person's sessions, or all but one; returns how many. */
export async function endLoginSessions(db: Db | Tx, userId: string, except?: string): Promise<number> {
  const now = Date.now();
  const ended = await db
    .update(loginSessions)
    .set({ revokedAt: new Date(now) })
    .where(and(isLive(userId, now), except ? ne(loginSessions.id, except) : undefined))
    .returning({ id: loginSessions.id });
  if (ended.length > 0) await announceAccess(db, userId);
  return ended.length;
}
