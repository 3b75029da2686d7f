// How often a document has to be verified, as a person says it. What days follow from it: due-day-rules.ts.
export const CADENCE_UNITS = ["day", "week", "month", "year"] as const;

/** Days are local dates of the workspace's zone, YYYY-MM-DD. */
export type CadencePlan =
  /** So long after it was verified last. */
  | { readonly how: "interval"; readonly every: number; readonly unit: (typeof CADENCE_UNITS)[number] }
  /** On one day, once. */
  | { readonly how: "date"; readonly on: string }
  /** On the days of an RFC 5545 recurrence rule that begins on `from`. */
  | { readonly how: "rule"; readonly rule: string; readonly from: string }
  | { readonly how: "never" };

export interface Cadence {
  readonly plan: CadencePlan;
  /** Days before the due day on which its verifiers are told. The longest is when it becomes due. */
  readonly leadDays: readonly number[];
  /** Days after it on which the owner is told as well, and the admins; null for never. */
  readonly ownerAfterDays: number | null;
  readonly adminsAfterDays: number | null;
  readonly isPaused: boolean;
  /** Since when the plan holds: who verified before can't have meant a day of it. Left out for what the product brings. */
  readonly since?: Date;
}

/** Whose cadence holds: the document's own, its kind's, the workspace's, or that of the product. */
export type CadenceSource = "document" | "kind" | "workspace" | "built-in";

interface EffectiveCadence extends Cadence {
  readonly source: CadenceSource;
}

export const QUARTERLY: CadencePlan = { how: "interval", every: 3, unit: "month" };

/** Days before the due day, and after it. */
export const MAX_LEAD_DAYS = 90;
export const MAX_LEADS = 5;
export const MAX_ESCALATION_DAYS = 180;
export const MAX_PAUSE_NOTE = 500;

const BUILT_IN: Cadence = {
  plan: QUARTERLY,
  leadDays: [14, 3, 0],
  ownerAfterDays: 14,
  adminsAfterDays: 30,
  isPaused: false,
};

/** What is laid down for a document, from the narrowest to the widest. */
export interface LaidDownCadences {
  readonly document: Cadence | null;
  readonly kind: Cadence | null;
  readonly workspace: Cadence | null;
  /** Of the document, whatever cadence holds for it. */
  readonly pause: CadencePause | null;
}

export interface CadencePause {
  /** ISO 8601. */
  readonly since: string;
  readonly note: string;
}

/** `ofKind` is what the kind itself asks for by the document's content, such as 30 days for a proto-persona. */
export function effectiveCadence(laidDown: LaidDownCadences, ofKind: CadencePlan | null): EffectiveCadence {
  const isPaused = laidDown.pause !== null;
  if (laidDown.document) return { ...laidDown.document, isPaused, source: "document" };
  const wide = { ...(laidDown.kind ?? laidDown.workspace ?? BUILT_IN), isPaused };
  const source: CadenceSource = laidDown.kind ? "kind" : laidDown.workspace ? "workspace" : "built-in";
  return ofKind ? { ...wide, plan: ofKind, source: "built-in" } : { ...wide, source };
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["1 day", "Every day"],
  ["1 week", "Every week"],
  ["1 month", "Every month"],
  ["3 month", "Every quarter"],
  ["6 month", "Every half year"],
  ["1 year", "Every year"],
]);

/** The greatest number of each unit: ten years, give or take. */
export const MAX_EVERY: Readonly<Record<(typeof CADENCE_UNITS)[number], number>> = {
  day: 3_650,
  week: 520,
  month: 120,
  year: 10,
};

/** "Every quarter". A rule is told by its words where they are known. */
export function cadenceWords(plan: CadencePlan, ruleWords: string | null = null): string {
  switch (plan.how) {
    case "interval":
      return NAMED.get(`${plan.every} ${plan.unit}`) ?? `Every ${plan.every} ${plan.unit}s`;
    case "date":
      return "Once";
    case "rule":
      return ruleWords ?? "By a rule of its own";
    case "never":
      return "Never";
  }
}
