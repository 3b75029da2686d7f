import fc from "fast-check";
import { expect, test } from "vitest";
import { TRAIT_TYPES, type Trait, type TraitType } from "@/features/datasets/catalog-rules";
import { incompleteness, nodeProblem } from "@/features/datasets/rules/rule-check-rules";
import { MAX_VALUES, type TraitNode } from "@/features/datasets/rules/rule-rules";
import { nodeWords } from "@/features/datasets/rules/rule-words-rules";
import { traitsOf } from "@/testing/customer-data";
import {
  comparisonChoices,
  eventBeginnings,
  fillWords,
  newTraitNode,
  toggledMute,
  withComparison,
} from "./condition-rules";
import { addedWords, addValues, parsedNumber, pastedValues, typedNumber, unitSigns } from "./value-rules";

const types = Object.keys(TRAIT_TYPES) as TraitType[];
const [first, other] = [(type: TraitType) => trait("first", type), (type: TraitType) => trait("other", type)];
function trait(id: string, type: TraitType): Trait {
  const [one] = traitsOf({ [id]: type });
  if (!one) throw new Error("no trait");
  return one;
}

test("a condition is well formed from its beginning, through whatever comparisons it goes", () => {
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.array(fc.nat(30), { maxLength: 10 }), (type, steps) => {
      let node: TraitNode = newTraitNode(first(type));
      for (const step of steps) {
        const choices = comparisonChoices(type, true);
        const choice = choices[step % choices.length];
        node = withComparison(node, choice?.key ?? "", [other(type)]);
        expect(nodeProblem(node)).toBeNull();
        expect(nodeWords(node)).toContain("first");
        if (choice?.isWithTrait) expect(incompleteness(node)).toBeNull();
      }
      expect(nodeProblem(toggledMute(node))).toBeNull();
      expect(toggledMute(toggledMute(node))).toEqual(node);
    }),
    { numRuns: 500 },
  );
});

test("what was written stays where the next comparison means the same by it", () => {
  const words: TraitNode = { ...newTraitNode(first("text")), values: ["Lyon"] };
  expect(withComparison(words, "none-of", [])).toMatchObject({ op: "none-of", values: ["Lyon"] });
  expect(withComparison(words, "contains", [])).not.toHaveProperty("values");
  const range: TraitNode = { ...newTraitNode(first("number")), op: "between", value: 2, to: 6 };
  expect(withComparison(range, "at-least", [])).toEqual({ ...newTraitNode(first("number")), op: "at-least", value: 2 });
  expect(withComparison(range, "more-than:trait", [other("number")])).toMatchObject({ other: "other" });
});

test("conditions on events are complete from their beginning", () => {
  const events = {
    count: 3,
    names: [],
    properties: traitsOf({ amount: "number", item: "text" }),
    order: "item",
    amount: "amount",
  };
  const begun = eventBeginnings({ ...events, first: null, last: null });
  expect(begun.map(({ label }) => label)).toEqual([
    "Number of orders",
    "Number of events",
    "Number of days with events",
    "Sum of amount",
  ]);
  for (const { node } of begun) expect([nodeProblem(node), incompleteness(node)]).toEqual([null, null]);
});

test("a pasted list is parted by tabs, line ends, commas and semicolons, each value once", () => {
  expect(pastedValues("a\tb\r\nc\rd,e; f ;;a\n")).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(pastedValues("New York\n\n")).toEqual(["New York"]);
  const many = Array.from({ length: MAX_VALUES + 5 }, (_, index) => String(index));
  const added = addValues(["3"], many);
  expect(added.values).toHaveLength(MAX_VALUES);
  expect(addedWords(added)).toBe("999 values added, 1 there already, 5 left out: a condition takes up to 1,000.");
});

test.each([
  ["1,200.50", "plain", 1200.5],
  ["1.200", "plain", 1.2],
  ["0,5", "plain", 0.5],
  ["1 200", "plain", 1200],
  ["−3", "plain", -3],
  ["£150", { currency: "GBP" }, 150],
  ["60", "share", 0.6],
  ["7 %", "share", 0.07],
  ["", "plain", null],
  ["12a", "plain", null],
  ["1e9", "plain", null],
  ["-", "plain", null],
  [".", "plain", null],
  ["9".repeat(400), "plain", null],
] as const)("“%s” as %s is %s", (text, unit, value) => {
  expect(parsedNumber(text, unit)).toBe(value);
});

test("a number reads back as it was written", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom("plain", "share"), (n, unit) => {
      const value = n / 10_000;
      expect(parsedNumber(typedNumber(value, unit), unit)).toBe(value === 0 ? 0 : value);
    }),
  );
  expect(unitSigns({ currency: "GBP" }).before).toBe("£");
  expect(unitSigns({ currency: "no currency" }).before).toBe("no currency");
});

test("how much is known is never all nor nothing when it is not", () => {
  expect([fillWords(999, 1000), fillWords(1, 1000), fillWords(1000, 1000), fillWords(0, 10)]).toEqual([
    "99% known",
    "under 1% known",
    "100% known",
    "0% known",
  ]);
});
