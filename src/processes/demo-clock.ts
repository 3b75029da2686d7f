// When the demo's story happened: days before today, by the clocks of its office.
import { sql } from "drizzle-orm";
import { addDays, dayOf } from "@/features/documents/verification/due-day-rules";
import { momentOf } from "@/features/reviews/planning/local-moment";
import type { Tx } from "@/server/db/client";

export const DEMO_TIME_ZONE = "Europe/London";
const DAY_MS = 24 * 60 * 60 * 1000;
/** Of notices: what is older was read when it came. */
const READ_AFTER_DAYS = 4;

/** So many days before now in office hours; parts of the last day are counted from now. */
export function daysBefore(now: Date, days: number): Date {
  if (days < 1) return new Date(now.getTime() - days * DAY_MS);
  const hour = String(9 + ((days * 5) % 8)).padStart(2, "0");
  const minute = String((days * 13) % 60).padStart(2, "0");
  return momentOf(`${addDays(dayOf(now, DEMO_TIME_ZONE), -days)}T${hour}:${minute}`, DEMO_TIME_ZONE);
}

/** The same day, or the nearest one on which an office works: later, or earlier. */
export function workday(day: string, where: "later" | "earlier"): string {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, where === "later" ? 2 : -1);
  if (weekday === 0) return addDays(day, where === "later" ? 1 : -2);
  return day;
}

/**
 * What was said and done since the last call happened at that moment. One transaction has one time, by which feeds, lists and
 * threads are ordered; what can't be changed once it is written, edits and the audit, keeps it.
 */
export async function happenedAt(tx: Tx, at: Date, now: Date): Promise<void> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const isNew = (column: string) => sql`${sql.identifier(column)} > now() - interval '1 second'`;
  for (const [table, columns] of STAMPED) {
    for (const column of columns) {
      await tx.execute(
        sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${moment} where ${isNew(column)}`,
      );
    }
  }
  const isRead = now.getTime() - at.getTime() > READ_AFTER_DAYS * DAY_MS;
  const read = isRead ? sql`, read_at = ${moment}` : sql``;
  await tx.execute(sql`update notifications set created_at = ${moment}${read} where ${isNew("created_at")}`);
}

const STAMPED = [
  ["activities", ["at"]],
  ["threads", ["created_at", "changed_at", "resolved_at"]],
  ["comments", ["created_at"]],
  ["documents", ["created_at", "changed_at", "retired_at"]],
  ["drafts", ["changed_at"]],
  ["review_sessions", ["created_at"]],
  ["review_tasks", ["created_at"]],
] as const;
