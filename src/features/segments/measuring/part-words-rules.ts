// Parts of traits as one reads them, and as conditions of a rule.
import type { PartRange, TraitComposition } from "../../datasets/questions/answer-contract";
import type { TraitNode } from "../../datasets/rules/rule-rules";
import { addDays } from "../../datasets/rules/window-rules";

type Described = Pick<TraitComposition, "trait" | "label" | "type" | "unit" | "isWhole">;

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** "44%", "4.4%", "under 0.1%". */
export function percentWords(share: number): string {
  if (share > 0 && share < 0.001) return "under 0.1%";
  const percent = share * 100;
  const digits = percent < 10 && percent > 0 ? 1 : 0;
  const rounded = Number(percent.toFixed(digits));
  // What isn't all must not read as all.
  return rounded === 100 && share < 1 ? "99.9%" : `${rounded}%`;
}

/** "1.5×". */
export function liftWords(lift: number): string {
  return `${lift < 10 ? lift.toFixed(1) : Math.round(lift)}×`;
}

export function dayWords(day: string): string {
  return DAY.format(new Date(`${day.slice(0, 10)}T00:00Z`));
}

/** A range without its trait: "Leeds", "30–39", "from £150", "yes". */
export function rangeWords(trait: Described, range: PartRange): string {
  if ("is" in range) return trait.type === "number" ? numberWords(Number(range.is), trait.unit) : range.is;
  const { from, before } = range;
  if (typeof from === "string" || typeof before === "string") {
    if (from === null) return `before ${dayWords(String(before))}`;
    if (before === null) return `since ${dayWords(String(from))}`;
    return `${dayWords(String(from))} – ${dayWords(addDays(String(before).slice(0, 10), -1))}`;
  }
  const last = before === null ? null : trait.isWhole ? lastBelow(before, true) : before;
  if (from === null) return `under ${numberWords(before ?? 0, trait.unit)}`;
  if (last === null) return `from ${numberWords(from, trait.unit)}`;
  return last === from
    ? numberWords(from, trait.unit)
    : `${numberWords(from, trait.unit)}–${numberWords(last, trait.unit)}`;
}

/** A part with its trait, short: "City: Leeds", "Age 30–39", "Pays by app". */
export function partWords(trait: Described, range: PartRange): string {
  const words = rangeWords(trait, range);
  if (trait.type === "flag") return words === "yes" ? trait.label : `${trait.label}: no`;
  if (trait.type === "number") return `${trait.label} ${words}`;
  return `${trait.label}: ${words}`;
}

/** A number in the unit of its trait; shares as percentages. */
export function numberWords(value: number, unit: Described["unit"]): string {
  if (unit === "share") return `${Number((value * 100).toFixed(1))}%`;
  if (unit === "plain") return value.toLocaleString("en", { maximumFractionDigits: 2 });
  try {
    const style = { style: "currency", currency: unit.currency, currencyDisplay: "narrowSymbol" } as const;
    return value.toLocaleString("en", { ...style, minimumFractionDigits: 0, maximumFractionDigits: 2 });
  } catch {
    return `${value.toLocaleString("en")} ${unit.currency}`;
  }
}

/** The condition that says what a part says. */
export function partNode(trait: Described, range: PartRange): TraitNode {
  const base = { k: "trait", trait: trait.trait, label: trait.label, type: trait.type } as const;
  if ("is" in range) {
    if (trait.type === "flag") return { ...base, op: range.is };
    if (trait.type === "number") return { ...base, op: "is", value: Number(range.is) };
    return { ...base, op: trait.type === "tags" ? "has-any" : "any-of", values: [range.is] };
  }
  const { from, before } = range;
  if (trait.type === "number") {
    if (from === null) return { ...base, op: "less-than", value: Number(before) };
    if (before === null) return { ...base, op: "at-least", value: Number(from) };
    return { ...base, op: "between", value: Number(from), to: lastBelow(Number(before), trait.isWhole) };
  }
  const first = from === null ? null : String(from).slice(0, 10);
  const last = before === null ? null : addDays(String(before).slice(0, 10), -1);
  if (first === null) return { ...base, op: "before", value: String(before).slice(0, 10) };
  if (last === null) return { ...base, op: "after", value: addDays(first, -1) };
  return { ...base, op: "between", value: first, to: last };
}

/** The last value of a range that ends before another one begins: a whole number, or with the places that are written. */
function lastBelow(before: number, isWhole: boolean): number {
  const places = isWhole ? 0 : Math.max(2, String(before).split(".")[1]?.length ?? 0);
  return Number((before - 10 ** -places).toFixed(places));
}
