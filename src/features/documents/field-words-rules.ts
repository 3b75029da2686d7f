// Values that several kinds show in the same words.

/** "28–45", "from 28", "up to 45", or nothing. */
export function agesBetween(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return from === to ? String(from) : `${from}–${to}`;
  if (from !== null) return `from ${from}`;
  return to === null ? "" : `up to ${to}`;
}

/** Figures as one reads them, thousands parted. */
export function figure(value: number): string {
  return value.toLocaleString("en");
}
