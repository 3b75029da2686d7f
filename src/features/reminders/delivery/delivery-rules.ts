// What becomes of letters and calls that leave the house.
export type DeliveryChannel = "mail" | "digest" | "webhook";
export type DeliveryState = "waiting" | "sent" | "failed" | "dropped";

const MINUTE = 60_000;
const PAUSES = [10_000, 30_000, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE];
const PATIENCE = 5 * 24 * 60 * MINUTE;

/** Milliseconds until the next attempt after so many have failed. */
export function pauseAfter(attempts: number): number {
  return PAUSES[Math.min(Math.max(attempts, 1), PAUSES.length) - 1] ?? MINUTE;
}

/** Whether a letter of that moment is still tried: as long as mail servers do. */
export function isStillTried(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < PATIENCE;
}

export const STATE_LABELS: Readonly<Record<DeliveryState, string>> = {
  waiting: "Waiting",
  sent: "Sent",
  failed: "Failed",
  dropped: "Not sent",
};

export const CHANNEL_LABELS: Readonly<Record<DeliveryChannel, string>> = {
  mail: "Mail",
  digest: "Weekly digest",
  webhook: "Webhook",
};
