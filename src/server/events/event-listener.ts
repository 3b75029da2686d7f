// Brings what other processes announce into this one's hub, over one connection that does nothing else.
import { env } from "@/env";
import { type Connection, connect } from "@/server/db/client";
import { type AnnouncedEvent, EVENT_CHANNEL } from "./announce";
import { EventHub, type Hearing, type TopicOf } from "./event-hub";

export interface Events {
  /**
   * Hears everything that is committed after it resolves. The first call connects. Throws when the database can't be
   * reached; a connection that breaks later is made anew, and everybody who listens is told that events were lost.
   */
  hear(of: TopicOf, signal?: AbortSignal): Promise<Hearing>;
  /** Ends all hearings at once, then the connection. */
  close(): Promise<void>;
}

export function eventsOver(url: string): Events {
  const hub = new EventHub();
  let connection: Connection | undefined;
  let listening: Promise<void> | undefined;

  const listen = async () => {
    // Its pool stays empty: `listen` opens a connection of its own and opens it again when it breaks.
    connection ??= connect(url, 1);
    let times = 0;
    await connection.sql.listen(
      EVENT_CHANNEL,
      (payload) => hub.publish(JSON.parse(payload) as AnnouncedEvent),
      () => {
        times += 1;
        if (times > 1) hub.lose();
      },
    );
  };
  return {
    hear: async (of, signal) => {
      listening ??= listen().catch(async (error) => {
        listening = undefined;
        // Half a listener would go on by itself, and everything be heard twice.
        await connection?.close();
        connection = undefined;
        throw error;
      });
      await listening;
      return hub.hear(of, signal);
    },
    close: async () => {
      hub.close();
      await connection?.close();
    },
  };
}

let shared: Events | undefined;

/** The process's own. */
export function appEvents(): Events {
  shared ??= eventsOver(env().DATABASE_APP_URL);
  return shared;
}
