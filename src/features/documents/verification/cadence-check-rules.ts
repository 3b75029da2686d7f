// Whether a cadence can be kept, and what days it gives.
import { Temporal } from "temporal-polyfill";
import { type Cadence, type CadencePlan, cadenceWords, MAX_EVERY } from "./cadence-rules";
import { FIRST_DAY, ruleHint, ruleProblem, ruleWords, tidyRule } from "./recurrence-rules";
import type { CadenceInput, CadenceView } from "./verification-contract";

const MAX_YEARS = 10;

/** One way of writing for plans that are the same. */
export function tidyPlan(plan: CadencePlan): CadencePlan {
  return plan.how === "rule" ? { ...plan, rule: tidyRule(plan.rule) } : plan;
}

/** Why the plan can't be kept, as a sentence; null for nothing. `plan` is tidied, `today` the workspace's. */
export function planProblem(plan: CadencePlan, today: string): string | null {
  const last = Temporal.PlainDate.from(today).add({ years: MAX_YEARS }).toString();
  switch (plan.how) {
    case "interval":
      return plan.every > MAX_EVERY[plan.unit]
        ? `Choose at most ${MAX_YEARS} years: up to ${MAX_EVERY[plan.unit]} ${plan.unit}s.`
        : null;
    case "date":
      if (!isDay(plan.on)) return `There is no day ${plan.on}.`;
      if (plan.on <= today) return "That day is not ahead. Choose a later one.";
      return plan.on > last ? `Choose a day within ${MAX_YEARS} years.` : null;
    case "rule":
      if (!isDay(plan.from)) return `There is no day ${plan.from} that the rule could begin on.`;
      if (plan.from < FIRST_DAY) return "Let the rule begin in 1970 or later.";
      return plan.from > last ? `Let the rule begin within ${MAX_YEARS} years.` : ruleProblem(plan, today);
    case "never":
      return null;
  }
}

/** Why the cadence can't be kept beyond its plan, as a sentence; null for nothing. */
export function escalationProblem({ ownerAfterDays, adminsAfterDays }: CadenceInput): string | null {
  return ownerAfterDays !== null && adminsAfterDays !== null && adminsAfterDays < ownerAfterDays
    ? "The admins are told after the owner, or on the same day."
    : null;
}

function isDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day).toString() === day;
  } catch {
    return false;
  }
}

export function planWords(plan: CadencePlan): string {
  return cadenceWords(plan, plan.how === "rule" ? ruleWords(plan) : null);
}

/** What somebody may not expect of a plan that is right; null for nothing. */
export function planHint(plan: CadencePlan): string | null {
  return plan.how === "rule" ? ruleHint(plan) : null;
}

export function cadenceView({
  plan,
  leadDays,
  ownerAfterDays,
  adminsAfterDays,
}: Omit<Cadence, "isPaused">): CadenceView {
  return { plan, leadDays, ownerAfterDays, adminsAfterDays, words: planWords(plan) };
}
