// What all workspaces have kept for long enough; each workspace says how long that is. See drizzle/0013.
import { sql } from "drizzle-orm";
import type { Db } from "@/server/db/client";

/** Links of invitations that were accepted, revoked or over so many days ago. */
const INVITATION_DAYS = 30;

export function forgetDeliveries(db: Db, most: number): Promise<number> {
  return count(db, sql`select forget_deliveries(${most}::int) as n`);
}

export function forgetNotices(db: Db, most: number): Promise<number> {
  return count(db, sql`select forget_notices(${most}::int) as n`);
}

export function forgetInvitationTokens(db: Db, most: number): Promise<number> {
  return count(db, sql`select forget_invitation_tokens(${INVITATION_DAYS}::int, ${most}::int) as n`);
}

async function count(db: Db, question: ReturnType<typeof sql>): Promise<number> {
  const [row] = await db.execute<{ n: number | string }>(question);
  return Number(row?.n ?? 0);
}
