// What we write, read by a parser that isn't ours.
import ICAL from "ical.js";
import { describe, expect, it, test } from "vitest";
import { type CalendarEntry, calendarEvent, calendarText } from "./calendar-text";
import { sessionInvitation, sessionUid } from "./session-invitation";

const changedAt = new Date("2026-11-22T18:00:00Z");
const dueDay: CalendarEntry = {
  uid: "due-1@dramatis",
  sequence: 3,
  changedAt,
  isCancelled: false,
  title: "Verify Maya Okafor",
  description: "",
  url: "https://dramatis.example/w/alder-pine/personas/1",
  time: { day: "2027-02-28" },
};

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent");
  return { calendar, events: events.map((one) => new ICAL.Event(one)) };
}
const feed = (...entries: CalendarEntry[]) => calendarText({ name: "Reviews" }, entries.map(calendarEvent));

describe("a calendar", () => {
  it("has due days as whole days, whose end is the day after", () => {
    const { events } = read(feed(dueDay));
    const [event] = events;
    expect(event?.startDate.isDate).toBe(true);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(["2027-02-28", "2027-03-01"]);
    expect([event?.uid, event?.sequence]).toEqual(["due-1@dramatis", 3]);
    expect(event?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
  });

  it("has meetings at their moments in UTC", () => {
    const time = { startsAt: new Date("2026-10-25T00:30:00Z"), endsAt: new Date("2026-10-25T01:30:00Z") };
    const [event] = read(feed({ ...dueDay, time })).events;
    expect(event?.startDate.toJSDate()).toEqual(time.startsAt);
    expect(event?.endDate.toJSDate()).toEqual(time.endsAt);
    expect(event?.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
  });

  test.each([
    'Price, region; launch: "new" \\n \\ ^ 100% & <b>',
    "First line\nsecond line\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    "🧑🏽‍🚀 Überprüfung – مراجعة الشخصية שלום ‏",
    `${"👩‍👩‍👧 long and ".repeat(17)}end`,
    " leading and trailing ",
  ])("carries %j unharmed, on lines of at most 75 octets", (title) => {
    const text = feed({ ...dueDay, title, description: title });
    const { events } = read(text);
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toBe(title.replace(/\r\n/g, "\n"));
    expect(events[0]?.description).toBe(title.replace(/\r\n/g, "\n"));
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
  });

  it("leaves out what can't be written, and ends what has no end", () => {
    const [event] = read(feed({ ...dueDay, title: `a\u0000\u0007b\ud83d\u0085${"x".repeat(10_000)}` })).events;
    expect(event?.summary).toMatch(/^ab\ufffd\nx{295}…$/);
  });
});

describe("an invitation", () => {
  const invitation = {
    uid: sessionUid("1"),
    sequence: 2,
    title: "Quarterly review",
    startsAt: new Date("2026-11-30T09:00:00Z"),
    endsAt: new Date("2026-11-30T10:00:00Z"),
    timeZone: "Europe/Berlin",
    organizer: { name: 'Ana "A;B,C:D" Lima\nX', email: "ana@example.org" },
    attendees: [
      { name: "Ben, of Sales", email: "ben@example.org" },
      { name: "", email: "o'kofi+cal@example.org" },
    ],
    url: "https://dramatis.example/w/alder-pine/reviews/1",
    description: "Maya Okafor and two more.",
    now: changedAt,
  };

  test.each(["REQUEST", "CANCEL"] as const)("to %s says so in method and status, with everybody in it", (method) => {
    const { calendar, events } = read(sessionInvitation({ ...invitation, method }));
    expect(calendar.getFirstPropertyValue("method")).toBe(method);
    const [event] = events;
    expect(event?.component.getFirstPropertyValue("status")).toBe(method === "CANCEL" ? "CANCELLED" : "CONFIRMED");
    expect([event?.uid, event?.sequence]).toEqual(["session-1@dramatis", 2]);
    expect(event?.organizer?.toLowerCase()).toBe("mailto:ana@example.org");
    expect(event?.attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
      "mailto:ben@example.org",
      "mailto:o'kofi+cal@example.org",
    ]);
    expect(event?.attendees[0]?.getParameter("cn")).toBe("Ben, of Sales");
    expect(event?.component.getFirstProperty("organizer")?.getParameter("cn")).toBe('Ana "A;B,C:D" Lima\nX');
    expect(event?.description).toBe(
      "Maya Okafor and two more.\n\nMonday, 30 November 2026, 10:00–11:00 (Europe/Berlin)\n\nhttps://dramatis.example/w/alder-pine/reviews/1",
    );
  });
});
