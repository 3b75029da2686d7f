// One socket for one live body: opened again and again until somebody leaves, told in the events of live-state-rules.
import type * as Y from "yjs";
import { LIVE_PATH } from "@/shared/live-convention";
import { BODY_SCHEMA_VERSION } from "../../body-rules";
import { BodyProvider } from "./body-provider";
import { BodySocket } from "./body-socket";
import { type LiveEvent, type LiveState, retryPause, triesOnReturn } from "./live-state-rules";

/** A socket that isn't open after so long is given up, in milliseconds. */
const PATIENCE = 15_000;
/** A long text over a slow line takes its time. */
const SYNC_PATIENCE = 60_000;
/** What a socket says that was sent more than it takes. */
const TOO_BIG = 1009;
/** Who is offline is asked about it anew so often: browsers are wrong about it now and then. */
const LOOK_AGAIN = 20_000;
/** A socket that says nothing for so long while answers are due is dead, whatever it says of itself. */
const SILENCE = 10_000;

interface BodyConnectionOptions {
  readonly doc: Y.Doc;
  readonly workspaceId: string;
  readonly documentId: string;
  readonly state: () => LiveState;
  readonly tell: (event: LiveEvent) => void;
  readonly onServerVector: (vector: Uint8Array) => void;
}

export class BodyConnection {
  readonly provider: BodyProvider;
  private readonly socket: BodySocket;
  private readonly watching: ReturnType<typeof setInterval>;
  private retrying: ReturnType<typeof setTimeout> | undefined;
  private givingUp: ReturnType<typeof setTimeout> | undefined;
  private isDropping = false;
  private isEnded = false;

  constructor(private readonly options: BodyConnectionOptions) {
    const { doc, workspaceId, documentId, tell } = options;
    const url = `${location.origin.replace(/^http/, "ws")}${LIVE_PATH}?schema=${BODY_SCHEMA_VERSION}`;
    this.socket = new BodySocket(url);
    this.provider = new BodyProvider({
      websocketProvider: this.socket,
      name: `${workspaceId}/${documentId}`,
      document: doc,
      token: "session",
      onAuthenticated: ({ scope }) => tell({ type: "authenticated", mayWrite: scope !== "readonly" }),
      onAuthenticationFailed: ({ reason }) => this.drop(reason),
      onSynced: () => this.synced(),
      onStateless: ({ payload }) => this.hear(payload),
    });
    this.provider.onWrote = () => tell({ type: "wrote", at: Date.now() });
    this.provider.onAnswered = (isTaken) => tell({ type: isTaken ? "acknowledged" : "denied" });
    this.provider.onServerVector = options.onServerVector;
    // Both a closed socket and a document that the server closed on an open one.
    this.provider.on("close", ({ event }: { event: { code?: number; reason?: string } }) =>
      this.drop(event.code === TOO_BIG ? "too-large" : (event.reason ?? "")),
    );
    this.provider.on("open", () => this.giveUpAfter(SYNC_PATIENCE));
    this.socket.on("maxAttemptsFailed", () => this.drop(""));
    this.provider.attach();
    this.watching = setInterval(this.watch, SILENCE / 4);
    window.addEventListener("online", this.online);
    window.addEventListener("offline", this.offline);
    window.addEventListener("focus", this.returned);
    document.addEventListener("visibilitychange", this.returned);
    tell({ type: "network", isOnline: navigator.onLine });
    this.open();
  }

  /** Tries now. */
  open(): void {
    if (this.isEnded) return;
    clearTimeout(this.retrying);
    this.options.tell({ type: "connecting" });
    this.giveUpAfter(PATIENCE);
    void this.socket.connect();
  }

  private giveUpAfter(patience: number): void {
    clearTimeout(this.givingUp);
    this.givingUp = setTimeout(() => this.drop(""), patience);
  }

  /** Asks the server again for what it has, and tells it what is here. */
  resync(): void {
    if (this.options.state().link === "synced") this.provider.startSync();
  }

  end(): void {
    this.isEnded = true;
    clearTimeout(this.retrying);
    clearTimeout(this.givingUp);
    clearInterval(this.watching);
    window.removeEventListener("online", this.online);
    window.removeEventListener("offline", this.offline);
    window.removeEventListener("focus", this.returned);
    document.removeEventListener("visibilitychange", this.returned);
    this.provider.destroy();
    this.socket.destroy();
  }

  private synced(): void {
    clearTimeout(this.givingUp);
    this.options.tell({ type: "synced" });
  }

  private hear(payload: string): void {
    const message = JSON.parse(payload) as { readonly type?: string; readonly mayWrite?: boolean };
    if (message.type !== "access" || typeof message.mayWrite !== "boolean") return;
    this.options.tell({ type: "access", mayWrite: message.mayWrite });
    // What was refused meanwhile is offered again.
    if (message.mayWrite) this.resync();
  }

  /**
   * Lets go of the socket, whatever state it is in, and tries again later where that makes sense. A document that was
   * closed or refused on an open socket never comes back by itself: the whole connection begins anew.
   */
  private drop(reason: string): void {
    const { link } = this.options.state();
    if (this.isDropping || this.isEnded || link === "waiting" || link === "ended") return;
    this.isDropping = true;
    clearTimeout(this.givingUp);
    this.socket.abandon(reason);
    this.isDropping = false;
    this.options.tell({ type: "closed", reason });
    clearTimeout(this.retrying);
    const state = this.options.state();
    const pause = retryPause(state, Math.random());
    if (pause !== null) this.retrying = setTimeout(() => this.open(), state.isOnline ? pause : LOOK_AGAIN);
  }

  private readonly watch = (): void => {
    const { link, unsavedSince, isDenied } = this.options.state();
    if (link !== "synced" || isDenied || unsavedSince === null) return;
    const since = Math.max(unsavedSince, this.socket.lastMessageReceived);
    if (Date.now() - since > SILENCE) this.drop("");
  };

  private readonly online = (): void => {
    this.options.tell({ type: "network", isOnline: true });
    if (triesOnReturn(this.options.state())) this.open();
  };

  private readonly offline = (): void => {
    this.options.tell({ type: "network", isOnline: false });
    this.drop("");
  };

  private readonly returned = (): void => {
    if (document.visibilityState === "visible" && triesOnReturn(this.options.state())) this.open();
  };
}
