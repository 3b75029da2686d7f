// Which day follows from a cadence, and the moments that follow from the day. Days are reckoned by the calendar and become
// moments of the workspace's zone only at the end, so that no change of clocks moves a day.
import { Temporal } from "temporal-polyfill";
import { daysBetween } from "@/shared/local-day";
import type { Cadence, CadencePlan } from "./cadence-rules";
import { daysAround, ruleDayAfter } from "./recurrence-rules";

/** The local day of a moment in a zone, YYYY-MM-DD. */
export function dayOf(moment: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The first moment of a local day; where clocks jump over midnight, the first that there is. */
export function startOfDay(day: string, timeZone: string): Date {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).startOfDay();
  return new Date(start.epochMilliseconds);
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/**
 * The next due day after a verification on `verifiedOn`; null for none. A verification within the lead days of a day that is
 * laid down counts for that day, unless it lies nearer to the one before: so it isn't asked for twice.
 */
export function nextDueOn(plan: CadencePlan, verifiedOn: string, leadDays: readonly number[] = []): string | null {
  const early = Math.max(0, ...leadDays);
  switch (plan.how) {
    case "interval":
      // Adding months keeps within the month: a quarter after 30 November is 28 or 29 February.
      return Temporal.PlainDate.from(verifiedOn)
        .add({ [`${plan.unit}s`]: plan.every })
        .toString();
    case "date":
      return plan.on > addDays(verifiedOn, early) ? plan.on : null;
    case "rule": {
      const around = daysAround(plan, verifiedOn);
      if (around === null) return null;
      const { next, before } = around;
      const nearer = before === null ? early : Math.floor((daysBetween(before, next) - 1) / 2);
      return addDays(verifiedOn, Math.min(early, nearer)) < next ? next : ruleDayAfter(plan, next);
    }
    case "never":
      return null;
  }
}

/** Where a document stands after a verification. */
export interface Standing {
  readonly dueOn: string | null;
  readonly dueFrom: Date | null;
  readonly overdueAt: Date | null;
  readonly isPaused: boolean;
  readonly nextNoticeAt: Date | null;
}

/**
 * What follows from a verification by the cadence that holds. The first notice may lie in the past; what of it was told
 * already isn't told again.
 */
export function standingAfter(verifiedAt: Date, cadence: Cadence, timeZone: string): Standing {
  const { plan, leadDays, isPaused, since } = cadence;
  const isMeant = since === undefined || verifiedAt >= since;
  const dueOn = nextDueOn(plan, dayOf(verifiedAt, timeZone), isMeant ? leadDays : []);
  if (dueOn === null) return { dueOn, dueFrom: null, overdueAt: null, isPaused, nextNoticeAt: null };
  const [first] = noticeStages(dueOn, cadence, timeZone);
  return {
    dueOn,
    ...dueMoments(dueOn, cadence, timeZone),
    isPaused,
    nextNoticeAt: isPaused ? null : (first?.at ?? null),
  };
}

/** The first days on which it is due, if it is verified on each of them. */
export function dueDays(verifiedAt: Date, cadence: Cadence, timeZone: string, count: number): readonly string[] {
  const days: string[] = [];
  let { dueOn } = standingAfter(verifiedAt, cadence, timeZone);
  while (dueOn !== null && days.length < count) {
    days.push(dueOn);
    dueOn = nextDueOn(cadence.plan, dueOn, cadence.leadDays);
  }
  return days;
}

interface DueMoments {
  /** From when on it is due. */
  readonly dueFrom: Date;
  /** From when on it is overdue: the first moment after the due day. */
  readonly overdueAt: Date;
}

export function dueMoments(dueOn: string, { leadDays }: Pick<Cadence, "leadDays">, timeZone: string): DueMoments {
  return {
    dueFrom: startOfDay(addDays(dueOn, -Math.max(0, ...leadDays)), timeZone),
    overdueAt: startOfDay(addDays(dueOn, 1), timeZone),
  };
}

/** A notice that a due day gives rise to. `days` are before it for "lead", after it for the others. */
export interface NoticeStage {
  readonly stage: "lead" | "overdue" | "owner" | "admins";
  readonly days: number;
  readonly at: Date;
}

/** In the order of time. */
export function noticeStages(dueOn: string, cadence: Cadence, timeZone: string): readonly NoticeStage[] {
  const { leadDays, ownerAfterDays, adminsAfterDays } = cadence;
  const on = (stage: NoticeStage["stage"], days: number, offset: number): NoticeStage => ({
    stage,
    days,
    at: startOfDay(addDays(dueOn, offset), timeZone),
  });
  const stages = [
    ...[...new Set(leadDays)].map((days) => on("lead", days, -days)),
    on("overdue", 1, 1),
    ...(ownerAfterDays === null ? [] : [on("owner", ownerAfterDays, ownerAfterDays)]),
    ...(adminsAfterDays === null ? [] : [on("admins", adminsAfterDays, adminsAfterDays)]),
  ];
  return stages.sort((one, two) => one.at.getTime() - two.at.getTime());
}
