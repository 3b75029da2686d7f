import type * as Y from "yjs";
import { reportFailure } from "@/server/failure-report";
import { AppError } from "@/shared/errors";
import type { LivePlace } from "./live-place";

type Store = (place: LivePlace, userId: string, doc?: Y.Doc) => Promise<void>;

/** Milliseconds until a store that failed is tried again, doubled each time up to the longest. */
const TRY_AGAIN = { first: 1_000, longest: 30_000 };

/** Stores at a time: the connections of the database are for everybody. */
const AT_ONCE = 2;

interface Pending {
  readonly place: LivePlace;
  readonly userId: string;
  /** Stores under way. */
  running: number;
  failures: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Stores, and stores again what could not be stored. Nothing is lost meanwhile, whether the document is still open or not:
 * what was acknowledged stands in the log.
 */
export class PendingStores {
  private readonly pending = new Map<string, Pending>();

  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly run: Store) {}

  /** How many are not stored yet. */
  get size(): number {
    return this.pending.size;
  }

  /** Never rejects. */
  async store(name: string, place: LivePlace, userId: string, doc?: Y.Doc): Promise<void> {
    const one = this.pending.get(name) ?? { place, userId, running: 0, failures: 0, timer: undefined };
    this.pending.set(name, one);
    clearTimeout(one.timer);
    one.timer = undefined;
    one.running += 1;
    const isStored = await this.inTurn(() => this.run(place, userId, doc)).then(
      () => true,
      (error: unknown) => {
        // A document that was deleted has nothing to store.
        if (error instanceof AppError && error.code === "NOT_FOUND") return true;
        reportFailure("collab", name, error);
        return false;
      },
    );
    one.running -= 1;
    if (isStored && one.running === 0) this.pending.delete(name);
    if (isStored) return;
    const pause = Math.min(TRY_AGAIN.first * 2 ** one.failures, TRY_AGAIN.longest);
    one.failures += 1;
    one.timer = setTimeout(() => void this.store(name, place, userId), pause).unref();
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.running += 1;
    try {
      await work();
    } finally {
      this.running -= 1;
      this.queue.shift()?.();
    }
  }

  /** Tries at once what would be tried later. */
  hurry(): void {
    for (const [name, { place, userId, running, timer }] of this.pending) {
      if (timer && running === 0) void this.store(name, place, userId);
    }
  }

  /** Tries no more. */
  end(): void {
    for (const { timer } of this.pending.values()) clearTimeout(timer);
  }
}
