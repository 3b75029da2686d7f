// A cadence as its form holds it: every field as it is typed, and what is made of them.
import type { CADENCE_UNITS, Cadence, CadencePlan } from "./cadence-rules";
import type { CadenceInput } from "./verification-contract";

type Unit = (typeof CADENCE_UNITS)[number];

/** Intervals with a name, by what the choice of them is called. */
const NAMED = {
  weekly: { every: 1, unit: "week" },
  monthly: { every: 1, unit: "month" },
  quarterly: { every: 3, unit: "month" },
  "half-yearly": { every: 6, unit: "month" },
  yearly: { every: 1, unit: "year" },
} as const satisfies Record<string, { readonly every: number; readonly unit: Unit }>;

export const CADENCE_CHOICES = [
  { value: "weekly", label: "Every week" },
  { value: "monthly", label: "Every month" },
  { value: "quarterly", label: "Every quarter" },
  { value: "half-yearly", label: "Every half year" },
  { value: "yearly", label: "Every year" },
  { value: "every", label: "Every so many days…" },
  { value: "date", label: "On one day…" },
  { value: "rule", label: "By a rule…" },
  { value: "never", label: "Never" },
] as const;
type CadenceChoice = (typeof CADENCE_CHOICES)[number]["value"];

export interface CadenceForm {
  /** "wider" for what is laid down more widely. */
  readonly choice: CadenceChoice | "wider";
  readonly every: string;
  readonly unit: Unit;
  readonly on: string;
  readonly rule: string;
  readonly from: string;
  /** Days with commas between them. */
  readonly leads: string;
  readonly ownerAfter: string;
  readonly adminsAfter: string;
}

const told = (days: number | null) => (days === null ? "" : String(days));

function choiceOf(plan: CadencePlan): CadenceChoice {
  if (plan.how !== "interval") return plan.how;
  const named = Object.entries(NAMED).find(([, { every, unit }]) => every === plan.every && unit === plan.unit);
  return (named?.[0] as keyof typeof NAMED | undefined) ?? "every";
}

/** `today` is what days begin with where none was chosen. */
export function cadenceForm(cadence: Omit<Cadence, "isPaused">, isOwn: boolean, today: string): CadenceForm {
  const { plan, leadDays, ownerAfterDays, adminsAfterDays } = cadence;
  const choice = choiceOf(plan);
  const counted = plan.how === "interval" && choice === "every" ? plan : { every: 30, unit: "day" as const };
  return {
    choice: isOwn ? choice : "wider",
    every: String(counted.every),
    unit: counted.unit,
    on: plan.how === "date" ? plan.on : "",
    rule: plan.how === "rule" ? plan.rule : "",
    from: plan.how === "rule" ? plan.from : today,
    leads: leadDays.join(", "),
    ownerAfter: told(ownerAfterDays),
    adminsAfter: told(adminsAfterDays),
  };
}

/** A whole number, "" for none; null for what is neither. */
function numberOf(text: string): number | "" | null {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : null;
}

function planOf(form: CadenceForm): CadencePlan | string {
  switch (form.choice) {
    case "every": {
      const every = numberOf(form.every);
      return every === null || every === ""
        ? "Say how many, as a whole number."
        : { how: "interval", every, unit: form.unit };
    }
    case "date":
      return form.on ? { how: "date", on: form.on } : "Choose the day.";
    case "rule":
      if (form.rule.trim() === "") return "Write a rule, such as FREQ=MONTHLY;BYDAY=-1FR for each month’s last Friday.";
      return form.from ? { how: "rule", rule: form.rule, from: form.from } : "Choose the day that the rule begins on.";
    case "never":
    case "wider":
      return { how: "never" };
    default:
      return { how: "interval", ...NAMED[form.choice] };
  }
}

/** What is asked for, null for what is laid down more widely, or a sentence that says what is missing. */
export function cadenceOfForm(form: CadenceForm): CadenceInput | null | string {
  if (form.choice === "wider") return null;
  const plan = planOf(form);
  if (typeof plan === "string") return plan;
  const leadDays = form.leads
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(numberOf);
  if (leadDays.includes(null)) return "Write the days ahead with commas between them, such as 14, 3, 0.";
  const ownerAfter = numberOf(form.ownerAfter);
  const adminsAfter = numberOf(form.adminsAfter);
  if (ownerAfter === null || adminsAfter === null) return "Say after how many days, or leave it empty for never.";
  return {
    plan,
    leadDays: leadDays.flatMap((day) => (typeof day === "number" ? [day] : [])),
    ownerAfterDays: ownerAfter === "" ? null : ownerAfter,
    adminsAfterDays: adminsAfter === "" ? null : adminsAfter,
  };
}
