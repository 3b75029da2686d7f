// What the first page says, and how much of it.

/** Personas on the first page. */
export const SHOWN = 4;
export const MOST_DUTIES = 20;
export const MOST_COMING = 6;
export const MOST_IN_OVERVIEW = 5;
/** Of a larger cast nobody knows each: how many are fresh is told in the overview alone. */
export const MOST_COUNTED = 1_000;
/** How far ahead the first page looks, in days. */
export const DAYS_AHEAD = 60;
/** A task waits for its day until it is so near. */
export const TASK_DAYS = 7;

/** `hour` is 0–23 by the reader's clock; null where it isn't known. */
export function greeting(hour: number | null, name: string): string {
  const first = name.split(" ")[0] ?? name;
  if (hour === null) return `Hello, ${first}`;
  if (hour >= 5 && hour < 12) return `Good morning, ${first}`;
  return hour >= 12 && hour < 18 ? `Good afternoon, ${first}` : `Good evening, ${first}`;
}

const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Small numbers in words, as prose has them. */
function inWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function castWords(all: number, fresh: number): string {
  if (fresh === 0) return "no personas are fresh";
  if (fresh === all) return all === 1 ? "the one persona is fresh" : `all ${inWords(all)} personas are fresh`;
  return `${inWords(fresh)} of ${inWords(all)} personas ${fresh === 1 ? "is" : "are"} fresh`;
}

/** "Three things need you. Seven of nine personas are fresh." */
export function todaySentences(
  dutyCount: number,
  personas: { readonly all: number; readonly fresh: number } | null,
): string {
  const duties =
    dutyCount === 0
      ? "nothing needs you"
      : dutyCount === 1
        ? "one thing needs you"
        : `${inWords(dutyCount)} things need you`;
  if (!personas || personas.all === 0) return sentence(duties);
  return `${sentence(duties)} ${sentence(castWords(personas.all, personas.fresh))}`;
}

/** Of a share: whole percent, never rounded up to everything nor down to nothing. */
export function sharePercent(part: number, whole: number): number {
  if (whole === 0 || part === whole) return whole === 0 ? 0 : 100;
  return part === 0 ? 0 : Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}
