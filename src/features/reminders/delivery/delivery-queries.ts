// SQL of what leaves the house.
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { deliveries, webhooks } from "@/server/db/schema/reminder";
import { users } from "@/server/db/schema/user";
import type { DeliveryChannel, DeliveryState } from "./delivery-rules";

export interface NewDelivery {
  readonly id: string;
  readonly userId: string | null;
  readonly channel: DeliveryChannel;
  readonly fact: string;
  readonly target: string;
  readonly notBefore: Date | null;
}

/** False when the same fact was told to the same target before: then nothing is inserted. */
export async function insertDelivery(tx: Tx, workspaceId: string, row: NewDelivery): Promise<boolean> {
  const rows = await tx
    .insert(deliveries)
    .values({ workspaceId, ...row })
    .onConflictDoNothing()
    .returning({ id: deliveries.id });
  return rows.length > 0;
}

const one = (workspaceId: string, deliveryId: string) =>
  and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, deliveryId));

/** What still waits, locked until the transaction ends: who comes second waits, and then finds it gone. */
export async function lockWaiting(tx: Tx, workspaceId: string, deliveryId: string) {
  const [row] = await tx
    .select()
    .from(deliveries)
    .where(and(one(workspaceId, deliveryId), eq(deliveries.state, "waiting")))
    .for("update");
  return row;
}

export interface DeliveryChange {
  readonly state?: DeliveryState;
  readonly attempts?: number;
  readonly lastError?: string;
  readonly notBefore?: Date | null;
  readonly sentAt?: Date;
}

export async function updateDelivery(
  tx: Tx,
  workspaceId: string,
  deliveryId: string,
  change: DeliveryChange,
): Promise<void> {
  await tx.update(deliveries).set(change).where(one(workspaceId, deliveryId));
}

/** Whom a delivery is for and how it stands, locked. */
export async function lockDelivery(tx: Tx, workspaceId: string, deliveryId: string) {
  const [row] = await tx
    .select({ userId: deliveries.userId, state: deliveries.state })
    .from(deliveries)
    .where(one(workspaceId, deliveryId))
    .for("update");
  return row;
}

export interface DeliveryPage {
  /** Undefined for everybody's. */
  readonly userId: string | undefined;
  readonly state: DeliveryState | undefined;
  readonly after: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** One page, newest first. */
export async function listNewest(tx: Tx, workspaceId: string, { userId, state, after, limit }: DeliveryPage) {
  return tx
    .select({
      id: deliveries.id,
      channel: deliveries.channel,
      target: sql<string>`case when ${deliveries.channel} = 'webhook' then coalesce(${webhooks.name}, 'a webhook that was removed')
        else ${deliveries.target} end`,
      userId: deliveries.userId,
      name: users.name,
      state: deliveries.state,
      attempts: deliveries.attempts,
      lastError: deliveries.lastError,
      at: deliveries.createdAt,
      notBefore: deliveries.notBefore,
      sentAt: deliveries.sentAt,
    })
    .from(deliveries)
    .leftJoin(users, eq(users.id, deliveries.userId))
    .leftJoin(webhooks, and(eq(deliveries.channel, "webhook"), sql`${webhooks.id}::text = ${deliveries.target}`))
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        userId === undefined ? undefined : eq(deliveries.userId, userId),
        state && eq(deliveries.state, state),
        after &&
          sql`(${deliveries.createdAt}, ${deliveries.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(sql`${deliveries.createdAt} desc nulls first`, desc(deliveries.id))
    .limit(limit);
}

/** What of all workspaces should have left before `since` and still waits. */
export async function listForgotten(tx: Tx, since: Date) {
  const rows = await tx.execute<{ workspace_id: string; delivery_id: string; user_id: string | null }>(
    sql`select workspace_id, delivery_id, user_id from forgotten_deliveries(${since.toISOString()}::timestamptz)`,
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, deliveryId: row.delivery_id, userId: row.user_id }));
}
