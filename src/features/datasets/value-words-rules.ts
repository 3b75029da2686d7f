// Figures, days and sizes as people read them.
import { dayText } from "@/shared/date-text";
import type { Trait, TraitProfile } from "./catalog-rules";

const COUNT = new Intl.NumberFormat("en");

/** "412,880". */
export function countText(count: number): string {
  return COUNT.format(count);
}

/** "1 customer", "2 customers". */
export function countedText(count: number, one: string, many = `${one}s`): string {
  return `${COUNT.format(count)} ${count === 1 ? one : many}`;
}

/** "42%", "4.2%", "<0.1%"; "0%" and "100%" mean none and all. */
export function shareText(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return "0%";
  const percent = (part / whole) * 100;
  if (percent < 0.1) return "<0.1%";
  if (percent < 9.95) return `${percent.toFixed(1).replace(/\.0$/, "")}%`;
  return `${part < whole ? Math.min(99, Math.round(percent)) : 100}%`;
}

/** "3.4 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return countedText(bytes, "byte");
  const units = ["kB", "MB", "GB", "TB"];
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 9.95 ? size.toFixed(1).replace(/\.0$/, "") : Math.round(size)} ${units[unit]}`;
}

/** An ISO day as "9 Dec 2011". */
export function isoDayText(day: string): string {
  return dayText(`${day.slice(0, 10)}T00:00:00Z`, "UTC");
}

/** "5 seconds", "2 minutes", "1 hour 20 minutes"; rounded as one says it. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return countedText(seconds, "second");
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return countedText(minutes, "minute");
  const rest = minutes % 60;
  const hours = countedText(Math.floor(minutes / 60), "hour");
  return rest === 0 ? hours : `${hours} ${countedText(rest, "minute")}`;
}

/** How long a snapshot of the dataset is kept. */
export function retentionText(days: number | null): string {
  if (days === null) return "Until somebody deletes it";
  if (days % 365 === 0) return countedText(days / 365, "year");
  return countedText(days, "day");
}

/** A value between the least and the most of a trait, as short as it can be said: "€1,234", "12.5", "Mar 2019". */
export function valueText(trait: Pick<Trait, "type" | "unit">, value: number | string): string {
  if (typeof value === "string") {
    if (trait.type === "number") return valueText(trait, Number(value));
    return trait.type === "date" || trait.type === "time" ? isoDayText(value) : value;
  }
  if (trait.unit === "share") return `${round(value * 100)}%`;
  if (trait.unit === "plain") return round(value);
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency: trait.unit.currency,
    maximumFractionDigits: Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0,
    minimumFractionDigits: 0,
  }).format(value);
}

function round(value: number): string {
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 1000 ? 0 : size >= 10 ? 1 : size >= 0.01 || size === 0 ? 2 : 4;
  return new Intl.NumberFormat("en", { maximumFractionDigits: digits, useGrouping: size >= 10_000 }).format(value);
}

/** The value in the middle; null where nothing tells. */
export function medianOf({ deciles }: TraitProfile): number | null {
  return deciles[4] ?? null;
}
