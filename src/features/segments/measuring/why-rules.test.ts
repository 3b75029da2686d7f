import { expect, test } from "vitest";
import type { RuleNode } from "../../datasets/rules/rule-rules";
import { verdicts, whyWords } from "./why-rules";

const flag = (label: string): RuleNode => ({ k: "trait", trait: label, label, type: "flag", op: "yes" });
const rows = [
  { id: "a", node: flag("A"), within: "include" },
  { id: "g", node: { k: "group", op: "any" } as const, within: "include" },
  { id: "b", node: flag("B"), within: "g" },
  { id: "x", node: flag("X"), within: "exclude" },
];
const rule = { match: "all" as const, rows, pins: [] };

test("the rows that decide are named", () => {
  expect(whyWords(rule, ["a", "g", "b"], true)).toBe("Belongs.");
  expect(whyWords(rule, ["a"], false)).toBe("Doesn’t belong: isn’t “any of (B is yes)”.");
  expect(whyWords(rule, ["g", "b", "x"], false)).toBe("Doesn’t belong: isn’t “A is yes”, is left out by “X is yes”.");
  expect(whyWords({ ...rule, match: "any" }, [], false)).toBe("Doesn’t belong: fits none of the conditions.");
  expect(whyWords(rule, [], true)).toBe("Belongs, because named by hand.");
  expect(whyWords(rule, ["a", "g", "b"], false)).toBe("Doesn’t belong, because named by hand.");
});

test("rows are judged in their order, those of boxes deeper", () => {
  expect(verdicts(rule, ["b"]).map(({ rowId, depth, fits }) => [rowId, depth, fits])).toEqual([
    ["a", 1, false],
    ["g", 1, false],
    ["b", 2, true],
    ["x", 1, false],
  ]);
});
