// A rule is a list whose items stand in one another: wherever documents are told it must read as one.
import { expect, test } from "vitest";
import type { RuleNode, RuleRow } from "@/features/datasets/rules/rule-rules";
import { segmentKind } from "@/features/segments/segment-kind";
import type { SegmentContent } from "@/features/segments/segment-rules";
import { compareContent } from "./comparison/comparison-rules";
import { besideRows } from "./comparison/side-by-side-rules";
import { describePlace, listAt } from "./field-rules";
import { attributeWords, nestedItems } from "./nesting-rules";
import { documentBody } from "./portable/document-body-rules";
import { documentTexts } from "./search/search-text-rules";

const { fields } = segmentKind;
const row = (id: string, node: RuleNode, within = "include"): RuleRow => ({ id, node, within });
const city = (values: readonly string[]): RuleNode => ({
  ...{ k: "trait", trait: "city", label: "City", type: "text", op: "any-of", values },
});
const MANY = ["Lyon", "Graz", "Porto", "Hull", "York", "Bath", "Ghent"];
const RULE = [
  row("g", { k: "group", op: "any" }),
  row("x", { k: "segment", id: "s", label: "Traders", version: 2, op: "in" }, "exclude"),
  row("c", city(["Lyon"]), "g"),
  row("d", { k: "trait", trait: "home", label: "Owns home", type: "flag", op: "yes" }),
];
const withRule = (rule: readonly RuleRow[]): SegmentContent => ({ ...segmentKind.empty("Rebuilders"), rule });

test("items are read box by box, whatever their order in the list; those of a gone box come last", () => {
  const list = listAt(fields, "rule");
  const read = (rule: readonly RuleRow[]) => nestedItems(list, rule).map(({ item, depth }) => `${depth}${item.id}`);
  expect(read(RULE)).toEqual(["0g", "1c", "0d", "0x"]);
  expect(read(RULE.slice(1))).toEqual(["0d", "0x", "0c"]);
});

test("what stands in a box that every object answers to stands in a box that is gone", () => {
  const list = listAt(fields, "rule");
  const within = list.attributes.find(({ path }) => path[0] === "within");
  if (!within) throw new Error("a rule's rows say where they stand");
  const item = row("d", city(["Lyon"]), "toString");
  expect(attributeWords(list, within, [item], item)).toBe("");
});

test("a comparison tells conditions in words, and where they stand by what that is called", () => {
  const after = withRule([
    row("g", { k: "group", op: "all" }),
    row("c", city(["Graz"]), "include"),
    row("d", { ...(RULE[3]?.node as RuleNode), off: true }),
  ]);
  const [change] = compareContent(fields, withRule(RULE), after);
  expect(change).toMatchObject({
    label: "Rule",
    items: [
      { id: "g", change: "changed", before: "any of", after: "all of" },
      { id: "x", change: "removed", before: "in the segment Traders v2", attributes: [{ before: "But not" }] },
      {
        ...{ id: "c", change: "changed", before: "City is Lyon", after: "City is Graz" },
        attributes: [{ label: "Stands in", before: "any of", after: "Who belongs" }],
      },
      { id: "d", change: "changed", after: "Owns home is yes (muted)", attributes: [] },
    ],
  });
});

test("a comparison sees what differs beyond the first values, and what no words tell", () => {
  const compared = (one: RuleNode, other: RuleNode) =>
    compareContent(fields, withRule([row("c", one)]), withRule([row("c", other)]));
  const [long] = compared(city(MANY), city([...MANY.slice(0, 6), "Turku"]));
  expect(long).toMatchObject({ items: [{ change: "changed", after: expect.stringContaining("Turku") }] });
  const [other] = compared(city(["Lyon"]), { ...city(["Lyon"]), trait: "city_2" } as RuleNode);
  expect(other).toMatchObject({ items: [{ change: "changed", after: "City is Lyon (of another meaning)" }] });
  expect(compared(city(["Lyon"]), city(["Lyon"]))).toEqual([]);
});

test("a printed rule reads in its order, with the sides named once and no ids", () => {
  const [printed] = besideRows([listAt(fields, "rule")], [withRule(RULE)]);
  const cells = printed?.shape === "list" ? printed.cells[0] : [];
  expect(cells?.map(({ text, details, depth }) => [depth, text, details])).toEqual([
    [0, "any of", "Who belongs"],
    [1, "City is Lyon", ""],
    [0, "Owns home is yes", "Who belongs"],
    [0, "in the segment Traders v2", "But not"],
  ]);
});

test("a file for reading holds boxes in boxes", () => {
  const body = documentBody([listAt(fields, "rule")], withRule(RULE));
  const list = body.content?.find(({ type }) => type === "bulletList");
  expect(list?.content).toHaveLength(3);
  expect(JSON.stringify(list?.content?.[0])).toContain("City is Lyon");
  expect(JSON.stringify(body)).not.toContain("include");
});

test("search finds every value of a condition and no id; a thread names the condition it is on", () => {
  const texts = documentTexts([listAt(fields, "rule")], withRule([row("c", city(MANY))])).map(({ text }) => text);
  expect(texts).toEqual([`City is any of ${MANY.join(", ")}`]);
  expect(describePlace(fields, withRule(RULE), "rule.c")).toEqual({ label: "Rule", quote: "City is Lyon" });
});
