// A change of size in words.

import type { MeasurePoint } from "@/features/datasets/measures/measure-contract";
import { figure } from "@/features/documents/field-words-rules";
import type { SizeCause, SizeChange } from "./segment-measure-contract";

export const CAUSE_WORDS: Readonly<Record<SizeCause, string>> = {
  "new-customers": "New customers",
  "gone-customers": "Customers who are gone",
  time: "Time passing",
  traits: "Changed traits",
  rule: "The rule was edited",
};

const SENTENCES: Readonly<Record<SizeCause, string>> = {
  "new-customers": "customers who are new in the data",
  "gone-customers": "customers who aren’t in the data any more",
  time: "dates that came into or fell out of the rule’s windows as time passed",
  traits: "traits of customers that changed",
  rule: "the edited rule",
};

/** "+1,204", "−87", "0". */
export function signed(value: number): string {
  if (value === 0) return "0";
  return `${value > 0 ? "+" : "−"}${figure(Math.abs(value))}`;
}

/** What happened, the largest part first: "842 more: +900 through …, −58 through …". */
export function sizeChangeSentence({ before, now, parts }: Omit<SizeChange, "sentence">): string {
  const change = now - before;
  const told = parts
    .filter((part) => part.change !== 0)
    .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change))
    .map((part) => `${signed(part.change)} through ${SENTENCES[part.cause]}`);
  const total = change === 0 ? "As many as before" : `${figure(Math.abs(change))} ${change > 0 ? "more" : "fewer"}`;
  return told.length === 0 ? `${total}.` : `${total}: ${told.join(", ")}.`;
}

/** A column of the chart: one for each snapshot, by the version that was current when it was measured last. */
export interface SizeStep {
  readonly point: MeasurePoint;
  readonly count: number;
  /** Another version than in the step before. */
  readonly published: boolean;
}

/** Good measures by snapshot, oldest first; of versions up to the given one. */
export function sizeSteps(points: readonly MeasurePoint[], version: number | null): readonly SizeStep[] {
  const bySnapshot = new Map<string, MeasurePoint & { readonly count: number }>();
  for (const point of points) {
    const { count } = point;
    if (count === null || (version !== null && point.version > version)) continue;
    const known = bySnapshot.get(point.snapshot.id);
    if (!known || known.version <= point.version) bySnapshot.set(point.snapshot.id, { ...point, count });
  }
  const steps = [...bySnapshot.values()].toSorted((one, other) => one.snapshot.number - other.snapshot.number);
  return steps.map((point, place) => ({
    point,
    count: point.count,
    published: steps[place - 1]?.version !== point.version,
  }));
}
