import fc from "fast-check";
import { expect, test } from "vitest";
import { changesOf, type PersonalEvent, shownEvents, type ToldEvent } from "./calendar-rules";

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 10, 22);

/** Few enough that the same ones come, change, go and come again. */
const anEvent: fc.Arbitrary<PersonalEvent> = fc.record({
  uid: fc.constantFrom("a", "b", "c"),
  title: fc.constantFrom("One", "Two"),
  description: fc.constant(""),
  path: fc.constantFrom("/x", "/y"),
  time: fc.constantFrom(
    { day: "2026-12-01" },
    { day: "2027-02-28" },
    { startsAt: "2026-11-30T09:00:00.000Z", endsAt: "2026-11-30T10:00:00.000Z" },
  ),
});
const aCalendar = fc.uniqueArray(anEvent, { selector: ({ uid }) => uid });
/** What should stand in it at each reading, and how many days pass until the next. */
const readings = fc.array(fc.tuple(aCalendar, fc.integer({ min: 0, max: 40 })), { maxLength: 12 });

test("whatever becomes of events, a calendar has each once, as it should be, and no sequence ever falls", () => {
  fc.assert(
    fc.property(readings, (history) => {
      let told = new Map<string, ToldEvent>();
      let now = START;
      for (const [wanted, days] of history) {
        const at = new Date(now);
        const changes = changesOf([...told.values()], wanted, at);
        for (const change of changes) {
          const before = told.get(change.uid);
          expect(change.sequence).toBe(before ? before.sequence + 1 : 0);
        }
        told = new Map([...told, ...changes.map((change) => [change.uid, change] as const)]);
        // Nothing is told twice.
        expect(changesOf([...told.values()], wanted, at)).toEqual([]);
        const shown = shownEvents([...told.values()], at);
        expect(new Set(shown.map(({ uid }) => uid)).size).toBe(shown.length);
        const isShown = new Map(shown.map((event) => [event.uid, event]));
        for (const event of wanted) {
          const seen = isShown.get(event.uid);
          // What ended long ago is history.
          if (seen) expect(seen).toMatchObject({ ...event, isCancelled: false });
          else expect(now).toBeGreaterThan(Date.UTC(2026, 10, 30) + 90 * DAY);
        }
        for (const { uid, isCancelled } of shown) {
          if (!wanted.some((event) => event.uid === uid)) expect(isCancelled || now > START + 90 * DAY).toBe(true);
        }
        now += days * DAY;
      }
    }),
  );
});
