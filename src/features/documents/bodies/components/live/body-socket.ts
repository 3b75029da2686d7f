import { HocuspocusProviderWebsocket, type onCloseParameters } from "@hocuspocus/provider";

/** A socket that connects when it is told to and at no other time: who uses it knows better when to try again. */
export class BodySocket extends HocuspocusProviderWebsocket {
  constructor(url: string) {
    super({ url, autoConnect: false, maxAttempts: 1 });
  }

  override onClose(closed: onCloseParameters): void {
    this.shouldConnect = false;
    super.onClose(closed);
  }

  /** Lets go at once. `disconnect` would wait for the other side to answer, and a dead network never does. */
  abandon(reason: string): void {
    this.cancelWebsocketRetry?.();
    this.emit("close", { event: { code: 4408, reason } });
  }
}
