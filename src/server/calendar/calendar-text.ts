// Calendars as RFC 5545 text, for feeds and for invitations. Moments are written in UTC: every calendar shows them in its
// reader's own zone, and no rule about changes of clocks has to be sent along.
import ical, {
  type ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";

/** A local day (YYYY-MM-DD) as a whole, or from one moment to another. */
export type CalendarTime = { readonly day: string } | { readonly startsAt: Date; readonly endsAt: Date };

/** The longest of a title and of a description; calendars refuse or cut what has no end. */
const LONGEST_TITLE = 300;
const LONGEST_DESCRIPTION = 4_000;

export interface CalendarEntry {
  /** The same for as long as it is the same event. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly isCancelled: boolean;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly time: CalendarTime;
}

export interface CalendarFrame {
  readonly name?: string;
  readonly method?: ICalCalendarMethod;
  /** How often who reads it should come again. */
  readonly refreshSeconds?: number;
}

/** The text of a calendar, its lines folded and ended as the standard has them. */
export function calendarText(frame: CalendarFrame, events: readonly ICalEventData[]): string {
  const { name, method, refreshSeconds } = frame;
  const calendar = ical({
    prodId: { company: "Dramatis", product: "Dramatis", language: "EN" },
    name: name === undefined ? null : plainText(name, LONGEST_TITLE),
    method: method ?? null,
    ttl: refreshSeconds ?? null,
    events: [...events],
  });
  return `${calendar.toString()}\r\n`;
}

/** An entry as the generator takes it. Whole days leave their reader free; meetings don't. */
export function calendarEvent({ uid, sequence, changedAt, time, ...entry }: CalendarEntry): ICalEventData {
  const isDay = "day" in time;
  return {
    id: uid,
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    summary: plainText(entry.title, LONGEST_TITLE),
    description: plainText(entry.description, LONGEST_DESCRIPTION),
    url: entry.url,
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: isDay || entry.isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    ...(isDay ? wholeDay(time.day) : { start: time.startsAt, end: time.endsAt }),
  };
}

/** The end of a day is the day after it: ends are not part of an event. */
function wholeDay(day: string): Pick<ICalEventData, "start" | "end" | "allDay"> {
  const start = Temporal.PlainDate.from(day);
  return { start, end: start.add({ days: 1 }), allDay: true };
}

/**
 * What a calendar may carry: no control characters, which the standard has no way to write, and no halves of characters.
 * Longer text ends in "…".
 */
export function plainText(text: string, longest: number): string {
  const whole = text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, "")
    .toWellFormed();
  const letters = [...whole];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : whole;
}
