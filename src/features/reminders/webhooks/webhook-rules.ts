// What webhooks are told, where they may lead, and what their answers mean.
import { pauseAfter } from "../delivery/delivery-rules";

export const WEBHOOK_FORMATS = ["slack", "standard"] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

export const WEBHOOK_FORMAT_LABELS: Readonly<Record<WebhookFormat, string>> = {
  slack: "A Slack channel",
  standard: "A program of our own",
};
export const WEBHOOK_FORMAT_HINTS: Readonly<Record<WebhookFormat, string>> = {
  slack: "An incoming webhook of Slack, or of anything that understands the same.",
  standard: "JSON, signed by the Standard Webhooks scheme with a secret that you get.",
};

/** In the order in which they are offered. */
export const WEBHOOK_KINDS = [
  "document.due",
  "document.overdue",
  "document.marked",
  "version.published",
  "document.verified",
  "session.planned",
  "session.closed",
  "task.given",
] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

export const WEBHOOK_KIND_LABELS: Readonly<Record<WebhookKind, string>> = {
  "document.due": "A document is due for review",
  "document.overdue": "A document is overdue",
  "document.marked": "A document drifts, is contradicted or disputed",
  "version.published": "A version is published",
  "document.verified": "A review ends: still true, changes asked for, retired",
  "session.planned": "A review session is planned",
  "session.closed": "A review session is over, with its decisions",
  "task.given": "Somebody is given a task",
};

export const MAX_WEBHOOKS = 20;
export const MAX_WEBHOOK_NAME = 60;
export const MAX_WEBHOOK_ADDRESS = 2_000;

/** What is told; "webhook.test" goes to the one that is tried and to no other. */
export interface WebhookEvent {
  readonly type: WebhookKind | "webhook.test";
  /** ISO 8601 in UTC: when it became true. */
  readonly at: string;
  /** What happened, for people. */
  readonly sentence: string;
  /** Below /w/<slug>. */
  readonly path: string;
  /** What the link says: "Open Maya Okafor". */
  readonly action: string;
  /** What machines want to know: ids, kinds, days, names. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event that one webhook is told once. */
export interface WebhookFact extends WebhookEvent {
  readonly type: WebhookKind;
  /** States what became true, such as verification:<id>. */
  readonly fact: string;
}

/** No kinds are all kinds. */
export function isTold(kinds: readonly string[], type: WebhookKind): boolean {
  return kinds.length === 0 || kinds.includes(type);
}

const LOCAL_NAME = /(^|\.)(localhost|local|internal|lan|home|intranet|localdomain|arpa)$/;

/** An address in figures, or a name that only means something within one's own network. */
function isOwnNetwork(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  return host.startsWith("[") || /^[\d.]+$/.test(host) || !host.includes(".") || LOCAL_NAME.test(host);
}

/**
 * Why calls can't go to what somebody typed; null when they can. Where a name leads is looked at again with every call, when
 * it is known.
 */
export function addressRefusal(text: string, isPrivateAllowed: boolean): string | null {
  if (text.length > MAX_WEBHOOK_ADDRESS) return `An address holds up to ${MAX_WEBHOOK_ADDRESS} characters.`;
  if (!URL.canParse(text)) return "This is not an address. It begins with https://.";
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return "An address with a password in it can’t be kept. Use the secret instead.";
  const isOwn = isOwnNetwork(hostname);
  if (isOwn && !isPrivateAllowed) return "Name a host on the internet: nothing inside our own network can be called.";
  if (protocol === "https:" || (protocol === "http:" && isOwn)) return null;
  return "The address must begin with https://.";
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/**
 * Until when nothing is tried at a webhook after so many failures in a row, or after it asked for so many seconds of peace: an
 * hour at most, so that it is found again soon after it has come back.
 */
export function quietUntil(
  { failures, wish }: { readonly failures: number; readonly wish: number | null },
  now: Date,
): Date {
  const pause = Math.max(pauseAfter(failures), (wish ?? 0) * SECOND);
  return new Date(now.getTime() + Math.min(pause, HOUR));
}

/** What an answer that is none of success says; null for success. */
export function answerRefusal(status: number, text: string): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `It answered ${status}, a redirect. These are not followed: name the final address.`;
  const words = text.replace(/\s+/g, " ").trim().slice(0, 200);
  return words ? `It answered ${status}: ${words}` : `It answered ${status}.`;
}

/** Whoever answers so wants no more of this. */
export function isRefusedForGood(status: number): boolean {
  return status === 410;
}
