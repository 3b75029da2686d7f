import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarWord, Window } from "./rule-rules";
import { addDays, addMonths, anniversariesAround, isDay, resolveWindow } from "./window-rules";

const range = (window: Window, asOf: string) => {
  const { from, before } = resolveWindow(window, asOf);
  return `${from ?? ""}..${before ?? ""}`;
};
const last = (n: number, unit: "day" | "week" | "month" | "year", skip?: number): Window => ({
  ...{ rel: "last", n, unit },
  ...(skip === undefined ? {} : { skip }),
});

test.each<[Window, string, string]>([
  [last(30, "day"), "2026-11-01", "2026-10-02..2026-11-02"],
  [last(1, "day"), "2026-03-01", "2026-02-28..2026-03-02"],
  [last(2, "week"), "2026-01-05", "2025-12-22..2026-01-06"],
  [last(1, "month"), "2026-03-31", "2026-02-28..2026-04-01"],
  [last(1, "month"), "2024-03-31", "2024-02-29..2024-04-01"],
  [last(1, "year"), "2024-02-29", "2023-02-28..2024-03-01"],
  [last(90, "day", 30), "2026-11-01", "2026-08-03..2026-10-02"],
  [last(3, "month", 1), "2026-05-31", "2026-02-28..2026-04-30"],
  [{ rel: "next", n: 7, unit: "day" }, "2026-12-28", "2026-12-28..2027-01-05"],
  [{ rel: "next", n: 2, unit: "month", skip: 1 }, "2026-12-31", "2027-02-01..2027-03-01"],
  [{ rel: "older", n: 1, unit: "year" }, "2028-02-29", "..2027-02-28"],
  [{ from: "2026-01-01", to: "2026-01-01" }, "2026-11-01", "2026-01-01..2026-01-02"],
  [{ from: "2026-01-01", to: "9999-12-31" }, "2026-11-01", "2026-01-01.."],
  [last(3650, "year"), "2026-11-01", "0001-01-01..2026-11-02"],
  [{ rel: "older", n: 3650, unit: "year" }, "2026-11-01", "..0001-01-01"],
  [{ rel: "next", n: 3650, unit: "year" }, "9000-01-01", "9000-01-01.."],
])("%j as of %s", (window, asOf, expected) => {
  expect(range(window, asOf)).toBe(expected);
});

test.each<[CalendarWord, string, string]>([
  ["today", "2026-12-31", "2026-12-31..2027-01-01"],
  ["yesterday", "2026-03-01", "2026-02-28..2026-03-01"],
  ["this-week", "2026-11-01", "2026-10-26..2026-11-02"],
  ["this-week", "2026-11-02", "2026-11-02..2026-11-09"],
  ["last-week", "2027-01-01", "2026-12-21..2026-12-28"],
  ["this-month", "2024-02-29", "2024-02-01..2024-03-01"],
  ["last-month", "2026-01-31", "2025-12-01..2026-01-01"],
  ["this-quarter", "2026-03-31", "2026-01-01..2026-04-01"],
  ["this-quarter", "2026-04-01", "2026-04-01..2026-07-01"],
  ["last-quarter", "2026-01-01", "2025-10-01..2026-01-01"],
  ["last-quarter", "2026-12-31", "2026-07-01..2026-10-01"],
  ["this-year", "2026-12-31", "2026-01-01..2027-01-01"],
  ["last-year", "2026-01-01", "2025-01-01..2026-01-01"],
])("%s as of %s", (calendar, asOf, expected) => {
  expect(range({ calendar }, asOf)).toBe(expected);
});

const anyDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyUnit = fc.constantFrom("day", "week", "month", "year" as const);

describe("windows by chance", () => {
  test("the last n and what is older share no day and leave none out", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 400 }), anyUnit, (asOf, n, unit) => {
        const { from, before } = resolveWindow({ rel: "last", n, unit }, asOf);
        expect(resolveWindow({ rel: "older", n, unit }, asOf)).toEqual({ from: null, before: from });
        expect(before).toBe(addDays(asOf, 1));
      }),
    );
  });
  test("what is skipped is the shorter window", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), anyUnit, fc.nat(39), (asOf, n, unit, less) => {
        const skip = less % n;
        fc.pre(skip > 0);
        const cut = resolveWindow({ rel: "last", n, unit, skip }, asOf);
        expect(cut.before).toBe(resolveWindow({ rel: "last", n: skip, unit }, asOf).from);
        const ahead = resolveWindow({ rel: "next", n, unit, skip }, asOf);
        expect(ahead.from).toBe(resolveWindow({ rel: "next", n: skip, unit }, asOf).before);
      }),
    );
  });
  test("a month away and back is the day, or the end of a shorter month", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, by) => {
        const there = addMonths(day, by);
        expect(isDay(there)).toBe(true);
        if (there.slice(8) === day.slice(8)) expect(addMonths(there, -by)).toBe(day);
        else expect(addDays(there, 1).slice(8)).toBe("01");
      }),
    );
  });
});

test.each([
  ["2026-11-01", 10, 1022, 1111],
  ["2026-12-31", 1, 1230, 101],
  ["2027-01-01", 0, 101, 101],
  ["2027-02-28", 0, 228, 229],
  ["2027-02-27", 1, 226, 229],
  ["2028-02-28", 0, 228, 228],
  ["2028-02-29", 0, 229, 229],
  ["2027-03-01", 0, 301, 301],
  ["2027-02-27", 0, 227, 227],
])("anniversaries as of %s, %i days to each side", (asOf, days, first, last) => {
  expect(anniversariesAround(asOf, days)).toEqual({ first, last });
});

test.each([
  ["2026-02-28", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2024-02-30", false],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["0000-01-01", false],
  ["20260-01-01", false],
  ["2026-11-01T00:00", false],
  [20_261_101, false],
  [null, false],
])("%s is a day: %s", (value, expected) => {
  expect(isDay(value)).toBe(expected);
});
