import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay, localDayText, spanOfDay } from "@/shared/local-day";
import type { DocumentMark } from "../marks/mark-rules";
import { addDays, dueMoments, startOfDay } from "./due-day-rules";
import {
  type FreshnessFacts,
  freshnessOf,
  freshnessWords,
  type Judged,
  reasonSentences,
  turningMoments,
} from "./freshness-rules";

const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC"] as const;
const NOW = new Date("2026-11-22T12:00:00Z");

function facts(dueOn: string | null, change: Partial<FreshnessFacts> = {}, zone = "UTC"): FreshnessFacts {
  const moments = dueOn === null ? null : dueMoments(dueOn, { leadDays: [14, 3, 0] }, zone);
  return {
    verifiedAt: "2026-08-14T09:00:00.000Z",
    verifiedBy: { id: "ana", name: "Ana" },
    verifiedVersion: 3,
    dueOn,
    dueFrom: moments?.dueFrom.toISOString() ?? null,
    overdueAt: moments?.overdueAt.toISOString() ?? null,
    isPaused: false,
    ...change,
  };
}

function marked(...marks: readonly DocumentMark["mark"][]): readonly DocumentMark[] {
  const since = "2026-11-20T10:00:00.000Z";
  return marks.map((mark) => ({ mark, sentence: `It is ${mark}.`, sourceId: "there", source: null, since }));
}

describe("the badge", () => {
  it.each<[string, Judged, string, string]>([
    ["nothing was ever verified", { facts: null, marks: [] }, "never", "Never verified"],
    [
      "what was never verified can't be contradicted",
      { facts: null, marks: marked("contradicted") },
      "never",
      "Never verified",
    ],
    ["in time", { facts: facts("2027-02-14"), marks: [] }, "fresh", "Fresh until 14 Feb 2027"],
    ["in time, this year", { facts: facts("2026-12-31"), marks: [] }, "fresh", "Fresh until 31 Dec"],
    ["never to be verified again", { facts: facts(null), marks: [] }, "fresh", "Fresh"],
    [
      "paused beyond its day",
      { facts: facts("2026-10-01", { isPaused: true }), marks: [] },
      "fresh",
      "Fresh, reviews paused",
    ],
    ["the first day of its lead", { facts: facts("2026-12-06"), marks: [] }, "due", "Due in 14 days"],
    ["the day before that", { facts: facts("2026-12-07"), marks: [] }, "fresh", "Fresh until 7 Dec"],
    ["eight days before", { facts: facts("2026-11-30"), marks: [] }, "due", "Due in 8 days"],
    ["the eve", { facts: facts("2026-11-23"), marks: [] }, "due", "Due tomorrow"],
    ["the day itself", { facts: facts("2026-11-22"), marks: [] }, "due", "Due today"],
    ["the day after", { facts: facts("2026-11-21"), marks: [] }, "overdue", "Overdue by 1 day"],
    ["later", { facts: facts("2026-11-20"), marks: [] }, "overdue", "Overdue by 2 days"],
    ["drifting outweighs due", { facts: facts("2026-11-30"), marks: marked("drifting") }, "drifting", "Drifting"],
    [
      "contradicted outweighs drifting",
      { facts: facts("2027-01-01"), marks: marked("drifting", "contradicted") },
      "contradicted",
      "Contradicted",
    ],
    [
      "overdue outweighs everything",
      { facts: facts("2026-11-20"), marks: marked("contradicted", "drifting", "event") },
      "overdue",
      "Overdue by 2 days",
    ],
    ["an event makes it due", { facts: facts("2027-01-01"), marks: marked("event") }, "due", "Due: something happened"],
    [
      "so do five threads, also of what is paused",
      { facts: facts(null, { isPaused: true }), marks: marked("disputed") },
      "due",
      "Due: disputed",
    ],
    [
      "so does what it rests on",
      { facts: facts("2027-01-01"), marks: marked("rests-on-new") },
      "due",
      "Due: rests on what changed",
    ],
    [
      "the calendar's words come before an event's",
      { facts: facts("2026-11-30"), marks: marked("event") },
      "due",
      "Due in 8 days",
    ],
  ])("%s", (_, judged, state, words) => {
    const freshness = freshnessOf(judged, NOW);
    expect(freshness.state).toBe(state);
    expect(freshnessWords(freshness, judged.facts, "2026-11-22")).toBe(words);
  });

  it("gives every reason, the weightiest first, and who verified it until when", () => {
    const sentences = reasonSentences({ facts: facts("2026-11-20"), marks: marked("event", "drifting") }, NOW, "UTC");
    expect(sentences.map(({ sentence }) => sentence)).toEqual([
      "It had to be verified by 20 Nov.",
      "It is drifting.",
      "It is event.",
      "v3 was verified by Ana on 14 Aug until 20 Nov.",
    ]);
  });

  it("holds between its turning moments, and turns at midnight of the workspace's zone", () => {
    const day = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays("2026-01-01", days));
    fc.assert(
      fc.property(
        day,
        day,
        fc.nat(86_399_999),
        fc.constantFrom(...ZONES),
        fc.boolean(),
        (due, today, ms, zone, isPaused) => {
          const judged = { facts: facts(due, { isPaused }, zone), marks: [] };
          const now = startOfDay(today, zone).getTime() + ms;
          const turns = turningMoments(judged.facts);
          const last = Math.max(spanOfDay(now, zone).from, ...turns.filter((at) => at <= now));
          const shown = (at: number) => {
            const freshness = freshnessOf(judged, new Date(at));
            return { ...freshness, words: freshnessWords(freshness, judged.facts, localDay(at, zone)) };
          };
          expect(shown(now)).toEqual(shown(last));
          for (const at of turns) {
            expect(freshnessOf(judged, new Date(at)).state).not.toBe(freshnessOf(judged, new Date(at - 1)).state);
            expect(localDay(at, zone)).not.toBe(localDay(at - 1, zone));
          }
        },
      ),
    );
  });
});

describe("a local day", () => {
  it("begins and ends where the calendar says, also when clocks change", () => {
    const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays("2025-01-01", days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 22 * 3_600_000 }), fc.constantFrom(...ZONES), (today, ms, zone) => {
        const from = startOfDay(today, zone).getTime();
        expect(localDay(from + ms, zone)).toBe(today);
        expect(spanOfDay(from + ms, zone)).toEqual({ from, to: startOfDay(addDays(today, 1), zone).getTime() });
      }),
    );
  });

  it("is written with its year when that is another one", () => {
    expect(localDayText("2026-11-04", "2026-01-01")).toBe("4 Nov");
    expect(localDayText("2027-01-31", "2026-12-31")).toBe("31 Jan 2027");
  });
});
