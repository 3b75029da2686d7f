// Days and moments over years of injected time: what must hold of every plan, in every zone.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escalationProblem, planProblem, planWords } from "./cadence-check-rules";
import type { Cadence, CadencePlan } from "./cadence-rules";
import { addDays, dayOf, dueDays, nextDueOn, noticeStages, standingAfter, startOfDay } from "./due-day-rules";
import { ruleHint, tidyRule } from "./recurrence-rules";

const TODAY = "2026-11-22";
const rule = (text: string, from = "2026-01-01"): CadencePlan => ({ how: "rule", rule: tidyRule(text), from });
const cadence = (plan: CadencePlan, leadDays: readonly number[] = [14, 3, 0]): Cadence => ({
  ...{ plan, leadDays, ownerAfterDays: 14, adminsAfterDays: 30, isPaused: false },
});
const every = (count: number, unit: "day" | "week" | "month" | "year"): CadencePlan => ({
  how: "interval",
  every: count,
  unit,
});

/** Zones with each kind of change: an hour at night, half an hour, over midnight, and none. */
const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "America/Santiago",
  "Asia/Beirut",
  "Pacific/Apia",
  "UTC",
];

describe.each(ZONES)("two years in %s", (zone) => {
  it.each([
    ["every week", every(1, "week")],
    ["every tenth day", every(10, "day")],
    ["every month", every(1, "month")],
    ["Fridays by rule", rule("FREQ=WEEKLY;BYDAY=FR")],
    ["every ninth day by rule", rule("FREQ=DAILY;INTERVAL=9")],
  ])("%s neither doubles nor skips a day, and begins and ends at midnight there", (_, plan) => {
    let now = new Date("2025-01-03T11:00:00Z");
    const end = new Date("2027-01-03T11:00:00Z");
    const seen: string[] = [];
    while (now < end) {
      const verifiedOn = dayOf(now, zone);
      const { dueOn, dueFrom, overdueAt } = standingAfter(now, cadence(plan, [1, 0]), zone);
      if (dueOn === null || dueFrom === null || overdueAt === null) throw new Error("it ends");
      expect(dueOn > verifiedOn).toBe(true);
      // The first moment of a day is of that day, and the millisecond before is of the day before.
      expect(dayOf(dueFrom, zone)).toBe(addDays(dueOn, -1));
      expect(dayOf(new Date(dueFrom.getTime() - 1), zone)).toBe(addDays(dueOn, -2));
      expect(dayOf(overdueAt, zone)).toBe(addDays(dueOn, 1));
      expect(dayOf(new Date(overdueAt.getTime() - 1), zone)).toBe(dueOn);
      seen.push(dueOn);
      // Verified late on the due day itself, a minute before it is over.
      now = new Date(overdueAt.getTime() - 60_000);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort());
    const gaps = seen.slice(1).map((day, at) => (Date.parse(day) - Date.parse(seen[at] ?? "")) / 86_400_000);
    const widest = { week: 7, day: 10, month: 31, year: 366 };
    const expected =
      plan.how === "interval" ? widest[plan.unit] : plan.how === "rule" && /DAILY/.test(plan.rule) ? 9 : 7;
    expect(Math.max(...gaps)).toBe(expected);
    if (expected !== 31) expect(Math.min(...gaps)).toBe(expected);
  });
});

describe("the first moment of a day", () => {
  it("is the first there is where clocks jump over midnight or a whole day is left out", () => {
    expect(startOfDay("2017-10-15", "America/Sao_Paulo").toISOString()).toBe("2017-10-15T03:00:00.000Z");
    expect(startOfDay("2026-04-24", "Africa/Cairo").toISOString()).toBe("2026-04-23T22:00:00.000Z");
    // Samoa had no 30 December 2011: the day's first moment is that of the next.
    expect(startOfDay("2011-12-30", "Pacific/Apia").getTime()).toBeGreaterThanOrEqual(
      startOfDay("2011-12-29", "Pacific/Apia").getTime(),
    );
  });

  it("is refused in a zone that doesn't exist", () => {
    expect(() => startOfDay("2026-01-01", "Mars/Olympus")).toThrow();
    expect(() => dayOf(new Date(), "Mars/Olympus")).toThrow();
  });
});

const day = fc
  .integer({ min: Date.parse("2020-01-01"), max: Date.parse("2034-12-31") })
  .map((at) => new Date(at).toISOString().slice(0, 10));
const rulePlan = fc
  .record({
    frequency: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    interval: fc.integer({ min: 1, max: 6 }),
    by: fc.constantFrom("", ";BYDAY=MO,TH", ";BYMONTHDAY=31", ";BYMONTHDAY=-1", ";BYMONTH=2", ";BYDAY=FR;BYSETPOS=1"),
    from: day,
  })
  .map(({ frequency, interval, by, from }) => rule(`FREQ=${frequency};INTERVAL=${interval}${by}`, from));
const plan = fc.oneof(
  fc
    .record({ count: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom("day", "week", "month", "year" as const) })
    .map(({ count, unit }) => every(count, unit)),
  rulePlan,
);

describe("every plan that is accepted", () => {
  it("gives a day after the verification, never an earlier one for a later verification", () => {
    fc.assert(
      fc.property(plan, day, fc.nat(40), fc.nat(90), (plan, verifiedOn, later, lead) => {
        fc.pre(planProblem(plan, verifiedOn) === null);
        const first = nextDueOn(plan, verifiedOn, [lead]);
        const second = nextDueOn(plan, addDays(verifiedOn, later), [lead]);
        if (first === null) return;
        expect(first > verifiedOn).toBe(true);
        if (second !== null) expect(second >= first).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("gives days in order, none twice, and its notices in the order of time around the due day", () => {
    fc.assert(
      fc.property(plan, day, fc.constantFrom(...ZONES), (plan, verifiedOn, zone) => {
        fc.pre(planProblem(plan, verifiedOn) === null);
        const kept = cadence(plan);
        const days = dueDays(startOfDay(verifiedOn, zone), kept, zone, 5);
        expect([...new Set(days)].sort()).toEqual(days);
        const [dueOn] = days;
        if (!dueOn) return;
        const stages = noticeStages(dueOn, kept, zone);
        expect(stages.map(({ stage }) => stage)).toEqual(["lead", "lead", "lead", "overdue", "owner", "admins"]);
        for (const { at } of stages) expect(startOfDay(dayOf(at, zone), zone)).toEqual(at);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a rule", () => {
  const next = (plan: CadencePlan, on: string, leads: readonly number[] = []) => nextDueOn(plan, on, leads);

  it("counts who verified within the lead days for the day ahead", () => {
    const quarter = rule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1");
    expect(next(quarter, "2026-12-10", [14])).toBe("2027-01-01");
    expect(next(quarter, "2026-12-18", [14])).toBe("2027-04-01");
    expect(next(quarter, "2027-01-01", [14])).toBe("2027-04-01");
    // A week's lead days reach over the whole week: late on Tuesday is not early for Monday.
    const mondays = rule("FREQ=WEEKLY;BYDAY=MO");
    expect(next(mondays, "2026-11-23", [14])).toBe("2026-11-30");
    expect(next(mondays, "2026-11-24", [14])).toBe("2026-11-30");
    expect(next(mondays, "2026-11-28", [14])).toBe("2026-12-07");
  });

  it("takes nobody for early who verified before it was laid down", () => {
    const since = new Date("2026-11-22T09:00:00Z");
    const plan = { ...cadence({ how: "date", on: "2026-11-25" }), since };
    expect(standingAfter(new Date("2026-11-21T09:00:00Z"), plan, "UTC").dueOn).toBe("2026-11-25");
    expect(standingAfter(new Date("2026-11-23T09:00:00Z"), plan, "UTC").dueOn).toBeNull();
  });

  it("keeps to the 31st and to 29 February, and says so", () => {
    expect(
      dueDays(new Date("2026-01-31T12:00:00Z"), cadence(rule("FREQ=MONTHLY", "2026-01-31"), []), "UTC", 3),
    ).toEqual(["2026-03-31", "2026-05-31", "2026-07-31"]);
    expect(next(rule("FREQ=YEARLY", "2024-02-29"), "2026-11-22")).toBe("2028-02-29");
    expect(next(rule("FREQ=MONTHLY;BYMONTHDAY=-1"), "2026-01-31")).toBe("2026-02-28");
    expect(next(every(1, "month"), "2026-01-31")).toBe("2026-02-28");
    expect(next(every(1, "year"), "2024-02-29")).toBe("2025-02-28");
    expect(ruleHint({ how: "rule", rule: "FREQ=MONTHLY", from: "2026-01-31" })).toMatch(/31st are left out/);
    expect(ruleHint({ how: "rule", rule: "FREQ=YEARLY", from: "2024-02-29" })).toMatch(/leap years/);
    expect(ruleHint({ how: "rule", rule: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", from: TODAY })).toBeNull();
  });

  it("ends with its last day, which counts as a whole", () => {
    const until = rule("RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130T000000Z", "2026-11-01");
    expect(planProblem(until, TODAY)).toBeNull();
    expect(next(until, "2026-11-24")).toBe("2026-11-30");
    expect(next(until, "2026-11-30")).toBeNull();
  });

  it("is told in words", () => {
    expect(planWords(rule("freq=monthly; byday=-1fr"))).toBe("Every month on last Friday");
    expect(planWords(every(3, "month"))).toBe("Every quarter");
    expect(planWords(every(5, "week"))).toBe("Every 5 weeks");
  });

  it.each([
    ["", /is not a part of a rule/],
    ["hello", /is not a part of a rule/],
    ["FREQ=SECONDLY", /more than once a day/],
    ["FREQ=MINUTELY;COUNT=3", /more than once a day/],
    ["FREQ=HOURLY", /more than once a day/],
    ["FREQ=DAILY;BYHOUR=8,16", /leave out BYHOUR/],
    ["FREQ=DAILY;BYSECOND=0", /leave out BYSECOND/],
    ["FREQ=FORTNIGHTLY", /FREQ is one of/],
    ["INTERVAL=2", /Say how often with FREQ/],
    ["FREQ=DAILY;FREQ=WEEKLY", /FREQ stands twice/],
    ["FREQ=DAILY;X-MINE=1", /X-MINE” is not a part/],
    ["FREQ=DAILY;INTERVAL=0", /INTERVAL is written such as/],
    ["FREQ=DAILY;INTERVAL=100000000", /numbers up to 1000/],
    ["FREQ=MONTHLY;BYMONTHDAY=32", /numbers up to 31/],
    ["FREQ=MONTHLY;BYMONTHDAY=0", /BYMONTHDAY is written/],
    ["FREQ=YEARLY;BYMONTH=13", /numbers up to 12/],
    ["FREQ=WEEKLY;BYDAY=XX", /BYDAY is written/],
    ["FREQ=DAILY;COUNT=99999999", /numbers up to 1000/],
    ["FREQ=DAILY;COUNT=2;UNTIL=20271231", /The standard has no such rule/],
    ["FREQ=WEEKLY;BYWEEKNO=3", /BYWEEKNO must not be used/],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", /gives no day in the next 12 years/],
    ["FREQ=MONTHLY;BYMONTH=2,4;BYMONTHDAY=31", /gives no day/],
    ["FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31", /gives no day/],
    ["FREQ=YEARLY;BYYEARDAY=366;BYWEEKNO=10", /gives no day/],
    ["FREQ=DAILY;COUNT=5", /are over/],
    ["FREQ=WEEKLY;UNTIL=20261101", /are over/],
    ["FREQ=WEEKLY;UNTIL=20250101", /ends before it gives a day/],
    [`FREQ=DAILY;BYMONTHDAY=${Array.from({ length: 90 }, () => "1").join()}`, /up to 200 characters/],
    ["FREQ=DAILY\nEXDATE:20261201T120000Z", /FREQ is one of/],
  ])("is refused with a sentence: %s", (text, sentence) => {
    expect(planProblem(rule(text), TODAY)).toMatch(sentence);
  });

  it("costs a bounded amount of work, whatever is written", () => {
    const part = fc.constantFrom(
      ...[
        "BYMONTH=2",
        "BYMONTHDAY=30,31",
        "BYDAY=53MO,-53SU",
        "BYYEARDAY=366,-366",
        "BYWEEKNO=53",
        "BYSETPOS=366,-366",
      ],
      ...["INTERVAL=999", "COUNT=1000", "UNTIL=99991231", "WKST=SU", "BYMONTH=4,6,9,11", "BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    );
    const text = fc
      .tuple(fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"), fc.uniqueArray(part, { maxLength: 5 }))
      .map(([frequency, parts]) => [`FREQ=${frequency}`, ...parts].join(";"));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 60 })), fc.constantFrom("1970-01-01", TODAY), (text, from) => {
        const plan = rule(text, from);
        const problem = planProblem(plan, TODAY);
        if (problem === null) expect((nextDueOn(plan, TODAY) ?? "") > TODAY).toBe(true);
        else expect(problem).toMatch(/^[A-ZÀ-ÿ“].*\.$/s);
      }),
      { numRuns: 60 },
    );
  });
});

describe("other plans", () => {
  it.each([
    [{ how: "date", on: "2026-02-30" }, /no day 2026-02-30/],
    [{ how: "date", on: TODAY }, /not ahead/],
    [{ how: "date", on: "2026-01-31" }, /not ahead/],
    [{ how: "date", on: "9999-12-31" }, /within 10 years/],
    [{ how: "rule", rule: "FREQ=DAILY", from: "0001-01-01" }, /1970 or later/],
    [{ how: "rule", rule: "FREQ=DAILY", from: "2027-02-29" }, /no day 2027-02-29/],
    [{ how: "rule", rule: "FREQ=DAILY", from: "2100-01-01" }, /begin within 10 years/],
    [{ how: "interval", every: 11, unit: "year" }, /at most 10 years/],
  ] as const)("are refused with a sentence: %o", (plan, sentence) => {
    expect(planProblem(plan, TODAY)).toMatch(sentence);
  });

  it("don't tell the admins before the owner", () => {
    const asked = { plan: every(1, "week"), leadDays: [], ownerAfterDays: 14, adminsAfterDays: 7 };
    expect(escalationProblem(asked)).toMatch(/after the owner/);
    expect(escalationProblem({ ...asked, adminsAfterDays: null })).toBeNull();
  });
});
