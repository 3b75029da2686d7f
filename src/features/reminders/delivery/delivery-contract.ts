// Letters and calls as they cross the wire. Moments are ISO 8601 strings in UTC.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import type { DeliveryChannel, DeliveryState } from "./delivery-rules";

const page = {
  limit: z.int().min(1).max(100).default(30),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(100).optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
};

export const listDeliveriesInput = workspaceInput({
  /** Left out: all. */
  state: z.enum(["waiting", "sent", "failed", "dropped"]).optional(),
  ...page,
});
export const ownDeliveriesInput = workspaceInput(page);
export const retryDeliveryInput = workspaceInput({ deliveryId: z.uuid() });
export type ListDeliveriesInput = z.output<typeof listDeliveriesInput>;

export interface Delivery {
  readonly id: string;
  readonly channel: DeliveryChannel;
  /** An address, or the name of a webhook. */
  readonly target: string;
  /** Whom it is for; null for what goes to no person. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** What stood in the way last, or why it was not sent; "" for nothing. */
  readonly lastError: string;
  readonly at: string;
  /** Not before; null for at once. */
  readonly notBefore: string | null;
  readonly sentAt: string | null;
}

export interface DeliveryList {
  readonly items: readonly Delivery[];
  readonly nextCursor: string | null;
}
