import { expect, test } from "vitest";
import type { RuleNode, RuleRow } from "../../datasets/rules/rule-rules";
import { ruleStory } from "./rule-story-rules";

const row = (id: string, node: RuleNode, within = "include"): RuleRow => ({ id, node, within });
const snapshot = { asOf: "2026-11-01", timeZone: "Europe/Berlin", customers: 412_880 };

test("a rule is told with the days that it means, and what becomes of the unknown", () => {
  const rows = [
    row("a", {
      ...{ k: "trait", trait: "seen", label: "Last order", type: "date", op: "within" },
      window: { rel: "last", n: 50, unit: "day" },
    }),
    row("b", { k: "group", op: "any" }),
    row("c", { k: "trait", trait: "city", label: "City", type: "text", op: "none-of", values: ["York"] }, "b"),
    row(
      "d",
      { k: "trait", trait: "city", label: "City", type: "text", op: "none-of", values: ["Lyon"], unknown: "no" },
      "b",
    ),
    row("e", { k: "segment", id: "x", label: "Trade accounts", version: 2, op: "in" }, "exclude"),
    row("f", { k: "trait", trait: "gone", label: "Gone", type: "flag", op: "yes", off: true }),
  ];
  const pins = [{ key: "1", side: "in" as const }];
  expect(ruleStory({ match: "all", rows, pins }, "Loyalty export", 18_204, snapshot)).toEqual([
    "Customers who fit all of these:",
    "- Last order in the last 50 days (since 12 Sept 2026)",
    "- any of:",
    "  - City is not York or is unknown",
    "  - City is not Lyon (and is known)",
    "But nobody who fits one of these:",
    "- in the segment Trade accounts v2",
    "Named by hand: 1 always in.",
    "Where a value is unknown the condition isn’t met, unless it says so.",
    "18,204 of 412,880 customers in Loyalty export, 1 Nov 2026. Days are those of Europe/Berlin.",
  ]);
});

test("windows in the past are told with both ends", () => {
  const story = (window: Extract<RuleNode, { k: "events" }>["window"]) =>
    ruleStory(
      {
        match: "any",
        rows: [
          row("a", {
            k: "events",
            event: null,
            aggregate: "count",
            of: null,
            op: "at-least",
            value: 2,
            window,
            where: [],
          }),
        ],
        pins: [],
      },
      "Loyalty export",
      null,
      snapshot,
    )[1];
  expect(story({ calendar: "last-month" })).toContain("(1 Oct 2026 to 31 Oct 2026)");
  expect(story({ calendar: "yesterday" })).toContain("(31 Oct 2026)");
  expect(story({ rel: "older", n: 1, unit: "year" })).toContain("(before 1 Nov 2025)");
});
