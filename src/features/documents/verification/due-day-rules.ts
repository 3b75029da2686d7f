// Which day follows from a cadence, and the moments that follow from the day. Days are reckoned by the calendar and become
// moments of the workspace's zone only at the end, so that no change of clocks moves a day.
import { Temporal } from "temporal-polyfill";
import type { Cadence, CadencePlan } from "./cadence-rules";

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

/** The next due day after a verification on `verifiedOn`; null for none. */
export function nextDueOn(plan: CadencePlan, verifiedOn: string): string | null {
  switch (plan.how) {
    case "interval":
      // Adding months keeps within the month: a quarter after 30 November is 28 or 29 February.
      return Temporal.PlainDate.from(verifiedOn)
        .add({ [`${plan.unit}s`]: plan.every })
        .toString();
    case "date":
      return plan.on > verifiedOn ? plan.on : null;
    case "rule":
      throw new Error("not yet");
    case "never":
      return null;
  }
}

export interface DueMoments {
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
