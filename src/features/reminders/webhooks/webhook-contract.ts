// Webhooks as they cross the wire. Moments are ISO 8601 strings in UTC. Neither secrets nor whole addresses are ever told again.
import { z } from "zod";
import { requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import {
  MAX_WEBHOOK_ADDRESS,
  MAX_WEBHOOK_NAME,
  WEBHOOK_FORMATS,
  WEBHOOK_KINDS,
  type WebhookEvent,
  type WebhookFormat,
  type WebhookKind,
} from "./webhook-rules";

const kinds = z
  .array(z.enum(WEBHOOK_KINDS))
  .max(WEBHOOK_KINDS.length)
  .transform((given) => [...new Set(given)]);
const address = requiredLine(MAX_WEBHOOK_ADDRESS);

export const webhooksInput = workspaceInput({});
export const addWebhookInput = workspaceInput({
  name: requiredLine(MAX_WEBHOOK_NAME),
  format: z.enum(WEBHOOK_FORMATS),
  address,
  /** None are all. */
  kinds,
});
export const changeWebhookInput = workspaceInput({
  webhookId: z.uuid(),
  name: requiredLine(MAX_WEBHOOK_NAME),
  /** Left out: as it is. */
  address: address.optional(),
  kinds,
});
export const webhookInput = workspaceInput({ webhookId: z.uuid() });
export const pauseWebhookInput = workspaceInput({ webhookId: z.uuid(), isPaused: z.boolean() });

export type AddWebhookInput = z.output<typeof addWebhookInput>;
export type ChangeWebhookInput = z.output<typeof changeWebhookInput>;

export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly format: WebhookFormat;
  /** Of its address; the rest of Slack's is a secret. */
  readonly host: string;
  /** None are all. */
  readonly kinds: readonly WebhookKind[];
  readonly isPaused: boolean;
  /** Since when no call has come through; null while all is well. */
  readonly failingSince: string | null;
  /** Until when the secret before the last change is good as well; null where there is none. */
  readonly previousSecretUntil: string | null;
}

/** The secret is told this once; null for Slack, whose address is its secret. */
export interface NewSecret {
  readonly webhookId: string;
  readonly secret: string | null;
}

export interface WebhookDelivery {
  readonly id: string;
  readonly type: WebhookEvent["type"];
  readonly sentence: string;
  readonly state: "waiting" | "sent" | "failed" | "dropped";
  readonly attempts: number;
  readonly lastError: string;
  readonly at: string;
  /** Null while it waits and for what never came through. */
  readonly sentAt: string | null;
  /** When it is tried next; null for what isn't. */
  readonly nextTryAt: string | null;
}
