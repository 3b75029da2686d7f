// How a call to a webhook leaves, and what a failure means for the rest that waits for the same one.
import type { LookupFunction } from "node:net";
import { env } from "@/env";
import type { Tx } from "@/server/db/client";
import { callOut } from "@/server/http/outbound-call";
import { type Carrier, DeliveryFailure } from "../delivery/carrier";
import { slackBody, standardBody } from "./webhook-body-rules";
import { findCall, findFreeWebhook, updateWebhook } from "./webhook-queries";
import { addressRefusal, answerRefusal, isRefusedForGood, quietUntil } from "./webhook-rules";
import { signatureHeaders } from "./webhook-signature";

interface Circumstances {
  readonly isPrivateAllowed: boolean;
  readonly patienceMs?: number;
  readonly lookup?: LookupFunction;
}

/** Whoever takes longer to answer is called by one worker at a time. */
const SLOW_MS = 1_000;
/** Until somebody else's call to the same webhook may be over, spread so that not all come back at once. */
const turn = () => 5_000 + Math.random() * 55_000;
/** Webhooks that were slow when this process called them last. */
const slow = new Set<string>();

type Call = NonNullable<Awaited<ReturnType<typeof findCall>>>;

/**
 * A webhook that is slow or fails is called once at a time, so that it takes one worker and no more. While it fails, the others
 * that wait for it wait on; a test is made at once, and once.
 */
export function webhookCarrier(circumstances: () => Circumstances): Carrier {
  return async (tx, { id, workspaceId }, now) => {
    const call = await findCall(tx, workspaceId, id);
    if (!call) return { how: "drop", why: "There is no such webhook any more." };
    const isAlone = call.failures > 0 || slow.has(call.webhookId);
    const webhook = await findFreeWebhook(tx, workspaceId, call.webhookId, { isAlone });
    if (!webhook) return { how: "wait", until: new Date(now.getTime() + turn()) };
    if (webhook.isPaused) return { how: "drop", why: "It is paused." };
    const isTest = call.event.type === "webhook.test";
    if (webhook.quietUntil && webhook.quietUntil > now && !isTest) return { how: "wait", until: webhook.quietUntil };
    const send = async () => {
      const began = performance.now();
      const failed = await failureOf(webhook, { id, workspaceId, now, ...call }, circumstances());
      if (performance.now() - began > SLOW_MS) slow.add(webhook.id);
      else slow.delete(webhook.id);
      if (!failed) {
        if (webhook.failures > 0) await keepFailures(tx, webhook, 0, null);
        return;
      }
      const { words, wish, isForGood } = failed;
      const failures = webhook.failures + 1;
      throw new DeliveryFailure(words, isForGood || isTest, (after) =>
        keepFailures(after, webhook, failures, quietUntil({ failures, wish }, now), now),
      );
    };
    return { how: "send", send };
  };
}

type Webhook = NonNullable<Awaited<ReturnType<typeof findFreeWebhook>>>;

async function keepFailures(tx: Tx, webhook: Webhook, failures: number, quiet: Date | null, now?: Date): Promise<void> {
  const failingSince = failures === 0 ? null : (webhook.failingSince ?? now ?? null);
  await updateWebhook(tx, webhook.workspaceId, webhook.id, { failures, failingSince, quietUntil: quiet });
}

interface Failed {
  readonly words: string;
  /** Seconds after which the other side wants to be called again. */
  readonly wish: number | null;
  readonly isForGood: boolean;
}

/** Makes the call; null when it came through. */
async function failureOf(
  webhook: Webhook,
  { id, workspaceId, now, event, workspaceName, slug }: Call & { id: string; workspaceId: string; now: Date },
  circumstances: Circumstances,
): Promise<Failed | null> {
  const refusal = addressRefusal(webhook.url, circumstances.isPrivateAllowed);
  if (refusal) return { words: refusal, wish: null, isForGood: false };
  const sender = {
    workspace: { id: workspaceId, name: workspaceName },
    url: `${env().APP_URL}/w/${slug}${event.path}`,
  };
  const isSlack = webhook.format === "slack";
  const body = isSlack ? slackBody(event, sender) : standardBody(event, sender);
  const signed = isSlack ? {} : signatureHeaders(webhook, { id, body, now });
  const headers = { "content-type": "application/json", ...signed };
  try {
    const { status, text, retryAfter } = await callOut({ url: webhook.url, headers, body, ...circumstances });
    const words = answerRefusal(status, text);
    return words === null ? null : { words, wish: retryAfter, isForGood: isRefusedForGood(status) };
  } catch (error) {
    return { words: (error as Error).message, wish: null, isForGood: false };
  }
}
