import { expect, test } from "vitest";
import { segmentKind } from "./segment-kind";
import { missingInSegment } from "./segment-rules";

const data = { id: crypto.randomUUID(), name: "Customers" };
const node = { k: "trait", trait: "city", label: "City", type: "text", op: "any-of", values: ["Lyon"] };
const row = (rest: object) => ({ id: crypto.randomUUID(), within: "include", node, ...rest });

test.each([
  ["nothing said", { title: "" }, ["Give the segment a name.", "Say who belongs, or write a summary."]],
  ["prose alone", { definition: "Who buys on Saturdays" }, []],
  ["a rule instead of prose", { data, rule: [row({})] }, []],
  ["a rule without data", { rule: [row({})] }, ["Choose the customer data that the rule speaks of."]],
  [
    "conditions that nobody finished",
    { data, rule: [row({ node: null }), row({ node: null }), row({ node: { ...node, values: [] } })] },
    [
      "The rule isn’t finished: Choose what this condition is about.",
      "The rule isn’t finished: Choose at least one value.",
    ],
  ],
  [
    "only muted conditions",
    { data, rule: [row({ node: { ...node, off: true } })] },
    ["The rule isn’t finished: Nobody belongs yet: add a condition."],
  ],
])("with %s a segment isn't published before it says more", (_, content, missing) => {
  const whole = segmentKind.schema.parse({ ...segmentKind.empty("Buyers"), ...content });
  expect(missingInSegment(whole)).toEqual(missing);
});
