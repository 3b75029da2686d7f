// Values as people write them: lists that are pasted, numbers with units.
import type { Trait } from "../../datasets/catalog-rules";
import { MAX_TEXT, MAX_VALUES } from "../../datasets/rules/rule-rules";

/** The values of a text that was pasted: parted by tabs, line ends, commas or semicolons, each once. */
export function pastedValues(text: string): readonly string[] {
  const parts = text.split(/[\t\r\n,;]+/).map((part) => part.normalize("NFC").trim().slice(0, MAX_TEXT).toWellFormed());
  return [...new Set(parts)].filter((part) => part !== "");
}

interface AddedValues {
  readonly values: readonly string[];
  readonly added: number;
  /** Were there before. */
  readonly known: number;
  /** Found no room. */
  readonly refused: number;
}

export function addValues(values: readonly string[], more: readonly string[]): AddedValues {
  const there = new Set(values);
  const fresh = more.filter((value) => !there.has(value));
  const added = fresh.slice(0, MAX_VALUES - values.length);
  return {
    values: [...values, ...added],
    added: added.length,
    known: more.length - fresh.length,
    refused: fresh.length - added.length,
  };
}

/** What came of adding values, in a sentence. */
export function addedWords({ added, known, refused }: AddedValues): string {
  const most = MAX_VALUES.toLocaleString("en");
  const parts = [`${valuesWords(added)} added`];
  if (known > 0) parts.push(`${known.toLocaleString("en")} there already`);
  if (refused > 0) parts.push(`${refused.toLocaleString("en")} left out: a condition takes up to ${most}`);
  return `${parts.join(", ")}.`;
}

export function valuesWords(count: number): string {
  return count === 1 ? "1 value" : `${count.toLocaleString("en")} values`;
}

export type Unit = Trait["unit"];

/** Before and behind a number. Shares are written as percentages. */
export function unitSigns(unit: Unit): { readonly before: string; readonly behind: string } {
  if (unit === "share") return { before: "", behind: "%" };
  if (unit === "plain") return { before: "", behind: "" };
  return { before: currencySign(unit.currency), behind: "" };
}

function currencySign(currency: string): string {
  try {
    const parts = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
    return parts.formatToParts(0).find(({ type }) => type === "currency")?.value ?? currency;
  } catch {
    return currency;
  }
}

/** A number as one types it; "" for none. */
export function typedNumber(value: unknown, unit: Unit): string {
  if (typeof value !== "number") return "";
  return String(unit === "share" ? rounded(value * 100) : value);
}

/**
 * What somebody typed, as it is stored: "1,200.50", "1 200", "60%", "-3". Null for what is no number, such as a word or
 * a number that is not finished.
 */
export function parsedNumber(text: string, unit: Unit): number | null {
  const plain = text
    .trim()
    .replace(/[\s\u202f\u00a0’']/g, "")
    .replace(/^\p{Sc}|\p{Sc}$/gu, "")
    .replace(/%$/, "")
    .replace(/−/, "-");
  const point = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(",", "") : plain.replace(",", ".");
  if (!/^[+-]?(\d{1,300}\.?\d*|\.\d+)$/.test(point)) return null;
  const value = Number(point);
  if (!Number.isFinite(value)) return null;
  return unit === "share" ? rounded(value / 100) : value;
}

/** 0.07 × 100 is 7.000000000000001 without it. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
