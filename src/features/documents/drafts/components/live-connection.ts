// Keeps one stream of events open while the page that listens to it is looked at.
import type { Unsubscribable } from "@trpc/server/observable";
import type { LiveClient } from "@/trpc/live-client";
import { type Refusal, refusal } from "@/trpc/refusal";

/** A browser has six connections to a server for all its tabs: one that nobody looks at gives its own back. */
const HIDDEN_PATIENCE = 5_000;
const RETRY_PAUSES = [500, 1_000, 2_000, 5_000, 10_000];
/** What no further try would change. */
const FINAL: readonly Refusal["code"][] = ["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "INVALID"];

interface StreamHandlers {
  readonly onConnectionStateChange: (change: { readonly state: string }) => void;
  readonly onData: (told: { readonly data: unknown }) => void;
  readonly onError: (error: unknown) => void;
  readonly onComplete: () => void;
}

interface LiveConnectionOptions<Event> {
  /** Called at each opening: from where the stream goes on is found out then. */
  readonly subscribe: (client: LiveClient, handlers: StreamHandlers) => Unsubscribable;
  /** Somebody is counted on also while they look at something else. */
  readonly isKeptHidden?: boolean;
  readonly onEvent: (event: Event) => void;
  readonly onLive: (isLive: boolean) => void;
  /** The stream was refused: for good, or with CONFLICT because one's role has changed. */
  readonly onRefused: (code: Refusal["code"]) => void;
}

export class LiveConnection<Event> {
  private stream: Unsubscribable | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isLive = false;
  /** Raised at every closing: what still comes from a stream of before is not heard. */
  private turn = 0;

  constructor(private readonly options: LiveConnectionOptions<Event>) {}

  /** Opens as soon as the page is visible; returns the way to end it. */
  start(): () => void {
    document.addEventListener("visibilitychange", this.look);
    window.addEventListener("online", this.reopen);
    window.addEventListener("offline", this.drop);
    this.look();
    return () => {
      document.removeEventListener("visibilitychange", this.look);
      window.removeEventListener("online", this.reopen);
      window.removeEventListener("offline", this.drop);
      this.close();
    };
  }

  private readonly look = (): void => {
    clearTimeout(this.timer);
    const isGivenBack = document.visibilityState === "hidden" && !this.options.isKeptHidden;
    if (isGivenBack) this.timer = setTimeout(this.drop, HIDDEN_PATIENCE);
    else if (!this.stream) void this.open();
  };

  private readonly reopen = (): void => {
    this.close();
    this.failures = 0;
    this.look();
  };

  private readonly drop = (): void => this.close();

  private async open(): Promise<void> {
    const turn = ++this.turn;
    const isOurs = () => turn === this.turn;
    try {
      const { liveClient } = await import("@/trpc/live-client");
      if (!isOurs()) return;
      this.stream = this.options.subscribe(liveClient, {
        onConnectionStateChange: ({ state }) => isOurs() && this.tell(state === "pending"),
        onData: ({ data }) => isOurs() && this.options.onEvent(data as Event),
        onError: (error) => isOurs() && this.fail(error),
        // Nobody ends a stream for good: the server that did is going, another one will answer.
        onComplete: () => isOurs() && this.fail(null),
      });
    } catch (error) {
      if (isOurs()) this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.close();
    const { code } = refusal(error);
    const isFinal = FINAL.includes(code);
    if (isFinal || code === "CONFLICT") this.options.onRefused(code);
    if (isFinal) return;
    const pause = RETRY_PAUSES[Math.min(this.failures, RETRY_PAUSES.length - 1)] ?? 10_000;
    this.failures += 1;
    // Apart from each other, so that a server that comes back isn't asked by everybody at once.
    this.timer = setTimeout(this.look, pause * (0.75 + Math.random() / 2));
  }

  private close(): void {
    this.turn += 1;
    clearTimeout(this.timer);
    this.stream?.unsubscribe();
    this.stream = null;
    this.tell(false);
  }

  private tell(isLive: boolean): void {
    if (isLive) this.failures = 0;
    if (isLive === this.isLive) return;
    this.isLive = isLive;
    this.options.onLive(isLive);
  }
}
