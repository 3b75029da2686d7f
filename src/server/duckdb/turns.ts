// Whose turn it is. Few work at a time, since each takes all cores; who takes long or was cancelled keeps nobody waiting.
import { setTimeout as after } from "node:timers";

export interface Turn {
  /** From now on it doesn't count: another may begin beside it. */
  stepAside(): void;
  end(): void;
}

interface TurnOptions {
  /** So many begin before one of them has to end or step aside. */
  readonly atOnce: number;
  /** So many work at most, with those that stepped aside. */
  readonly most: number;
  /** After so many milliseconds they step aside by themselves. */
  readonly patience: number;
}

export class Turns {
  private counted = 0;
  private working = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly options: TurnOptions) {}

  /** In the order of asking. Throws the signal's reason when it is aborted before. */
  async take(signal: AbortSignal): Promise<Turn> {
    signal.throwIfAborted();
    if (this.queue.length > 0 || !this.isFree()) await this.wait(signal);
    else this.begin();
    let isCounted = true;
    const stepAside = () => {
      if (!isCounted) return;
      isCounted = false;
      this.counted -= 1;
      this.next();
    };
    const timer = after(stepAside, this.options.patience);
    const end = () => {
      clearTimeout(timer);
      this.working -= 1;
      stepAside();
      this.next();
    };
    return { stepAside, end };
  }

  /** How many work, and how many wait for their turn. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.working, waiting: this.queue.length };
  }

  private isFree(): boolean {
    return this.counted < this.options.atOnce && this.working < this.options.most;
  }

  /** Counts whoever begins at once, so that nobody else slips in before they go on. */
  private begin(): void {
    this.counted += 1;
    this.working += 1;
  }

  private next(): void {
    while (this.queue.length > 0 && this.isFree()) {
      this.begin();
      this.queue.shift()?.();
    }
  }

  private wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        this.queue.splice(this.queue.indexOf(turn), 1);
        reject(signal.reason);
      };
      this.queue.push(turn);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}
