// Edits on their way to the server: shown at once, sent in batches one after the other, kept until acknowledged.
import type { Refusal } from "@/trpc/refusal";
import { applyEdit, coalesce, type Edit } from "../edit-rules";

/** Typing pauses this long before it is sent, in milliseconds. */
const PAUSE = 400;
/** As many as the server takes at once. */
const MAX_BATCH = 100;
const RETRY_PAUSES = [1_000, 2_000, 5_000, 10_000];

type SaveState = "saved" | "saving" | "offline" | "refused";

/** `refused` holds what the server would not take, with its reason, until somebody dismisses it. */
export interface QueueSnapshot {
  readonly unsent: readonly Edit[];
  readonly state: SaveState;
  readonly refused: { readonly edits: readonly Edit[]; readonly message: string } | null;
}

interface Batch {
  readonly batchId: string;
  readonly edits: readonly Edit[];
}

/** Sends a batch; rejects with what `explain` reads. */
export interface Transport {
  send(batch: Batch): Promise<void>;
  explain(error: unknown): Refusal;
}

export class DraftQueue {
  private waiting: readonly Edit[] = [];
  private inFlight: Batch | null = null;
  private sending: Promise<boolean> | null = null;
  private failures = 0;
  private refused: QueueSnapshot["refused"] = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private snapshot: QueueSnapshot = { unsent: [], state: "saved", refused: null };

  constructor(private readonly transport: Transport) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): QueueSnapshot => this.snapshot;

  add(edit: Edit): void {
    this.waiting = coalesce(this.waiting, edit);
    this.schedule(PAUSE);
    this.changed();
  }

  dismissRefusal(): void {
    this.refused = null;
    this.changed();
  }

  /** Sends what waits without the pause; resolves when all is acknowledged, false when something was not. */
  async flush(): Promise<boolean> {
    while (this.inFlight || this.waiting.length > 0) {
      if (!(await this.sendNext())) return false;
    }
    return this.refused === null;
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  /** One batch at a time, so that edits arrive in the order in which they were made. */
  private sendNext(): Promise<boolean> {
    this.sending ??= this.sendBatch().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async sendBatch(): Promise<boolean> {
    clearTimeout(this.timer);
    // A batch whose answer was lost is sent again under its own id: the server applies it once.
    const batch = this.inFlight ?? { batchId: crypto.randomUUID(), edits: this.waiting.slice(0, MAX_BATCH) };
    if (!this.inFlight) this.waiting = this.waiting.slice(MAX_BATCH);
    this.inFlight = batch;
    this.changed();
    try {
      await this.transport.send(batch);
      this.settle();
      return true;
    } catch (error) {
      return this.fail(this.transport.explain(error));
    }
  }

  private settle(): void {
    this.inFlight = null;
    this.failures = 0;
    this.changed();
  }

  private fail(refusal: Refusal): boolean {
    if (refusal.code === "OFFLINE" || refusal.code === "INTERNAL" || refusal.code === "UNAUTHENTICATED") {
      const pause = RETRY_PAUSES[Math.min(this.failures, RETRY_PAUSES.length - 1)] ?? 10_000;
      this.failures += 1;
      this.schedule(pause);
      this.changed();
      return false;
    }
    this.refused = {
      edits: [...(this.refused?.edits ?? []), ...(this.inFlight?.edits ?? [])],
      message: refusal.message,
    };
    this.settle();
    return true;
  }

  private changed(): void {
    const unsent = [...(this.inFlight?.edits ?? []), ...this.waiting];
    const state: SaveState =
      this.failures > 0 ? "offline" : unsent.length > 0 ? "saving" : this.refused ? "refused" : "saved";
    this.snapshot = { unsent, state, refused: this.refused };
    for (const listener of this.listeners) listener();
  }
}

/** What the person sees: the server's content with their unsent edits on top, as far as these still apply. */
export function withUnsent<C>(content: C, unsent: readonly Edit[]): C {
  return unsent.reduce((now, edit) => {
    try {
      return applyEdit(now, edit);
    } catch {
      // Somebody removed the item meanwhile; the server will refuse the edit and say so.
      return now;
    }
  }, content);
}
