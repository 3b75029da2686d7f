import { actInWorkspace } from "@/server/access/acting-as";
import { isOpenWorkspace } from "@/server/access/open-scope";
import type { Db, Tx } from "@/server/db/client";
import { enqueue } from "@/server/jobs/enqueue";
import { type Carrier, DeliveryFailure, type WaitingDelivery } from "../carrier";
import { type DeliveryDue, deliveryDue } from "../delivery-jobs";
import {
  type DeliveryChange,
  insertDelivery,
  listForgotten,
  lockDelivery,
  lockWaiting,
  type NewDelivery,
  updateDelivery,
} from "../delivery-queries";
import { type DeliveryChannel, isStillTried, pauseAfter } from "../delivery-rules";

export type Carriers = Readonly<Partial<Record<DeliveryChannel, Carrier>>>;

/** Puts something on its way, once for a fact and a target, in the transaction that makes it true. */
export async function sendOff(tx: Tx, workspaceId: string, row: Omit<NewDelivery, "id">): Promise<void> {
  const id = crypto.randomUUID();
  if (!(await insertDelivery(tx, workspaceId, { ...row, id }))) return;
  await enqueue(tx, deliveryDue, { workspaceId, deliveryId: id, userId: row.userId }, `delivery:${id}`, row.notBefore);
}

/**
 * Brings what waits. The row stays locked while the other side takes it, and says so right afterwards: whoever dies in
 * between leaves it waiting, and it is sent again as the same thing. What is not taken is tried again with growing pauses,
 * for five days; what is refused for good is kept as failed. Throws for mistakes of our own only.
 */
export async function deliverDue(db: Db, due: DeliveryDue, carriers: Carriers, now = new Date()): Promise<void> {
  await db.transaction((tx) => bring(tx, due, carriers, now));
}

async function bring(tx: Tx, due: DeliveryDue, carriers: Carriers, now: Date): Promise<void> {
  const { workspaceId, deliveryId } = due;
  await actInWorkspace(tx, due.userId ?? "", workspaceId);
  // Where it is taken back from deletion, what waits is remembered by `rememberForgotten`.
  if (!(await isOpenWorkspace(tx, workspaceId))) return;
  const delivery = await lockWaiting(tx, workspaceId, deliveryId);
  if (!delivery) return;
  const carrier = carriers[delivery.channel];
  if (!carrier) throw new Error(`Nobody carries ${delivery.channel}.`);
  const prepared = await carrier(tx, delivery, now);
  const change = (given: DeliveryChange) => updateDelivery(tx, workspaceId, deliveryId, given);
  switch (prepared.how) {
    case "drop":
      return change({ state: "dropped", lastError: prepared.why });
    case "wait":
      await change({ notBefore: prepared.until });
      return again(tx, due, `wait:${prepared.until.getTime()}`, prepared.until);
    case "send":
      try {
        await prepared.send();
      } catch (error) {
        if (!(error instanceof DeliveryFailure)) throw error;
        // In the same transaction: who waits for its locks must not come between a failure and its being known.
        return keepFailure(tx, due, delivery, error, now);
      }
      return change({ state: "sent", attempts: delivery.attempts + 1, lastError: "", sentAt: new Date() });
  }
}

async function keepFailure(
  tx: Tx,
  due: DeliveryDue,
  delivery: WaitingDelivery,
  failure: DeliveryFailure,
  now: Date,
): Promise<void> {
  const { workspaceId, deliveryId } = due;
  await failure.aftermath?.(tx);
  const attempts = delivery.attempts + 1;
  const isOver = failure.isPermanent || !isStillTried(delivery.createdAt, now);
  const notBefore = isOver ? null : new Date(now.getTime() + pauseAfter(attempts));
  const state = isOver ? "failed" : "waiting";
  await updateDelivery(tx, workspaceId, deliveryId, { state, attempts, lastError: failure.words, notBefore });
  if (notBefore) await again(tx, due, `attempt:${attempts}`, notBefore);
}

async function again(tx: Tx, due: DeliveryDue, which: string, at: Date | null): Promise<void> {
  await enqueue(tx, deliveryDue, due, `delivery:${due.deliveryId}:${which}`, at);
}

/** Tries again at once what failed or waits for its next attempt; "over" for what was sent or has nothing to tell. */
export async function retryNow(
  tx: Tx,
  workspaceId: string,
  deliveryId: string,
  now: Date,
): Promise<"begun" | "over" | "missing"> {
  const row = await lockDelivery(tx, workspaceId, deliveryId);
  if (!row) return "missing";
  if (row.state === "sent" || row.state === "dropped") return "over";
  await updateDelivery(tx, workspaceId, deliveryId, { state: "waiting", notBefore: null });
  await again(tx, { workspaceId, deliveryId, userId: row.userId }, `retry:${now.getTime()}`, null);
  return "begun";
}

const HOUR = 60 * 60 * 1000;

/** Gives what waits and should have left long ago a job anew, so that none is lost with its job. */
export async function rememberForgotten(db: Db, now = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const forgotten = await listForgotten(tx, new Date(now.getTime() - HOUR));
    for (const due of forgotten) await again(tx, due, `forgotten:${Math.floor(now.getTime() / HOUR)}`, null);
  });
}
