// Rules that are wrong in every way we know: each has a sentence, and is asked of nobody.
import { describe, expect, test } from "vitest";
import { type Catalog, UNKNOWN_PROFILE } from "../catalog-rules";
import type { CompileContext } from "../questions/compile-condition";
import { Params } from "../questions/compile-condition";
import { compileRule } from "../questions/compile-rule";
import { duckdbDialect } from "../questions/dialect";
import { assembleRule } from "./assemble-rule-rules";
import { catalogProblems, nodeProblem } from "./rule-check-rules";
import { MAX_ROWS, type Rule, type RuleNode, type RuleRow, type RuleTree, type TraitNode } from "./rule-rules";

const text = { k: "trait", trait: "city", label: "City", type: "text", op: "any-of", values: ["Lyon"] } as const;
const number = { k: "trait", trait: "spent", label: "Spent", type: "number", op: "at-least", value: 1 } as const;
const events = {
  k: "events",
  event: null,
  aggregate: "count",
  of: null,
  op: "at-least",
  value: 1,
  window: null,
  where: [],
} as const;
const within = (window: unknown) => ({ k: "trait", trait: "d", label: "D", type: "date", op: "within", window });

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a list", []],
  ["a word", "all"],
  ["no kind", {}],
  ["a kind of nobody's", { k: "bucket" }],
  ["a kind of JavaScript's", { k: "__proto__" }],
  ["another kind of JavaScript's", { k: "constructor" }],
  ["a list as kind", { k: ["group"], op: "all" }],
  ["an own __proto__", JSON.parse('{"k":"group","op":"all","__proto__":{}}')],
  ["something more", { ...text, sql: "1=1" }],
  ["muted by a word", { ...text, off: "yes" }],
  ["a type of JavaScript's", { ...text, type: "constructor" }],
  ["an operator of JavaScript's", { ...text, op: "toString" }],
  ["another type's operator", { ...number, op: "contains" }],
  ["a list as operator", { ...text, op: ["any-of"] }],
  ["a list as group", { k: "group", op: ["none"] }],
  ["a list as aggregate", { ...events, aggregate: ["count"] }],
  ["a list as comparison", { ...events, op: ["is"] }],
  ["NaN", { ...number, value: Number.NaN }],
  ["Infinity", { ...number, value: Number.POSITIVE_INFINITY }],
  ["a number from an object", { ...number, value: { valueOf: () => 1 } }],
  ["Infinity of events", { ...events, value: Number.POSITIVE_INFINITY }],
  ["a text that ends early", { ...text, values: ["Ly\0on"] }],
  ["half a letter", { ...text, values: ["\ud800"] }],
  ["a very long text", { ...text, values: ["x".repeat(513)] }],
  ["ten thousand pasted lines", { ...text, values: Array.from({ length: 10_000 }, (_, n) => `v${n}`) }],
  ["values that are no texts", { ...text, values: [1] }],
  ["values that are no list", { ...text, values: "Lyon" }],
  ["a window that ends before it begins", within({ from: "2026-02-01", to: "2026-01-01" })],
  ["a day that isn't", within({ from: "2024-02-30", to: "2026-01-01" })],
  ["a window without an end", within({ from: "2024-02-01" })],
  ["a window of nothing", within({ rel: "last", n: 0, unit: "day" })],
  ["a window of half a day", within({ rel: "last", n: 0.5, unit: "day" })],
  ["a window of ages", within({ rel: "last", n: 3651, unit: "year" })],
  ["a window that leaves out all of itself", within({ rel: "last", n: 3, unit: "day", skip: 3 })],
  ["a window of JavaScript's", within({ calendar: "constructor" })],
  ["a list as window", within({ rel: ["last"], n: 1, unit: "day" })],
  ["a segment without a version", { k: "segment", id: "x", label: "X", op: "in" }],
  ["a segment's version 0", { k: "segment", id: "x", label: "X", op: "in", version: 0 }],
  ["six where", { ...events, where: Array.from({ length: 6 }, () => text) }],
  ["events within events", { ...events, where: [events] }],
  ["ranks of events", { ...events, where: [{ ...number, op: "bottom-percent", value: 5 }] }],
])("a node that is %s", (_name, node) => {
  expect(nodeProblem(node)).toMatch(/\.$/);
});

test("a thousand values are taken", () => {
  expect(nodeProblem({ ...text, values: Array.from({ length: 1_000 }, (_, n) => `v${n}`) })).toBeNull();
});

const row = (node: unknown, rest: Partial<RuleRow> = {}): RuleRow => ({
  ...{ id: crypto.randomUUID(), within: "include", node: node as RuleNode, ...rest },
});
const problemsOf = (rows: readonly RuleRow[], pins: readonly unknown[] = []) => {
  const { rule, problems } = assembleRule({ match: "all", rows, pins: pins as never });
  return { rule, sentences: problems.map(({ sentence }) => sentence) };
};
const nested = (depth: number): readonly RuleRow[] => [
  ...Array.from({ length: depth }, (_, n) =>
    row({ k: "group", op: "any" }, { id: `g${n}`, within: n === 0 ? "include" : `g${n - 1}` }),
  ),
  row(text, { within: `g${depth - 1}` }),
];

test.each<[string, readonly RuleRow[], (readonly unknown[])?]>([
  ["no row", []],
  ["muted rows alone", [row({ ...text, off: true })]],
  ["exclusions alone", [row(text, { within: "exclude" })]],
  ["a row that nobody has begun", [row(null)]],
  ["an empty group", [row({ k: "group", op: "any" })]],
  ["an empty group of none", [row(text), row({ k: "group", op: "none" })]],
  ["a group that is gone", [row(text), row(text, { within: "gone" })]],
  ["groups within one another", [row(text), row({ k: "group", op: "any" }, { id: "a", within: "a" })]],
  [
    "groups in a circle",
    [
      row(text),
      row({ k: "group", op: "any" }, { id: "a", within: "b" }),
      row({ k: "group", op: "any" }, { id: "b", within: "a" }),
    ],
  ],
  [
    "a muted group with its own id below",
    [row({ k: "group", op: "any", off: true }, { id: "a" }), row({ k: "group", op: "any" }, { id: "a", within: "a" })],
  ],
  ["a row that is called as a root", [row({ k: "group", op: "any", off: true }, { id: "include" })]],
  ["groups five deep", nested(5)],
  ["groups a hundred deep", nested(99)],
  ["too many rows", Array.from({ length: MAX_ROWS + 1 }, () => row(text))],
  ["no values", [row({ ...text, values: [] })]],
  ["blank values", [row({ ...text, op: "none-of", values: ["", " \t", "\n"] })]],
  ["blank tags", [row({ ...text, type: "tags", op: "has-all", values: [" "] })]],
  ["blank text", [row({ ...text, op: "not-contains", value: "  " })]],
  ["no number", [row({ ...number, value: undefined })]],
  ["a text for a number", [row({ ...number, value: "12" })]],
  ["a number between more and less", [row({ ...number, op: "between", value: 5, to: 1 })]],
  ["a half-open between", [row({ ...number, op: "between", value: 5 })]],
  [
    "days between later and earlier",
    [row({ ...text, type: "date", op: "between", value: "2026-02-01", to: "2026-01-01" })],
  ],
  ["a day that isn't", [row({ ...text, type: "date", op: "on", value: "2024-02-30" })]],
  ["101 percent", [row({ ...number, op: "top-percent", value: 101 })]],
  ["no window", [row({ ...text, type: "date", op: "within" })]],
  ["an anniversary within years", [row({ ...text, type: "date", op: "anniversary", value: 181 })]],
  ["the sum of nothing", [row({ ...events, aggregate: "sum" })]],
  ["events between more and less", [row({ ...events, op: "between", value: 5, to: 1 })]],
  ["somebody without a key", [row(text)], [{ key: "anna", side: "in" }]],
  ["somebody with a key that is too great", [row(text)], [{ key: "18446744073709551616", side: "in" }]],
  ["somebody on no side", [row(text)], [{ key: "1", side: "both" }]],
])("a rule with %s", (_name, rows, pins) => {
  const { sentences } = problemsOf(rows, pins);
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(sentence).toMatch(/\.$/);
});

test("groups stand four deep below the rule, and what is muted is as if it weren't there", () => {
  expect(problemsOf(nested(4)).sentences).toEqual([]);
  const muted = [
    row({ k: "group", op: "none" }, { id: "g" }),
    row({ ...text, off: true }, { within: "g" }),
    row(number),
  ];
  const { rule, sentences } = problemsOf(muted);
  expect(sentences).toEqual([]);
  expect(rule.include).toHaveLength(1);
});

const catalog: Catalog = {
  traits: [
    {
      ...{ id: "city", label: "City", type: "text", group: "geographic", unit: "plain", isPersonal: false },
      ...{ origin: "column", profile: UNKNOWN_PROFILE },
    },
  ],
  events: null,
};

test.each<[string, RuleNode]>([
  ["a trait that is gone", { ...number }],
  ["a column that is no trait", { ...text, trait: "_id" }],
  ["a trait by a name of JavaScript's", { ...text, trait: "constructor" }],
  ["a trait by a name that is SQL", { ...text, trait: 'city" IS NULL OR TRUE --' }],
  ["a trait of another type", { ...number, trait: "city" }],
  ["another trait that is gone", { ...text, other: "gone" }],
  ["events that there are none of", { ...events }],
])("%s is said to be, for these data", (_name, node) => {
  const { rule } = problemsOf([row(node)]);
  expect(catalogProblems(rule, catalog)).not.toEqual([]);
});

describe("what checks would have found is never asked", () => {
  const context: CompileContext = {
    ...{ dialect: duckdbDialect, asOf: "2026-11-01", cutOf: () => null, segmentRule: () => null, orderColumn: null },
  };
  const leaf = (node: unknown): RuleTree => ({ id: "x", node: node as TraitNode });
  const segment = (id: string) => leaf({ k: "segment", id, label: id, version: 1, op: "not-in" });
  const asked = (include: readonly RuleTree[], rest: Partial<CompileContext> = {}) => {
    const rule: Rule = { match: "all", include, exclude: [], pins: [] };
    return compileRule(rule, new Params(duckdbDialect), { ...context, ...rest });
  };
  test.each<[string, RuleTree]>([
    ["an operator that isn't known", leaf({ ...text, op: "matches" })],
    ["a list without words", leaf({ ...text, op: "none-of", values: [" "] })],
    ["a segment that is gone", segment("gone")],
    ["an empty group", { id: "g", node: { k: "group", op: "none" }, items: [] }],
    ["the sum of nothing", leaf({ ...events, aggregate: "sum" })],
    ["a window that is missing", leaf({ ...text, type: "date", op: "within" })],
  ])("%s", (_name, tree) => {
    expect(() => asked([tree])).toThrow(expect.objectContaining({ code: "INVALID" }));
  });

  test("nobody is in a rule without conditions", () => {
    expect(asked([])).toBe("FALSE");
  });

  test("segments in a circle", () => {
    const circle: Rule = { match: "all", include: [segment("a")], exclude: [], pins: [] };
    expect(() => asked([segment("a")], { segmentRule: () => circle })).toThrow(
      expect.objectContaining({ code: "INVALID" }),
    );
  });

  test("segments that double and double again", () => {
    const ruleOf = (level: number): Rule => ({
      match: "any",
      include:
        level === 0
          ? [leaf(text)]
          : Array.from({ length: 20 }, (_, n) => ({
              ...{ id: "g", node: { k: "group", op: "all" } as const },
              items: [segment(String(level - 1)), leaf({ ...number, value: n })],
            })),
      exclude: [],
      pins: [],
    });
    expect(() => asked([segment("5")], { segmentRule: ({ id }) => ruleOf(Number(id)) })).toThrow(
      expect.objectContaining({ code: "LIMIT" }),
    );
  });
});
