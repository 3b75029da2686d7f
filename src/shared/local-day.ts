// Days of a zone for the browser, which is spared a calendar library: which day it is there, from when until when, and how a
// day is written. Reckoning with days is the server's (due-day-rules.ts).

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The local day of a moment in an IANA zone, YYYY-MM-DD. `at` in milliseconds since 1970. */
export function localDay(at: number, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  formats.set(timeZone, format);
  return format.format(at);
}

interface Span {
  readonly from: number;
  readonly to: number;
}
const spans = new Map<string, Span>();

/** From when until when it is the day in the zone that it is `at`, in milliseconds; the end is the next day's beginning. */
export function spanOfDay(at: number, timeZone: string): Span {
  const known = spans.get(timeZone);
  if (known && known.from <= at && at < known.to) return known;
  const today = localDay(at, timeZone);
  const isToday = (moment: number) => localDay(moment, timeZone) === today;
  // No day is longer than 25 hours, save where a zone changed sides of the date line, which leaves a day out.
  const span = { from: edge(at, at - 2 * DAY_MS, isToday), to: edge(at, at + 2 * DAY_MS, isToday) + 1 };
  spans.set(timeZone, span);
  return span;
}

/** The last millisecond on the way from `inside` to `outside` of which the condition still holds. */
function edge(inside: number, outside: number, holds: (moment: number) => boolean): number {
  let [last, first] = [inside, outside];
  while (Math.abs(first - last) > 1) {
    const middle = Math.round((last + first) / 2);
    if (holds(middle)) last = middle;
    else first = middle;
  }
  return last;
}

/** Days from one local day to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS);
}

/** "14 Aug", with the year when it isn't that of `today`. Both are local days. */
export function localDayText(day: string, today: string): string {
  const [year, month, date] = day.split("-");
  const written = `${Number(date)} ${MONTHS[Number(month) - 1]}`;
  return year === today.slice(0, 4) ? written : `${written} ${year}`;
}
