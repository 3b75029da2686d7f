import { describe, expect, test } from "vitest";
import { ACTIVITY_GROUPS, ACTIVITY_VERBS, activitySentence, activityWords, byDay } from "./activity-rules";

const ana = { actorName: "Ana", title: "Maya Okafor", count: 1, details: {} };

describe("the feed", () => {
  test.each([
    ["created", {}, 1, "Ana created Maya Okafor."],
    ["imported", {}, 1, "Ana imported Maya Okafor."],
    ["duplicated", { from: "Maya" }, 1, "Ana made Maya Okafor as a copy of Maya."],
    ["edited", {}, 1, "Ana made an edit in Maya Okafor."],
    ["edited", {}, 12, "Ana made 12 edits in Maya Okafor."],
    ["published", { number: 4 }, 1, "Ana published v4 of Maya Okafor."],
    ["restored", { number: 2 }, 1, "Ana restored v2 of Maya Okafor as its draft."],
    ["brought-back", {}, 1, "Ana brought back a draft of Maya Okafor."],
    ["retired", {}, 1, "Ana retired Maya Okafor."],
    ["reopened", {}, 1, "Ana brought Maya Okafor back into use."],
    ["approval-asked", {}, 1, "Ana asked for approval of Maya Okafor."],
    ["approved", {}, 1, "Ana approved the draft of Maya Okafor."],
    ["changes-asked", {}, 1, "Ana asked for changes to Maya Okafor."],
    ["approval-reset", {}, 1, "Ana made an edit that ended the approval of Maya Okafor."],
    ["commented", { label: "Goals" }, 1, "Ana commented on Goals of Maya Okafor."],
    ["commented", { label: null }, 3, "Ana commented 3 times on Maya Okafor."],
    ["resolved", { label: "Goals" }, 1, "Ana resolved a thread on Goals of Maya Okafor."],
    ["proposal-accepted", { label: "Story" }, 1, "Ana accepted a proposal for Story of Maya Okafor."],
    ["unresolved", { label: null }, 1, "Ana reopened a thread on Maya Okafor."],
    ["tagged", { tags: "food, families" }, 1, "Ana tagged Maya Okafor food, families."],
    ["tagged", {}, 1, "Ana took the tags off Maya Okafor."],
    ["handed-over", { to: "Ben" }, 1, "Ana handed Maya Okafor over to Ben."],
  ] as const)("tells of %s in a sentence", (verb, details, count, sentence) => {
    expect(activitySentence({ ...ana, verb, details, count })).toBe(sentence);
  });

  test.each(ACTIVITY_VERBS)("has words for %s where the document is known as well", (verb) => {
    const { alone } = activityWords({ verb, details: {}, count: 2 });
    expect(alone).toMatch(/^[a-z].*[a-z]$/);
  });

  test("knows every verb in one group", () => {
    const grouped = Object.values(ACTIVITY_GROUPS).flatMap(({ verbs }) => [...verbs]);
    expect(grouped.sort()).toEqual([...ACTIVITY_VERBS].sort());
  });

  test("puts rows of one day together and keeps their order", () => {
    const rows = ["2026-11-22T09:00", "2026-11-22T08:00", "2026-11-20T08:00"].map((at) => ({ at }));
    expect(byDay(rows, (at) => at.slice(0, 10))).toEqual([
      { day: "2026-11-22", rows: rows.slice(0, 2) },
      { day: "2026-11-20", rows: rows.slice(2) },
    ]);
  });
});
