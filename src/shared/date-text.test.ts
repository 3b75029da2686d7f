import { describe, expect, it } from "vitest";
import { clockText, dayText, exactTimeText } from "./date-text";

const NOVEMBER = new Date("2026-11-22T12:00:00Z");

describe("dates for people", () => {
  it("writes the day and the month out", () => {
    expect(dayText("2026-09-04T10:00:00Z", "UTC", NOVEMBER)).toBe("4 Sep");
  });

  it("adds the year only when it isn't this one", () => {
    expect(dayText("2025-08-14T10:00:00Z", "UTC", NOVEMBER)).toBe("14 Aug 2025");
  });

  it("counts days and years in the reader's zone", () => {
    expect(dayText("2026-08-14T23:30:00Z", "Asia/Tokyo", NOVEMBER)).toBe("15 Aug");
    expect(dayText("2025-12-31T23:30:00Z", "Asia/Tokyo", NOVEMBER)).toBe("1 Jan");
  });

  it("gives the exact time by a clock of 24 hours", () => {
    expect(exactTimeText("2026-08-14T00:05:00Z", "UTC")).toBe("14 Aug 2026, 00:05");
    expect(exactTimeText("2026-08-14T14:05:00Z", "Europe/Berlin")).toBe("14 Aug 2026, 16:05");
    expect(clockText("2026-08-14T14:05:00Z", "Europe/Berlin")).toBe("16:05");
  });
});
