import { describe, expect, it, vi } from "vitest";
import type { AnnouncedEvent } from "./announce";
import { EventHub } from "./event-hub";

const of = { workspaceId: "w", topic: "document:1" };
const event = (body: unknown, retain?: AnnouncedEvent["retain"]): AnnouncedEvent => ({
  ...of,
  body,
  ...(retain && { retain }),
});

describe("who listens to a topic", () => {
  it("hears its events in order, of this workspace and topic alone", async () => {
    const hub = new EventHub();
    const hearing = hub.hear(of);
    hub.publish({ ...event("foreign"), workspaceId: "other" });
    hub.publish({ ...event("else"), topic: "document:2" });
    hub.publish(event(1));
    hub.publish(event(2));
    expect([(await hearing.next()).value, (await hearing.next()).value]).toEqual([
      { type: "event", event: event(1) },
      { type: "event", event: event(2) },
    ]);
  });

  it("who is too slow loses what waited, is told so, and holds no more than a bounded number", async () => {
    const hub = new EventHub();
    const hearing = hub.hear(of);
    for (let n = 0; n < 10_000; n += 1) hub.publish(event(n));
    const heard: unknown[] = [];
    hub.publish(event("last"));
    for (let n = 0; n < 300; n += 1) {
      const step = await Promise.race([hearing.next(), Promise.resolve(null)]);
      if (!step) break;
      heard.push(step.value);
    }
    expect(heard[0]).toEqual({ type: "lost" });
    expect(heard.length).toBeLessThanOrEqual(257);
    expect(heard.at(-1)).toEqual({ type: "event", event: event("last") });
  });

  it("is let go by its signal, by leaving the loop and by the hub's end", async () => {
    const hub = new EventHub();
    const aborting = new AbortController();
    const first = hub.hear(of, aborting.signal).next();
    const second = hub.hear(of).next();
    const third = hub.hear(of);
    expect(hub.listeners).toBe(3);
    aborting.abort();
    await expect(first).resolves.toEqual({ done: true, value: undefined });
    hub.publish(event(1));
    for await (const _ of third) break;
    expect(hub.listeners).toBe(1);
    await second;
    hub.close();
    expect(hub.listeners).toBe(0);
    await expect(hub.hear(of).next()).resolves.toMatchObject({ done: true });
  });

  it("hears the last word of each key that is still fresh, and none that was taken back", async () => {
    vi.useFakeTimers();
    try {
      const hub = new EventHub();
      hub.publish(event("old", { key: "a", seconds: 15 }));
      vi.advanceTimersByTime(16_000);
      hub.publish(event("one", { key: "b", seconds: 15 }));
      hub.publish(event("two", { key: "b", seconds: 15 }));
      hub.publish(event("there", { key: "c", seconds: 15 }));
      hub.publish(event("gone", { key: "c", seconds: 0 }));
      const hearing = hub.hear(of);
      hub.publish(event("new"));
      const bodies = [(await hearing.next()).value, (await hearing.next()).value].map(
        (heard) => heard?.type === "event" && heard.event.body,
      );
      expect(bodies).toEqual(["two", "new"]);
    } finally {
      vi.useRealTimers();
    }
  });
});
