// What the first page says, from what it shows.
import type { DocumentState } from "@/features/documents/versions/lifecycle-rules";

/** Documents of each kind on the first page. */
export const SHOWN = 4;

/** `hour` is 0–23 by the reader's clock; null where it isn't known. */
export function greeting(hour: number | null, name: string): string {
  const first = name.split(" ")[0] ?? name;
  if (hour === null) return `Hello, ${first}`;
  if (hour >= 5 && hour < 12) return `Good morning, ${first}`;
  return hour >= 12 && hour < 18 ? `Good afternoon, ${first}` : `Good evening, ${first}`;
}

/** How much of what was changed lately waits to be published. */
export function waitingSentence(states: readonly DocumentState[]): string {
  const waiting = states.filter((state) => state === "draft" || state === "changed").length;
  if (states.length === 0) return "Nothing here yet.";
  if (waiting === 0) return "Everything you see here is published.";
  return waiting === 1 ? "One document waits to be published." : `${waiting} documents wait to be published.`;
}
