import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRows } from "@/testing/any-rule";
import { assembleRule } from "../rules/assemble-rule-rules";
import type { GroupNode, Rule, RuleNode, RuleTree, TraitNode } from "../rules/rule-rules";
import { canonicalRule } from "./canonical-rule-rules";
import { type CompileContext, Params } from "./compile-condition";
import { compileRule } from "./compile-rule";
import { duckdbDialect } from "./dialect";

const context: CompileContext = {
  ...{ dialect: duckdbDialect, asOf: "2026-11-01", cutOf: () => 5, orderColumn: "ord" },
  segmentRule: () => rule([leaf({})]),
};

function compiled(given: Rule) {
  const params = new Params(duckdbDialect);
  return { text: compileRule(given, params, context), params: params.list };
}

function leaf(rest: Partial<TraitNode>): RuleTree {
  const node: TraitNode = {
    k: "trait",
    trait: "city",
    label: "City",
    type: "text",
    op: "any-of",
    values: ["a"],
    ...rest,
  };
  return { id: crypto.randomUUID(), node: node as Exclude<RuleNode, GroupNode> };
}
function group(op: GroupNode["op"], ...items: readonly RuleTree[]): RuleTree {
  return { id: crypto.randomUUID(), node: { k: "group", op }, items };
}
function rule(include: readonly RuleTree[], rest: Partial<Rule> = {}): Rule {
  return { match: "all", include, exclude: [], pins: [], ...rest };
}

const a = leaf({ values: ["a", "b"] });
const b = leaf({ trait: "spent", type: "number", op: "at-least", value: 5 });
const c = leaf({ op: "contains", value: "x" });

test.each<[string, Rule, Rule]>([
  ["order", rule([a, b, c]), rule([c, a, b])],
  ["ids and names", rule([a]), rule([leaf({ values: ["a", "b"], label: "Town" })])],
  ["order and repetition of values", rule([a]), rule([leaf({ values: ["b", " a ", "a", ""] })])],
  ["repeated conditions", rule([a, b]), rule([a, b, leaf({ values: ["a", "b"] })])],
  ["boxes that do nothing", rule([a, b]), rule([group("all", group("any", a), group("all", b))])],
  ["all of one is any of one", rule([a]), rule([a], { match: "any" })],
  ["an outer box that is a match", rule([a, b], { match: "any" }), rule([group("any", a, b)])],
  ["any within none", rule([group("none", a, b)]), rule([group("none", group("any", b, a))])],
  ["any of those left out", rule([a], { exclude: [b, c] }), rule([a], { exclude: [group("any", c, b)] })],
  [
    "what an operator doesn't look at",
    rule([b]),
    rule([leaf({ ...b.node, to: 9, unknown: "yes" } as Partial<TraitNode>)]),
  ],
  [
    "people named twice, or out and in",
    rule([a], { pins: [{ key: "2", side: "out" }] }),
    rule([a], {
      pins: [
        { key: "2", side: "in" },
        { key: "2", side: "out" },
        { key: "2", side: "out" },
      ],
    }),
  ],
])("the same question whatever the %s", (_name, one, other) => {
  expect(compiled(other)).toEqual(compiled(one));
});

test.each<[string, Rule, Rule]>([
  ["match", rule([a, b]), rule([a, b], { match: "any" })],
  ["side", rule([a, b]), rule([a], { exclude: [b] })],
  ["unknown", rule([leaf({ op: "none-of" })]), rule([leaf({ op: "none-of", unknown: "no" })])],
  ["none of all", rule([group("none", group("all", a, b))]), rule([group("none", a, b)])],
  ["values", rule([a]), rule([leaf({ values: ["a"] })])],
])("another question by its %s", (_name, one, other) => {
  expect(compiled(other)).not.toEqual(compiled(one));
});

test("what is cheap is asked first", () => {
  const { include } = canonicalRule(rule([c, a, b]));
  expect(include.map(({ node }) => "op" in node && node.op)).toEqual(["at-least", "any-of", "contains"]);
});

test("the canonical form of a canonical form is itself, and order never matters", () => {
  const turned = (trees: readonly RuleTree[]): readonly RuleTree[] =>
    trees.toReversed().map((tree) => ("items" in tree ? { ...tree, items: turned(tree.items) } : tree));
  fc.assert(
    fc.property(anyRows(true), fc.constantFrom("all" as const, "any" as const), (rows, match) => {
      const assembled = assembleRule({ match, rows, pins: [] });
      fc.pre(assembled.problems.length === 0);
      const once = canonicalRule(assembled.rule);
      expect(canonicalRule(once)).toEqual(once);
      const { include, exclude } = assembled.rule;
      const other = { ...assembled.rule, include: turned(include), exclude: turned(exclude) };
      expect(compiled(other)).toEqual(compiled(assembled.rule));
    }),
    { numRuns: 300 },
  );
});
