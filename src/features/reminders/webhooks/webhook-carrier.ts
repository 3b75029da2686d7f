// How a call to a webhook leaves, and what a failure means for the rest that waits for the same one.
import type { LookupFunction } from "node:net";
import { env } from "@/env";
import type { Tx } from "@/server/db/client";
import { callOut } from "@/server/http/outbound-call";
import { type Carrier, DeliveryFailure } from "../delivery/carrier";
import { slackBody, standardBody } from "./webhook-body-rules";
import { findCall, lockFreeWebhook, updateWebhook } from "./webhook-queries";
import { addressRefusal, answerRefusal, isRefusedForGood, quietUntil } from "./webhook-rules";
import { signatureHeaders } from "./webhook-signature";

interface Circumstances {
  readonly isPrivateAllowed: boolean;
  readonly patienceMs?: number;
  readonly lookup?: LookupFunction;
}

/** Until somebody else's call to the same webhook is over. */
const TURN_MS = 2_000;

type Call = NonNullable<Awaited<ReturnType<typeof findCall>>>;

/**
 * One call at a time to each webhook, so that a slow one takes one worker and no more. While one fails, the others that wait
 * for it wait on; a test is made at once, and once.
 */
export function webhookCarrier(circumstances: () => Circumstances): Carrier {
  return async (tx, { id, workspaceId }, now) => {
    const call = await findCall(tx, workspaceId, id);
    if (!call) return { how: "drop", why: "There is no such webhook any more." };
    const webhook = await lockFreeWebhook(tx, workspaceId, call.webhookId);
    if (!webhook) return { how: "wait", until: new Date(now.getTime() + TURN_MS) };
    if (webhook.isPaused) return { how: "drop", why: "It is paused." };
    const isTest = call.event.type === "webhook.test";
    if (webhook.quietUntil && webhook.quietUntil > now && !isTest) return { how: "wait", until: webhook.quietUntil };
    const send = async () => {
      const failed = await failureOf(webhook, { id, workspaceId, now, ...call }, circumstances());
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

type Webhook = NonNullable<Awaited<ReturnType<typeof lockFreeWebhook>>>;

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
