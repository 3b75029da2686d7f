// What one can do with a notice beside following it. The same sentences disable the button and refuse the request.

/** Parts of the inbox. "all" is what neither sleeps nor is done. */
export const NOTICE_SHELVES = ["unread", "read", "all", "snoozed", "done"] as const;
export type NoticeShelf = (typeof NOTICE_SHELVES)[number];

export const MAX_SNOOZES = 2;
export const MAX_SNOOZE_REASON = 300;
const MAX_SNOOZE_DAYS = 366;
const DAY = 24 * 60 * 60 * 1000;

interface Snoozable {
  readonly snoozes: number;
  readonly isDone: boolean;
}

/** Why it can't be snoozed; null for go. */
export function snoozeBlock({ snoozes, isDone }: Snoozable): string | null {
  if (isDone) return "It is done already.";
  if (snoozes >= MAX_SNOOZES) return "It was snoozed twice. Do what it asks, or take it off the list as done.";
  return null;
}

/** Why it can't sleep until then; null for go. */
export function snoozeUntilBlock(until: Date, now: Date): string | null {
  if (until <= now) return "Choose a day that is still to come.";
  if (until.getTime() - now.getTime() > MAX_SNOOZE_DAYS * DAY) return "Choose a day within a year.";
  return null;
}

/** Eight o'clock in the morning, where the reader is. Next week begins on Monday, on a Sunday with the one after tomorrow's. */
export function snoozeChoices(now: Date): { readonly tomorrow: Date; readonly nextWeek: Date } {
  const morning = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 8);
  return { tomorrow: morning(1), nextWeek: morning(8 - now.getDay()) };
}

/** Eight o'clock in the morning of a day as a date input has it, where the reader is; null for none. */
export function morningOf(day: string): Date | null {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const morning = new Date(year, month - 1, date, 8);
  return /^\d{4}-\d\d-\d\d$/.test(day) && morning.getMonth() === month - 1 && morning.getDate() === date
    ? morning
    : null;
}
