// Tasks that follow from a review: somebody is to do something about a document by a day.

export const MAX_TASKS = 20;
export const MAX_TASK = 500;
/** A task further off than this is forgotten. */
const MAX_YEARS = 2;

/**
 * Why a task can't be due on this day, in a sentence; null when it can. Days are YYYY-MM-DD in the workspace's zone, and
 * `day` is one that the calendar has.
 */
export function taskDayRefusal(day: string, today: string): string | null {
  if (day < today) return "This day is over. Choose one that is still to come.";
  const last = `${Number(today.slice(0, 4)) + MAX_YEARS}${today.slice(4)}`;
  return day > last ? `Choose a day within ${MAX_YEARS} years.` : null;
}

/** The day that lies so many days after another one. */
export function dayIn(day: string, days: number): string {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (date ?? 1) + days)).toISOString().slice(0, 10);
}
