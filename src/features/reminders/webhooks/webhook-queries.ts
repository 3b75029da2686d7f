// SQL of webhooks and of the calls that they are due.
import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { deliveries, webhooks } from "@/server/db/schema/reminder";
import { workspaces } from "@/server/db/schema/workspace";
import type { WebhookEvent } from "./webhook-rules";

const one = (workspaceId: string, webhookId: string) =>
  and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, webhookId));

export async function listWebhookRows(tx: Tx, workspaceId: string) {
  return tx
    .select()
    .from(webhooks)
    .where(eq(webhooks.workspaceId, workspaceId))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id));
}

export async function lockWebhook(tx: Tx, workspaceId: string, webhookId: string) {
  const [row] = await tx.select().from(webhooks).where(one(workspaceId, webhookId)).for("update");
  return row;
}

export async function countWebhooks(tx: Tx, workspaceId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(webhooks).where(eq(webhooks.workspaceId, workspaceId));
  return row?.count ?? 0;
}

export async function insertWebhook(tx: Tx, row: typeof webhooks.$inferInsert): Promise<string> {
  const [made] = await tx.insert(webhooks).values(row).returning({ id: webhooks.id });
  if (!made) throw new Error("A webhook was not kept.");
  return made.id;
}

export async function updateWebhook(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  set: Partial<Omit<typeof webhooks.$inferInsert, "id" | "workspaceId">>,
): Promise<void> {
  await tx.update(webhooks).set(set).where(one(workspaceId, webhookId));
}

const ofWebhook = (workspaceId: string, webhookId: string) =>
  and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.channel, "webhook"), eq(deliveries.target, webhookId));

/** With all that it was told. */
export async function deleteWebhook(tx: Tx, workspaceId: string, webhookId: string): Promise<void> {
  await tx.delete(deliveries).where(ofWebhook(workspaceId, webhookId));
  await tx.delete(webhooks).where(one(workspaceId, webhookId));
}

/** What still waits for it is told nobody any more. */
export async function dropWaiting(tx: Tx, workspaceId: string, webhookId: string, why: string): Promise<void> {
  await tx
    .update(deliveries)
    .set({ state: "dropped", lastError: why, notBefore: null })
    .where(and(ofWebhook(workspaceId, webhookId), eq(deliveries.state, "waiting")));
}

/** Those that are new, each once for its target and fact. */
export async function insertCalls(
  tx: Tx,
  workspaceId: string,
  calls: readonly { readonly target: string; readonly fact: string; readonly event: WebhookEvent }[],
): Promise<readonly { readonly id: string }[]> {
  if (calls.length === 0) return [];
  return tx
    .insert(deliveries)
    .values(
      calls.map(({ target, fact, event }) => ({
        workspaceId,
        channel: "webhook" as const,
        target,
        fact,
        event: { ...event },
      })),
    )
    .onConflictDoNothing()
    .returning({ id: deliveries.id });
}

/** What a call says, to whom and for whom; undefined when its webhook is gone. */
export async function findCall(tx: Tx, workspaceId: string, deliveryId: string) {
  const [row] = await tx
    .select({
      webhookId: webhooks.id,
      failures: webhooks.failures,
      event: deliveries.event,
      workspaceName: workspaces.name,
      slug: workspaces.slug,
    })
    .from(deliveries)
    .innerJoin(webhooks, sql`${webhooks.id}::text = ${deliveries.target}`)
    .innerJoin(workspaces, eq(workspaces.id, deliveries.workspaceId))
    .where(
      and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, deliveryId), eq(deliveries.channel, "webhook")),
    );
  return row && { ...row, event: eventOf(row) };
}

/** With `isAlone` nobody else calls it until the transaction ends; undefined while somebody does. */
export async function findFreeWebhook(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  { isAlone }: { readonly isAlone: boolean },
) {
  const found = tx.select().from(webhooks).where(one(workspaceId, webhookId));
  const [row] = await (isAlone ? found.for("no key update", { skipLocked: true }) : found);
  return row;
}

/** The newest first. */
export async function listCalls(tx: Tx, workspaceId: string, webhookId: string, limit: number) {
  return tx
    .select()
    .from(deliveries)
    .where(ofWebhook(workspaceId, webhookId))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(limit);
}

/** Events are written by `insertCalls` alone. */
export function eventOf({ event }: { readonly event: Record<string, unknown> | null }): WebhookEvent {
  if (!event) throw new Error("A call says nothing.");
  return event as unknown as WebhookEvent;
}
