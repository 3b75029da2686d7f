import { env } from "@/env";
import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import { burstLimit } from "@/server/access/burst-limit";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { AddWebhookInput, ChangeWebhookInput, NewSecret, Webhook, WebhookDelivery } from "../webhook-contract";
import {
  countWebhooks,
  deleteWebhook,
  dropWaiting,
  eventOf,
  insertWebhook,
  listCalls,
  listWebhookRows,
  lockWebhook,
  updateWebhook,
} from "../webhook-queries";
import { addressRefusal, MAX_WEBHOOKS, WEBHOOK_KINDS } from "../webhook-rules";
import { newSecret, secretText } from "../webhook-signature";
import { letCall } from "./tell-webhooks";

type Admin = Scope<"workspace.configure">;

const DAY_MS = 24 * 60 * 60 * 1000;
const LISTED_CALLS = 20;
const tests = burstLimit(6, 60);

export async function listWebhooks({ tx, workspaceId }: Admin, now = new Date()): Promise<readonly Webhook[]> {
  const rows = await listWebhookRows(tx, workspaceId);
  return rows.map(({ id, name, format, url, kinds, isPaused, failingSince, previousUntil }) => ({
    id,
    name,
    format,
    host: new URL(url).host,
    kinds: WEBHOOK_KINDS.filter((kind) => kinds.includes(kind)),
    isPaused,
    failingSince: failingSince?.toISOString() ?? null,
    previousSecretUntil: previousUntil && previousUntil > now ? previousUntil.toISOString() : null,
  }));
}

/** Its secret is told now and never again. Throws INVALID for an address that can't be called, LIMIT for too many. */
export async function addWebhook(scope: Admin, { name, format, address, kinds }: AddWebhookInput): Promise<NewSecret> {
  const { tx, workspaceId, userId } = scope;
  refuseAddress(address);
  if ((await countWebhooks(tx, workspaceId)) >= MAX_WEBHOOKS) {
    throw new AppError("LIMIT", `A workspace has up to ${MAX_WEBHOOKS} webhooks. Remove one first.`);
  }
  const secret = format === "slack" ? new Uint8Array() : newSecret();
  const row = { workspaceId, name, format, url: address, secret, kinds, createdBy: userId };
  const webhookId = await insertWebhook(tx, row);
  await audit(scope, { id: webhookId, name, url: address }, "added");
  return { webhookId, secret: format === "slack" ? null : secretText(secret) };
}

/** What is left out stays. A new address starts with a clean slate. */
export async function changeWebhook(
  scope: Admin,
  { webhookId, name, address, kinds }: ChangeWebhookInput,
): Promise<void> {
  const { tx, workspaceId } = scope;
  const webhook = await lockedWebhook(scope, webhookId);
  if (address !== undefined) refuseAddress(address);
  const url = address ?? webhook.url;
  const moved = url === webhook.url ? {} : { failingSince: null, failures: 0, quietUntil: null };
  await updateWebhook(tx, workspaceId, webhookId, { name, url, kinds, ...moved });
  await audit(scope, { id: webhookId, name, url }, "changed");
}

/** While it pauses nothing is kept for it; what waits is dropped. */
export async function pauseWebhook(scope: Admin, webhookId: string, isPaused: boolean): Promise<void> {
  const { tx, workspaceId } = scope;
  const webhook = await lockedWebhook(scope, webhookId);
  if (webhook.isPaused === isPaused) return;
  const rested = { failingSince: null, failures: 0, quietUntil: null };
  await updateWebhook(tx, workspaceId, webhookId, { isPaused, ...rested });
  if (isPaused) await dropWaiting(tx, workspaceId, webhookId, "It is paused.");
  await audit(scope, webhook, isPaused ? "paused" : "resumed");
}

/** A new secret; calls are signed with the one before as well for a day. Throws BLOCKED for Slack, which has none. */
export async function renewSecret(scope: Admin, webhookId: string, now = new Date()): Promise<NewSecret> {
  const webhook = await lockedWebhook(scope, webhookId);
  if (webhook.format === "slack") {
    throw new AppError("BLOCKED", "Slack’s address is its secret. Make a new one there, and change it here.");
  }
  const secret = newSecret();
  await updateWebhook(scope.tx, scope.workspaceId, webhookId, {
    secret,
    previousSecret: webhook.secret,
    previousUntil: new Date(now.getTime() + DAY_MS),
  });
  await audit(scope, webhook, "renewed the secret of");
  return { webhookId, secret: secretText(secret) };
}

export async function removeWebhook(scope: Admin, webhookId: string): Promise<void> {
  const webhook = await lockedWebhook(scope, webhookId);
  await deleteWebhook(scope.tx, scope.workspaceId, webhookId);
  await audit(scope, webhook, "removed");
}

/** A call that says that it is one; it is made once. Throws BLOCKED while the webhook pauses, LIMIT for very many. */
export async function testWebhook(scope: Admin, webhookId: string, now = new Date()): Promise<void> {
  const webhook = await lockedWebhook(scope, webhookId);
  if (webhook.isPaused) throw new AppError("BLOCKED", "It is paused. Resume it first.");
  await tests.spend(webhookId);
  const event = {
    type: "webhook.test" as const,
    at: now.toISOString(),
    sentence: `This is a test of the webhook “${webhook.name}”. It works.`,
    path: "/settings/webhooks",
    action: "Open the webhooks",
    data: {},
  };
  await letCall(scope, [{ target: webhookId, fact: `test:${crypto.randomUUID()}`, event }]);
}

/** The newest calls, whatever became of them. Throws NOT_FOUND. */
export async function listWebhookDeliveries(
  { tx, workspaceId }: Admin,
  webhookId: string,
): Promise<readonly WebhookDelivery[]> {
  if (!(await listWebhookRows(tx, workspaceId)).some(({ id }) => id === webhookId)) throw notFound();
  const rows = await listCalls(tx, workspaceId, webhookId, LISTED_CALLS);
  return rows.map(({ id, state, attempts, lastError, createdAt, sentAt, notBefore, ...row }) => ({
    id,
    type: eventOf(row).type,
    sentence: eventOf(row).sentence,
    state,
    attempts,
    lastError,
    at: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    nextTryAt: state === "waiting" ? (notBefore?.toISOString() ?? null) : null,
  }));
}

function refuseAddress(address: string): void {
  const refusal = addressRefusal(address, env().WEBHOOK_PRIVATE_TARGETS);
  if (refusal) throw new AppError("INVALID", refusal, { path: "address" });
}

async function lockedWebhook({ tx, workspaceId }: Admin, webhookId: string) {
  const webhook = await lockWebhook(tx, workspaceId, webhookId);
  if (!webhook) throw notFound();
  return webhook;
}

const notFound = () => new AppError("NOT_FOUND", "This webhook doesn’t exist any more.");

async function audit(
  scope: Admin,
  { id, name, url }: { readonly id: string; readonly name: string; readonly url: string },
  change: string,
): Promise<void> {
  const details = { change, name, host: new URL(url).host };
  await recordAudit(scope, { action: "webhook.changed", objectType: "webhook", objectId: id, details });
}
