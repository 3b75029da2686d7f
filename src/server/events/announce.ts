// Tells every process that something was committed, over Postgres' own NOTIFY: it is sent with the commit, or never.
import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/server/db/client";

/** The channel that every api process listens on. */
export const EVENT_CHANNEL = "dramatis_events";
/** Postgres refuses a payload of 8,000 bytes or more; what is longer is told without its body. */
const MAX_EVENT_BYTES = 7_900;

/** `topic` is what listeners subscribe to, such as document:<id>; `body` is JSON that they understand. */
export interface AnnouncedEvent {
  /** Null for what concerns a person across workspaces. */
  readonly workspaceId: string | null;
  readonly topic: string;
  /** Null when it was too long to be carried: the listener reads anew. */
  readonly body: unknown;
  /** For states rather than happenings: who begins to listen within so many seconds hears the last one of each key. */
  readonly retain?: { readonly key: string; readonly seconds: number };
}

/** Announces an event with the commit of the transaction, or at once where there is none. */
export async function announce(on: Tx | Db, event: AnnouncedEvent): Promise<void> {
  await on.execute(sql`select pg_notify(${EVENT_CHANNEL}, ${payloadOf(event)})`);
}

/** As `announce`, many events in one round trip. */
export async function announceAll(on: Tx | Db, events: readonly AnnouncedEvent[]): Promise<void> {
  const payloads = JSON.stringify(events.map(payloadOf));
  await on.execute(sql`
    select count(pg_notify(${EVENT_CHANNEL}, payload)) from jsonb_array_elements_text(${payloads}::jsonb) as told(payload)`);
}

function payloadOf(event: AnnouncedEvent): string {
  const whole = JSON.stringify(event);
  return fitsEvent(whole) ? whole : JSON.stringify({ ...event, body: null });
}

/** Whether an event of this JSON is carried whole. */
export function fitsEvent(json: string): boolean {
  return Buffer.byteLength(json) < MAX_EVENT_BYTES;
}

/** What is said when a person's sessions or roles change: whoever lets them listen looks again. */
export function accessTopic(userId: string): string {
  return `access:${userId}`;
}

/** Tells that the person may do less than before, or something else. */
export async function announceAccess(on: Tx | Db, userId: string): Promise<void> {
  await announce(on, { workspaceId: null, topic: accessTopic(userId), body: null });
}
