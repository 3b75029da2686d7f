// Windows of time as days. All of it is calendar arithmetic without zones: the data are local already.
import type { CalendarWord, Window } from "./rule-rules";

/** What goes beyond them stops there: nothing lies before the first, and a range up to the last is open. */
const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";

/** Half-open: `from` belongs to it, `before` doesn't; null is open. At least one of them is a day. ISO days. */
export interface DayRange {
  readonly from: string | null;
  readonly before: string | null;
}

/** The days that a window means for data as of a day. */
export function resolveWindow(window: Window, asOf: string): DayRange {
  if ("from" in window) return rangeOf(window.from, window.to);
  if ("calendar" in window) return resolveCalendar(window.calendar, asOf);
  const { rel, n, unit, skip = 0 } = window;
  if (rel === "older") return { from: null, before: addUnits(asOf, -n, unit) };
  if (rel === "last") {
    const from = addUnits(asOf, -n, unit);
    return skip === 0 ? rangeOf(from, asOf) : { from, before: addUnits(asOf, -skip, unit) };
  }
  return rangeOf(skip === 0 ? asOf : addDays(addUnits(asOf, skip, unit), 1), addUnits(asOf, n, unit));
}

/** From a day to a day, both of which belong to it. */
function rangeOf(from: string, to: string): DayRange {
  return { from, before: to === LAST_DAY ? null : addDays(to, 1) };
}

function resolveCalendar(word: CalendarWord, asOf: string): DayRange {
  const [which, unit] = word.split("-") as ["this" | "last", string] | ["today" | "yesterday"];
  if (unit === undefined) {
    const from = which === "today" ? asOf : addDays(asOf, -1);
    return { from, before: addDays(from, 1) };
  }
  const start = startOf(unit, asOf);
  const step = (day: string, by: number) => {
    if (unit === "week") return addDays(day, 7 * by);
    return addMonths(day, by * (unit === "month" ? 1 : unit === "quarter" ? 3 : 12));
  };
  return which === "this" ? { from: start, before: step(start, 1) } : { from: step(start, -1), before: start };
}

/** The first day of the week (from Monday), month, quarter or year in which the day lies. */
function startOf(unit: string, day: string): string {
  const { year, month } = partsOf(day);
  if (unit === "week") return addDays(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7));
  if (unit === "month") return isoOf(year, month, 1);
  if (unit === "quarter") return isoOf(year, month - ((month - 1) % 3), 1);
  return isoOf(year, 1, 1);
}

function addUnits(day: string, by: number, unit: "day" | "week" | "month" | "year"): string {
  if (unit === "day") return addDays(day, by);
  return unit === "week" ? addDays(day, 7 * by) : addMonths(day, unit === "month" ? by : 12 * by);
}

export function addDays(day: string, by: number): string {
  const { year, month, date } = partsOf(day);
  return isoOf(year, month, date + by);
}

/** The same date some months away, or the last day of a month that is shorter: 31 March less one month is 28 or 29 February. */
export function addMonths(day: string, by: number): string {
  const { year, month, date } = partsOf(day);
  const { year: aimedYear, month: aimedMonth } = partsOf(isoOf(year, month + by, 1));
  return isoOf(year, month + by, Math.min(date, daysOf(aimedYear, aimedMonth)));
}

function daysOf(year: number, month: number): number {
  return dateOf(year, month + 1, 0).getUTCDate();
}

/**
 * The months and days, as month × 100 + day, whose anniversary lies within so many days (at most 180) of the given one: from
 * the first to the last, over the turn of the year where the first is greater. Who was born on 29 February has it on the
 * 28th of other years.
 */
export function anniversariesAround(asOf: string, days: number): { readonly first: number; readonly last: number } {
  const from = partsOf(addDays(asOf, -days));
  const to = partsOf(addDays(asOf, days));
  const isLeapDayToo = to.month === 2 && to.date === 28 && daysOf(to.year, 2) === 28;
  return { first: from.month * 100 + from.date, last: isLeapDayToo ? 229 : to.month * 100 + to.date };
}

/** Whether it is a day that exists, written YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const { year, month, date } = partsOf(value);
  return year >= 1 && isoOf(year, month, date) === value;
}

function partsOf(day: string): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, date };
}

function dateOf(year: number, month: number, date: number): Date {
  const moment = new Date(0);
  // Unlike Date.UTC it takes the year 50 for what it says.
  moment.setUTCFullYear(year, month - 1, date);
  return moment;
}

/** Months and days may lie outside of their ranges; they carry over. */
function isoOf(year: number, month: number, date: number): string {
  const moment = dateOf(year, month, date);
  if (moment.getUTCFullYear() < 1) return FIRST_DAY;
  return moment.getUTCFullYear() > 9999 ? LAST_DAY : moment.toISOString().slice(0, 10);
}
