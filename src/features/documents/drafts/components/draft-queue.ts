// Edits on their way to the server: shown at once, sent in batches one after the other, kept until acknowledged, also
// over a closed tab.
import type { Refusal } from "@/trpc/refusal";
import { applyEdit, coalesce, type Edit } from "../edit-rules";

/** Typing pauses this long before it is sent, in milliseconds. */
const PAUSE = 200;
/** While typing goes on, it is sent as often as this. */
const LONGEST_PAUSE = 1_000;
/** As many as the server takes at once, and as many characters of JSON as surely fit into one request. */
const MAX_BATCH = 100;
const MAX_BATCH_LENGTH = 200_000;
const RETRY_PAUSES = [1_000, 2_000, 5_000, 10_000];
/** Not the edit's fault: the same may be accepted later. */
const TRY_AGAIN: readonly Refusal["code"][] = ["OFFLINE", "INTERNAL", "UNAUTHENTICATED", "UPSTREAM"];

type SaveState = "saved" | "saving" | "offline" | "refused";

interface RefusedEdits {
  readonly edits: readonly Edit[];
  readonly message: string;
}

/** `refused` holds what the server would not take, with its reason, until somebody dismisses it. */
export interface QueueSnapshot {
  readonly unsent: readonly Edit[];
  readonly state: SaveState;
  /** Why nothing can be sent now; null unless the state is "offline". */
  readonly trouble: string | null;
  readonly refused: RefusedEdits | null;
}

export interface Batch {
  readonly batchId: string;
  readonly edits: readonly Edit[];
}

/** Sends a batch; rejects with what `explain` reads. */
export interface Transport {
  send(batch: Batch): Promise<void>;
  explain(error: unknown): Refusal;
}

/** What outlives the tab. */
export interface KeptEdits {
  readonly batches: readonly Batch[];
  readonly refused: RefusedEdits | null;
}

export class DraftQueue {
  private batches: readonly Batch[] = [];
  /** Of the batch that is being sent: it is left as it is. */
  private sendingId: string | null = null;
  private sending: Promise<boolean> | null = null;
  private failures = 0;
  private trouble: string | null = null;
  private refused: RefusedEdits | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | null = null;
  private readonly listeners = new Set<() => void>();
  private snapshot: QueueSnapshot = { unsent: [], state: "saved", trouble: null, refused: null };

  /** `keep` is told of every change. */
  constructor(
    private readonly transport: Transport,
    private readonly keep: (kept: KeptEdits) => void = () => {},
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): QueueSnapshot => this.snapshot;

  add(edit: Edit): void {
    const last = this.batches.at(-1);
    const folded = last && last.batchId !== this.sendingId ? coalesce(last.edits, edit) : [edit];
    if (last && last.batchId !== this.sendingId && isWithinLimits(folded)) {
      this.batches = [...this.batches.slice(0, -1), { ...last, edits: folded }];
    } else this.batches = [...this.batches, newBatch([edit])];
    const now = Date.now();
    this.waitingSince ??= now;
    if (this.failures === 0) this.schedule(Math.max(0, Math.min(PAUSE, this.waitingSince + LONGEST_PAUSE - now)));
    this.changed();
  }

  /** Takes over what another tab left behind: it goes out first, under its own ids. */
  adopt({ batches, refused }: KeptEdits): void {
    const known = new Set(this.batches.map(({ batchId }) => batchId));
    const adopted = batches.filter(({ batchId }) => !known.has(batchId));
    const [first, ...rest] = this.batches;
    const isUnderWay = first && first.batchId === this.sendingId;
    this.batches = isUnderWay ? [first, ...adopted, ...rest] : [...adopted, ...this.batches];
    if (refused) this.addRefused(refused.edits, refused.message);
    this.changed();
    void this.flush();
  }

  dismissRefusal(): void {
    this.refused = null;
    this.changed();
  }

  /** The server has told everybody about this batch, so it was accepted, whatever becomes of the answer. */
  acknowledge(batchId: string): void {
    if (this.batches.some((batch) => batch.batchId === batchId)) this.settle(batchId);
  }

  /** Sends what waits without the pause; resolves when all is acknowledged, false when something was not. */
  async flush(): Promise<boolean> {
    while (this.batches.length > 0 || this.sending !== null) {
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
    const [batch] = this.batches;
    if (!batch) return true;
    this.sendingId = batch.batchId;
    this.waitingSince = null;
    this.changed();
    try {
      await this.transport.send(batch);
      this.settle(batch.batchId);
      return true;
    } catch (error) {
      return this.fail(batch, this.transport.explain(error));
    } finally {
      this.sendingId = null;
    }
  }

  private settle(batchId: string): void {
    this.batches = this.batches.filter((batch) => batch.batchId !== batchId);
    this.failures = 0;
    this.trouble = null;
    this.changed();
  }

  private fail(batch: Batch, refusal: Refusal): boolean {
    if (!this.batches.includes(batch)) return true;
    if (TRY_AGAIN.includes(refusal.code) || refusal.details.retryAfter !== undefined) {
      const pause = RETRY_PAUSES[Math.min(this.failures, RETRY_PAUSES.length - 1)] ?? 10_000;
      this.failures += 1;
      this.trouble = refusal.message;
      this.schedule(pause);
      this.changed();
      return false;
    }
    const { edits } = batch;
    if (edits.length > 1) {
      // The server takes all or nothing of a batch; in halves, all but what is at fault gets through.
      const half = Math.ceil(edits.length / 2);
      const halves = [newBatch(edits.slice(0, half)), newBatch(edits.slice(half))];
      this.batches = this.batches.flatMap((one) => (one === batch ? halves : [one]));
      this.changed();
      return true;
    }
    this.addRefused(edits, refusal.message);
    this.settle(batch.batchId);
    return true;
  }

  private addRefused(edits: readonly Edit[], message: string): void {
    this.refused = { edits: [...(this.refused?.edits ?? []), ...edits], message };
  }

  private changed(): void {
    const { batches, refused, trouble } = this;
    const unsent = batches.flatMap(({ edits }) => edits);
    const state: SaveState =
      this.failures > 0 ? "offline" : unsent.length > 0 ? "saving" : refused ? "refused" : "saved";
    this.snapshot = { unsent, state, trouble, refused };
    this.keep({ batches, refused });
    for (const listener of this.listeners) listener();
  }
}

function newBatch(edits: readonly Edit[]): Batch {
  return { batchId: crypto.randomUUID(), edits };
}

function isWithinLimits(edits: readonly Edit[]): boolean {
  return edits.length <= MAX_BATCH && JSON.stringify(edits).length <= MAX_BATCH_LENGTH;
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
