// What may happen to a business, and what is said of it on documents that it may touch.
import { localDayText } from "@/shared/local-day";

export const EVENT_KINDS = ["launch", "price", "region", "competitor", "other"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_WORDS: Readonly<Record<EventKind, string>> = {
  launch: "Launch",
  price: "New price",
  region: "New region",
  competitor: "Competitor",
  other: "Something else",
};

export const MAX_EVENT_TITLE = 120;
export const MAX_EVENT_NOTE = 1_000;
/** Documents that one event may touch. */
export const MAX_TOUCHED = 200;

/** What a touched document is marked with. The year is always told: the sentence stays as it is. */
export function eventSentence(event: {
  readonly kind: EventKind;
  readonly title: string;
  readonly happenedOn: string;
}): string {
  const what = event.kind === "other" ? "Event" : EVENT_WORDS[event.kind];
  return `${what} on ${localDayText(event.happenedOn, "")}: ${event.title}${/[.!?…]$/.test(event.title) ? "" : "."}`;
}
