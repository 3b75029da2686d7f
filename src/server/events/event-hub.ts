// Hands announced events to whoever waits for them in this process. Knows nothing of where they come from.
import type { AnnouncedEvent } from "./announce";

export type TopicOf = Pick<AnnouncedEvent, "workspaceId" | "topic">;

/** `lost` tells that events may have been missed: what one knows must be read anew. */
export type Heard = { readonly type: "event"; readonly event: AnnouncedEvent } | { readonly type: "lost" };

/** Somebody who listens and takes nothing holds no more than so many events. */
const MAX_WAITING = 256;
/** How often retained events are looked through for those that are over, in milliseconds. */
const SWEEP = 10_000;

const LOST: Heard = { type: "lost" };

function keyOf({ workspaceId, topic }: TopicOf): string {
  return `${workspaceId ?? ""}/${topic}`;
}

/** What one listener hears, in order; ends by `close`. To be iterated once. */
export class Hearing implements AsyncIterableIterator<Heard> {
  private waiting: Heard[] = [];
  private wanted: ((step: IteratorResult<Heard, undefined>) => void) | null = null;
  private isClosed = false;

  constructor(private readonly onClose: () => void) {}

  /** For the hub. A listener that is too slow loses what waited, and is told so. */
  tell(heard: Heard): void {
    if (this.isClosed) return;
    if (this.wanted) {
      this.wanted({ done: false, value: heard });
      this.wanted = null;
      return;
    }
    if (heard === LOST || this.waiting.length >= MAX_WAITING) this.waiting = [LOST];
    else this.waiting.push(heard);
  }

  next(): Promise<IteratorResult<Heard, undefined>> {
    if (this.isClosed) return Promise.resolve({ done: true, value: undefined });
    const value = this.waiting.shift();
    if (value) return Promise.resolve({ done: false, value });
    return new Promise((resolve) => {
      this.wanted = resolve;
    });
  }

  /** What waits is dropped. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.waiting = [];
    this.wanted?.({ done: true, value: undefined });
    this.wanted = null;
    this.onClose();
  }

  return(): Promise<IteratorResult<Heard, undefined>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

interface Retained {
  readonly event: AnnouncedEvent;
  readonly until: number;
}

export class EventHub {
  private readonly hearings = new Map<string, Set<Hearing>>();
  private readonly retained = new Map<string, Map<string, Retained>>();
  private swept = Date.now();
  private isClosed = false;

  /** Hears what is retained of the topic, then everything new. Ends with the signal, and when the hub closes. */
  hear(of: TopicOf, signal?: AbortSignal): Hearing {
    const key = keyOf(of);
    const end = () => hearing.close();
    const hearing = new Hearing(() => {
      signal?.removeEventListener("abort", end);
      const left = this.hearings.get(key);
      left?.delete(hearing);
      if (left?.size === 0) this.hearings.delete(key);
    });
    if (this.isClosed || signal?.aborted) {
      hearing.close();
      return hearing;
    }
    signal?.addEventListener("abort", end, { once: true });
    const here = this.hearings.get(key) ?? new Set();
    this.hearings.set(key, here.add(hearing));
    for (const { event, until } of this.retained.get(key)?.values() ?? []) {
      if (until > Date.now()) hearing.tell({ type: "event", event });
    }
    return hearing;
  }

  publish(event: AnnouncedEvent): void {
    const key = keyOf(event);
    this.keep(key, event);
    for (const hearing of this.hearings.get(key) ?? []) hearing.tell({ type: "event", event });
  }

  /** Tells everybody that events may have been missed. */
  lose(): void {
    for (const here of this.hearings.values()) for (const hearing of here) hearing.tell(LOST);
  }

  /** How many listen, for tests and measurements. */
  get listeners(): number {
    return [...this.hearings.values()].reduce((sum, here) => sum + here.size, 0);
  }

  /** Ends all hearings; later ones end at once. */
  close(): void {
    this.isClosed = true;
    for (const here of [...this.hearings.values()]) for (const hearing of [...here]) hearing.close();
    this.retained.clear();
  }

  private keep(key: string, event: AnnouncedEvent): void {
    if (!event.retain) return;
    const now = Date.now();
    const ofTopic = this.retained.get(key) ?? new Map<string, Retained>();
    // Taken out first: what is heard again goes to the end, so that the order is that of the last word.
    ofTopic.delete(event.retain.key);
    if (event.retain.seconds > 0) {
      ofTopic.set(event.retain.key, { event, until: now + event.retain.seconds * 1_000 });
    }
    if (ofTopic.size > 0) this.retained.set(key, ofTopic);
    else this.retained.delete(key);
    if (now - this.swept > SWEEP) this.sweep(now);
  }

  private sweep(now: number): void {
    this.swept = now;
    for (const [key, ofTopic] of this.retained) {
      for (const [name, { until }] of ofTopic) if (until <= now) ofTopic.delete(name);
      if (ofTopic.size === 0) this.retained.delete(key);
    }
  }
}
