import { expect, test } from "vitest";
import { morningOf, snoozeBlock, snoozeChoices } from "./inbox-rules";

test.each([
  ["a Sunday", "2026-11-22T12:00:00", "2026-11-23T08:00:00", "2026-11-30T08:00:00"],
  ["a Monday", "2026-11-23T12:00:00", "2026-11-24T08:00:00", "2026-11-30T08:00:00"],
  ["a Saturday at the end of a month", "2026-10-31T23:59:59", "2026-11-01T08:00:00", "2026-11-02T08:00:00"],
])("on %s tomorrow and next week are two mornings", (_, now, tomorrow, nextWeek) => {
  expect(snoozeChoices(new Date(now))).toEqual({ tomorrow: new Date(tomorrow), nextWeek: new Date(nextWeek) });
});

test("a day that is none has no morning", () => {
  expect(morningOf("2026-11-30")).toEqual(new Date("2026-11-30T08:00:00"));
  for (const day of ["", "2026-02-30", "2026-13-01", "30.11.2026"]) expect(morningOf(day)).toBeNull();
});

test("a third time is refused, and so is what is done", () => {
  expect(snoozeBlock({ snoozes: 1, isDone: false })).toBeNull();
  expect(snoozeBlock({ snoozes: 2, isDone: false })).toContain("twice");
  expect(snoozeBlock({ snoozes: 0, isDone: true })).toContain("done");
});
