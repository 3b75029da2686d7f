import { HocuspocusProvider, MessageType } from "@hocuspocus/provider";
import { createDecoder, readVarInt, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { messageYjsSyncStep1 } from "y-protocols/sync";

/**
 * Knows exactly what the server has acknowledged. The provider's own count begins anew with every handshake while
 * answers are on their way, and then calls things saved that aren't; and what is written while cut off it sends twice.
 */
export class BodyProvider extends HocuspocusProvider {
  /** Answers that are still to come on this connection. */
  private outstanding = 0;
  private wasDenied = false;
  /** The server has been told everything that was here; from now on each change is told by itself. */
  private isShaken = false;

  /** Something was written here, whether it can be sent now or not. */
  onWrote: () => void = () => {};
  /** Everything written here is durable; or, with false, the server has not taken it. */
  onAnswered: (isTaken: boolean) => void = () => {};
  /** What the server had when the connection began. */
  onServerVector: (vector: Uint8Array) => void = () => {};

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (origin === this) return;
    this.onWrote();
    // Before the handshake is done, its answer carries this as well.
    if (!this.isShaken) return;
    this.outstanding += 1;
    super.documentUpdateHandler(update, origin);
  }

  override onMessage(event: MessageEvent): void {
    const decoder = createDecoder(new Uint8Array(event.data as ArrayBuffer));
    readVarString(decoder);
    const type = readVarUint(decoder) as MessageType;
    const isStep1 = type === MessageType.Sync && readVarUint(decoder) === messageYjsSyncStep1;
    if (isStep1) this.onServerVector(readVarUint8Array(decoder));
    const answer = type === MessageType.SyncStatus ? readVarInt(decoder) === 1 : null;
    super.onMessage(event);
    if (isStep1) {
      // It was answered just now, with all that the server lacks.
      this.isShaken = true;
      this.outstanding += 1;
    }
    if (answer !== null) this.answered(answer);
  }

  private answered(isTaken: boolean): void {
    this.outstanding -= 1;
    this.wasDenied ||= !isTaken;
    if (this.wasDenied || this.outstanding <= 0) this.onAnswered(!this.wasDenied);
  }

  override startSync(): void {
    this.wasDenied = false;
    super.startSync();
  }

  override async onOpen(event: Event): Promise<void> {
    this.forget();
    return super.onOpen(event);
  }

  override onClose(): void {
    this.forget();
    super.onClose();
  }

  private forget(): void {
    this.isShaken = false;
    this.outstanding = 0;
    this.wasDenied = false;
  }
}
