import { EventHub } from "@/server/events/event-hub";
import type { Events } from "@/server/events/event-listener";

/** For tests in which nobody listens: what is announced reaches no one, and nothing is connected. */
export function silentEvents(): Events {
  const hub = new EventHub();
  return { hear: async (of, signal) => hub.hear(of, signal), close: async () => hub.close() };
}
