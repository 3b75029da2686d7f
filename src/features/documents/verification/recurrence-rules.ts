// RFC 5545 recurrence rules as people write them, read as days: nothing occurs more than once a day, and no change of
// clocks can move a day, since all is reckoned at noon in UTC.
import { RRuleTemporal } from "rrule-temporal";
import { toText } from "rrule-temporal/totext";
import { Temporal } from "temporal-polyfill";
import type { CadencePlan } from "./cadence-rules";

type RulePlan = Extract<CadencePlan, { how: "rule" }>;

const MAX_RULE = 200;
export const FIRST_DAY = "1970-01-01";
/** So far ahead days are looked for: a 29 February comes within it. */
const MAX_YEARS_AHEAD = 12;
const MAX_COUNT = 1_000;
const MAX_INTERVAL = 1_000;
/** What one look for a day may cost, so that no rule keeps a process busy. */
const MAX_WORK = { maxIterations: 5_000, maxCandidateEvaluations: 20_000 };

const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const HOURLY = ["HOURLY", "MINUTELY", "SECONDLY"];
const OF_HOURS = ["BYHOUR", "BYMINUTE", "BYSECOND"];
const WEEKDAY = "(?:MO|TU|WE|TH|FR|SA|SU)";

/** How each part may be written, and the greatest number in it. */
const PARTS: ReadonlyMap<string, { readonly shape: RegExp; readonly most: number; readonly example: string }> = new Map(
  (
    [
      ["FREQ", /^[A-Z]+$/, 0, "FREQ=MONTHLY"],
      ["INTERVAL", /^\d{1,9}$/, MAX_INTERVAL, "INTERVAL=2"],
      ["COUNT", /^\d{1,9}$/, MAX_COUNT, "COUNT=8"],
      ["UNTIL", /^\d{8}(?:T\d{6}Z?)?$/, 0, "UNTIL=20271231"],
      ["BYMONTH", /^\d{1,2}(?:,\d{1,2})*$/, 12, "BYMONTH=1,7"],
      ["BYMONTHDAY", /^[+-]?\d{1,2}(?:,[+-]?\d{1,2})*$/, 31, "BYMONTHDAY=-1"],
      ["BYYEARDAY", /^[+-]?\d{1,3}(?:,[+-]?\d{1,3})*$/, 366, "BYYEARDAY=100"],
      ["BYWEEKNO", /^[+-]?\d{1,2}(?:,[+-]?\d{1,2})*$/, 53, "BYWEEKNO=20"],
      ["BYSETPOS", /^[+-]?\d{1,3}(?:,[+-]?\d{1,3})*$/, 366, "BYSETPOS=-1"],
      ["BYDAY", new RegExp(`^[+-]?\\d{0,2}${WEEKDAY}(?:,[+-]?\\d{0,2}${WEEKDAY})*$`), 53, "BYDAY=-1FR"],
      ["WKST", new RegExp(`^${WEEKDAY}$`), 0, "WKST=MO"],
    ] as const
  ).map(([name, shape, most, example]) => [name, { shape, most, example }]),
);

/** One way of writing for rules that are the same: capitals, without spaces and the property's name. */
export function tidyRule(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .replace(/\s*([;=,])\s*/g, "$1")
    .replace(/;$/, "");
}

/** What is wrong with how the rule is written, as a sentence; null for nothing. Says nothing of what days it gives. */
function misspelling(rule: string): string | null {
  if (rule.length > MAX_RULE) return `A rule holds up to ${MAX_RULE} characters.`;
  const seen = new Set<string>();
  for (const part of rule.split(";")) {
    const [name = "", value] = part.split("=", 2);
    if (value === undefined || part.split("=").length > 2) {
      return `“${part}” is not a part of a rule. Write such as FREQ=MONTHLY;BYMONTHDAY=-1.`;
    }
    if (OF_HOURS.includes(name)) return `Documents are verified by the day: leave out ${name}.`;
    const known = PARTS.get(name);
    if (!known) return `“${name}” is not a part of a rule that is known here.`;
    if (seen.has(name)) return `${name} stands twice.`;
    seen.add(name);
    if (name === "FREQ" && HOURLY.includes(value)) {
      return "This rule occurs more than once a day. Choose DAILY, WEEKLY, MONTHLY or YEARLY.";
    }
    if (name === "FREQ" && !FREQUENCIES.includes(value)) return "FREQ is one of DAILY, WEEKLY, MONTHLY and YEARLY.";
    const numbers = (value.match(/\d+/g) ?? []).map(Number);
    const isWithin = known.most === 0 || numbers.every((number) => number > 0 && number <= known.most);
    if (!known.shape.test(value) || !isWithin) {
      const range = known.most > 0 ? `, with numbers up to ${known.most}` : "";
      return `${name} is written such as ${known.example}${range}.`;
    }
  }
  return seen.has("FREQ") ? null : "Say how often with FREQ, such as FREQ=MONTHLY.";
}

const ENDING = /(^|;)(COUNT|UNTIL)=/;
const NOON = "T120000Z";
const compact = (day: string) => day.replaceAll("-", "");
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

/** So far is looked for days after `day`. */
function horizon(day: string): string {
  return Temporal.PlainDate.from(day).add({ years: MAX_YEARS_AHEAD }).toString();
}

/**
 * `plan` must be spelt well. Throws for what the standard forbids. `last` spares a rule that doesn't end itself the search
 * for days that are too far away.
 */
function read({ rule, from }: RulePlan, last?: string): RRuleTemporal {
  // The last day counts as a whole, whatever hour stands with it.
  const ofDays = rule.replace(/(^|;)UNTIL=(\d{8})(?:T\d{6}Z?)?/, `$1UNTIL=$2${NOON}`);
  const end = last && last > from && !ENDING.test(rule) ? `;UNTIL=${compact(last)}${NOON}` : "";
  return new RRuleTemporal({
    rruleString: `DTSTART:${compact(from)}${NOON}\nRRULE:${ofDays}${end}`,
    strict: true,
    cache: false,
    ...MAX_WORK,
  });
}

/** The next day of the rule after `day`; null where none comes within years. */
function after(rule: RRuleTemporal, day: string, isIncluded = false): string | null {
  const next = rule.next(noonOf(day), isIncluded)?.toPlainDate().toString() ?? null;
  return next !== null && next <= horizon(day) ? next : null;
}

/** The first day of the rule after `day`, and the one before it; null for none. Of rules that were accepted. */
export function daysAround(
  plan: RulePlan,
  day: string,
): { readonly next: string; readonly before: string | null } | null {
  const rule = read(plan, horizon(day));
  const next = attempt(() => after(rule, day));
  if (next === null) return null;
  return { next, before: attempt(() => rule.previous(noonOf(next), false)?.toPlainDate().toString() ?? null) };
}

export function ruleDayAfter(plan: RulePlan, day: string): string | null {
  return attempt(() => after(read(plan, horizon(day)), day));
}

/** A search that has gone on for too long has found nothing. */
function attempt<T>(look: () => T | null): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

/**
 * Why the plan can't be kept, as a sentence; null for nothing. `plan.rule` is tidied. A rule must give a day after `today`.
 */
export function ruleProblem(plan: RulePlan, today: string): string | null {
  const misspelt = misspelling(plan.rule);
  if (misspelt) return misspelt;
  let rule: RRuleTemporal;
  try {
    rule = read(plan, horizon(today > plan.from ? today : plan.from));
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    return `The standard has no such rule. ${sentence(said)}`.trim();
  }
  if (attempt(() => after(rule, today)) !== null) return null;
  const hasBegun = attempt(() => after(rule, plan.from, true)) !== null;
  const ends = ENDING.test(plan.rule);
  if (hasBegun && ends) return "The days of this rule are over: none comes after today.";
  return ends && /(^|;)UNTIL=/.test(plan.rule)
    ? "This rule ends before it gives a day."
    : `This rule gives no day in the next ${MAX_YEARS_AHEAD} years.`;
}

/** What the library says in the words of the standard, such as "BYWEEKNO MUST NOT be used unless FREQ=YEARLY". */
function sentence(said: string): string {
  if (!/^[\w\s=;,'()./-]{5,160}$/.test(said)) return "";
  const plain = said.replace(/MUST NOT/g, "must not").replace(/\bMUST\b/g, "must");
  return plain.endsWith(".") ? plain : `${plain}.`;
}

/** The rule as words, such as "every month on the last Friday". */
export function ruleWords(plan: RulePlan): string | null {
  const words = attempt(() => toText(read(plan), "en"));
  return words === null ? null : words.replace(/ at 12 PM UTC/, "").replace(/^./, (letter) => letter.toUpperCase());
}

/** What somebody may not expect of a rule that is right; null for nothing. */
export function ruleHint({ rule, from }: RulePlan): string | null {
  const numbers = (name: string) => new RegExp(`(?:^|;)${name}=([^;]+)`).exec(rule)?.[1]?.split(",").map(Number) ?? [];
  const isYearly = rule.includes("FREQ=YEARLY");
  const isByDay = /(?:^|;)BY(?:DAY|MONTHDAY|YEARDAY|WEEKNO)=/.test(rule);
  // A rule that names no day takes that of the day it begins on.
  const inherited = !isByDay && (isYearly || rule.includes("FREQ=MONTHLY"));
  const latest = Math.max(...(inherited ? [Number(from.slice(8))] : numbers("BYMONTHDAY")), 0);
  if (latest < 29) return null;
  const written = numbers("BYMONTH");
  const months = written.length > 0 || !isYearly ? written : [Number(from.slice(5, 7))];
  if (months.length === 1 && months[0] === 2) {
    return "29 February comes in leap years alone. For each year’s last day of February, write BYMONTH=2;BYMONTHDAY=-1.";
  }
  if (months.length === 1) return null;
  const day = latest === 31 ? "31st" : `${latest}th`;
  return `Months without a ${day} are left out. For the last day of each month, write BYMONTHDAY=-1.`;
}
