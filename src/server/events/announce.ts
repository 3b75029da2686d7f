// Tells every process that something was committed, over Postgres' own NOTIFY: it is sent with the commit, or never.
import { sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";

/** The channel that every api process listens on. */
export const EVENT_CHANNEL = "dramatis_events";
/** Postgres refuses a payload of 8,000 bytes or more; what is longer is told without its body. */
export const MAX_EVENT_BYTES = 7_900;

/** `topic` is what listeners subscribe to, such as document:<id>; `body` is JSON that they understand. */
export interface AnnouncedEvent {
  readonly workspaceId: string;
  readonly topic: string;
  /** Null when it was too long to be carried: the listener reads anew. */
  readonly body: unknown;
}

/** Announces an event with the commit of the transaction. */
export async function announce(tx: Tx, event: AnnouncedEvent): Promise<void> {
  const whole = JSON.stringify(event);
  const payload = Buffer.byteLength(whole) < MAX_EVENT_BYTES ? whole : JSON.stringify({ ...event, body: null });
  await tx.execute(sql`select pg_notify(${EVENT_CHANNEL}, ${payload})`);
}
