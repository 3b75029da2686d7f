// How a channel brings what it brings: each has one of these.
import type { Tx } from "@/server/db/client";
import type { DeliveryChannel } from "./delivery-rules";

/** A row that waits to leave. */
export interface WaitingDelivery {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string | null;
  readonly channel: DeliveryChannel;
  readonly fact: string;
  readonly target: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

export type Prepared =
  /** Ready to go. `send` throws a `DeliveryFailure` when it isn't taken, which is kept in the same transaction. */
  | { readonly how: "send"; readonly send: () => Promise<void> }
  /** There is nothing to tell any more; `why` is a sentence for the log. */
  | { readonly how: "drop"; readonly why: string }
  | { readonly how: "wait"; readonly until: Date };

/** Reads what is to be sent, as things are by now, within the transaction that holds the delivery locked. */
export type Carrier = (tx: Tx, delivery: WaitingDelivery, now: Date) => Promise<Prepared>;

/** Was not taken, with the reason in plain words. What is permanent is not tried again. */
export class DeliveryFailure extends Error {
  constructor(
    readonly words: string,
    readonly isPermanent: boolean,
    /** What else has to be kept of it. */
    readonly aftermath?: (tx: Tx) => Promise<void>,
  ) {
    super(words);
  }
}
