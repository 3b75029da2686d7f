// What a segment is made of, in the order in which it is read, and what it needs before it is published.

import { TRAIT_GROUPS } from "../datasets/catalog-rules";
import { assembleRule, hasRule } from "../datasets/rules/assemble-rule-rules";
import { nodeProblem } from "../datasets/rules/rule-check-rules";
import type { RuleNode, RulePin, RuleRow } from "../datasets/rules/rule-rules";
import { nodeWords } from "../datasets/rules/rule-words-rules";
import type { Body } from "../documents/bodies/body-rules";
import {
  ADDED_FIELDS,
  type AddedContent,
  type BodyField,
  type ChoiceField,
  type Claim,
  claimsField,
  type DocumentContent,
  type Field,
  type Item,
  type ListField,
} from "../documents/field-rules";

/** What a segment rests on: the groups that traits of customers are sorted by. */
export const SEGMENT_BASES = TRAIT_GROUPS;

export const TARGETING_DECISIONS = {
  undecided: "Not decided",
  invest: "Invest",
  maintain: "Maintain",
  watch: "Watch",
  exclude: "Exclude",
} as const;

/** Kotler's five tests of a segment, each from 1 to 5. */
const USEFULNESS = {
  measurable: ["Measurable", "Can we count them?"],
  substantial: ["Substantial", "Are they worth it?"],
  accessible: ["Accessible", "Can we reach them?"],
  differentiable: ["Differentiable", "Do they answer differently from others?"],
  actionable: ["Actionable", "Can we do something for them?"],
} as const;

export interface SegmentContent extends DocumentContent, AddedContent {
  readonly summary: string;
  readonly bases: readonly (keyof typeof SEGMENT_BASES)[];
  /** Who belongs, in prose: the rule until there is data to measure one on. */
  readonly definition: string;
  /** The customer data that the rule speaks of; null while there is none. */
  readonly data: { readonly id: string; readonly name: string } | null;
  readonly match: "all" | "any";
  readonly rule: readonly RuleRow[];
  readonly pins: readonly (Item & RulePin & { readonly reason: string })[];
  readonly targeting: keyof typeof TARGETING_DECISIONS;
  readonly targetingReason: string;
  readonly usefulness: Readonly<Record<keyof typeof USEFULNESS, number | null>>;
  /** Customers, estimated by hand. */
  readonly sizeEstimate: number | null;
  readonly sizeSource: string;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  /** The segment that this one is a part of; at most one. */
  readonly parent: readonly (Item & { readonly title: string })[];
  readonly claims: Readonly<Record<SegmentSection, readonly Claim[]>>;
  readonly notes: Body;
}

export const SEGMENT_IDENTITY: readonly Field[] = [
  { path: ["title"], label: "Name", shape: "line", max: 120 },
  { path: ["summary"], label: "Summary", shape: "text", max: 600, hint: "Who they are in a sentence or two" },
  { path: ["bases"], label: "Bases", shape: "choices", choices: SEGMENT_BASES },
];

export const SEGMENT_DEFINITION: readonly Field[] = [
  {
    path: ["definition"],
    label: "Who belongs",
    shape: "text",
    max: 2000,
    hint: "The rule in words, so that two people sort a customer the same way",
  },
];

/** The rule, measured on customer data: rows of a tree, so that several people may edit it at once. */
const SEGMENT_RULE: ListField = {
  path: ["rule"],
  label: "Rule",
  shape: "list",
  most: 100,
  attributes: [
    {
      path: ["node"],
      label: "Condition",
      shape: "data",
      words: (value) => nodeWords(value as RuleNode),
      allWords: (value) => nodeWords(value as RuleNode, Number.POSITIVE_INFINITY),
      problem: nodeProblem,
    },
    { path: ["within"], label: "Stands in", shape: "line", max: 40 },
  ],
  nests: { by: "within", roots: { include: "Who belongs", exclude: "But not" } },
};

const SEGMENT_PINS: ListField = {
  path: ["pins"],
  label: "Named by hand",
  shape: "list",
  most: 1_000,
  attributes: [
    { path: ["key"], label: "Customer", shape: "line", max: 20 },
    { path: ["side"], label: "Belongs", shape: "choice", choices: { in: "Always in", out: "Never in" } },
    { path: ["reason"], label: "Because", shape: "line", max: 200 },
  ],
};

const SEGMENT_MEASURING: readonly Field[] = [
  {
    path: ["data"],
    label: "Customer data",
    shape: "data",
    words: (value) => (value as SegmentContent["data"])?.name ?? "",
    problem: dataProblem,
  },
  {
    path: ["match"],
    label: "Who belongs fits",
    shape: "choice",
    choices: { all: "All of the conditions", any: "Any of the conditions" },
  },
  SEGMENT_RULE,
  SEGMENT_PINS,
];

function dataProblem(value: unknown): string | null {
  const { id, name, ...rest } = Object(value) as Record<string, unknown>;
  const isNamed = typeof name === "string" && name.length <= 120;
  return /^[0-9a-f-]{36}$/.test(String(id)) && isNamed && Object.keys(rest).length === 0
    ? null
    : "these are no customer data.";
}

/** What lists of segments are narrowed by. */
export const SEGMENT_FACET: ChoiceField = {
  path: ["targeting"],
  label: "Decision",
  shape: "choice",
  choices: TARGETING_DECISIONS,
};

export const SEGMENT_TARGETING: readonly Field[] = [
  SEGMENT_FACET,
  { path: ["targetingReason"], label: "Because", shape: "text", max: 500, hint: "Why this decision" },
];

export const SEGMENT_SIZE: readonly Field[] = [
  { path: ["sizeEstimate"], label: "Estimated customers", shape: "number", min: 0, max: 10_000_000_000 },
  { path: ["sizeSource"], label: "Source of the estimate", shape: "line", max: 200, hint: "Where the figure is from" },
];

export const SEGMENT_AGES: readonly Field[] = [
  { path: ["ageFrom"], label: "Youngest", shape: "number", min: 0, max: 120 },
  { path: ["ageTo"], label: "Oldest", shape: "number", min: 0, max: 120 },
];

export const SEGMENT_USEFULNESS: readonly Field[] = Object.entries(USEFULNESS).map(([name, [label, hint]]) => ({
  path: ["usefulness", name],
  label,
  hint,
  shape: "number",
  min: 1,
  max: 5,
}));

export const SEGMENT_PARENT: ListField = {
  path: ["parent"],
  label: "Part of",
  shape: "list",
  most: 1,
  linksTo: "segment",
  attributes: [{ path: ["title"], label: "Segment", shape: "line", max: 120 }],
};

const SECTIONS = {
  characteristics: ["Characteristics", "What they have in common"],
  preferences: ["Preferences", "What they like better"],
  needs: ["Needs", "What they look for"],
  pains: ["Pain points", "What stands in their way"],
  motivations: ["Motivations", "What drives them"],
  challenges: ["Challenges", "What they struggle with"],
  buying: ["Buying behaviour", "How they buy"],
  triggers: ["Triggers", "What sets them off"],
  channels: ["Channels", "Where one reaches them"],
} as const;
export type SegmentSection = keyof typeof SECTIONS;

export const SEGMENT_CLAIMS: readonly ListField[] = Object.entries(SECTIONS).map(([name, [label, hint]]) =>
  claimsField(["claims", name], label, hint),
);

export const SEGMENT_NOTES: BodyField = {
  path: ["notes"],
  label: "Notes",
  shape: "body",
  hint: "What else one should know",
};

export const SEGMENT_FIELDS: readonly Field[] = [
  ...SEGMENT_IDENTITY,
  ...SEGMENT_DEFINITION,
  ...SEGMENT_MEASURING,
  ...SEGMENT_TARGETING,
  ...SEGMENT_SIZE,
  ...SEGMENT_AGES,
  ...SEGMENT_USEFULNESS,
  SEGMENT_PARENT,
  ...SEGMENT_CLAIMS,
  SEGMENT_NOTES,
  ...ADDED_FIELDS,
];

/** Sentences for what must be filled in before publication. */
export function missingInSegment(content: SegmentContent): readonly string[] {
  const missing: string[] = [];
  if (content.title === "") missing.push("Give the segment a name.");
  const rule = { match: content.match, rows: content.rule, pins: content.pins };
  if (!hasRule(rule)) {
    if (content.definition === "" && content.summary === "") missing.push("Say who belongs, or write a summary.");
    return missing;
  }
  // A rule is published when it can be asked, or not at all: nobody could tell who belongs.
  if (!content.data) missing.push("Choose the customer data that the rule speaks of.");
  const sentences = new Set(assembleRule(rule).problems.map(({ sentence }) => sentence));
  missing.push(...[...sentences].slice(0, 3).map((sentence) => `The rule isn’t finished: ${sentence}`));
  return missing;
}
