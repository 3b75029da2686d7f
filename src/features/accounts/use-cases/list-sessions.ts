import { listLoginSessions } from "@/server/auth/login-sessions";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import type { LoginSession } from "../account-contract";
import { deviceName } from "../account-rules";

/** Where the person is signed in: this browser first, then by last use. */
export async function listSessions(db: Db, session: Session): Promise<LoginSession[]> {
  const rows = await listLoginSessions(db, session.userId);
  const listed = rows.map((row) => ({
    id: row.id,
    device: deviceName(row.userAgent),
    ip: row.ip,
    method: row.method,
    signedInAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isThis: row.id === session.sessionId,
  }));
  return listed.sort((a, b) => Number(b.isThis) - Number(a.isThis));
}
