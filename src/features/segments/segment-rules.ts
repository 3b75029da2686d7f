// What a segment is made of, in the order in which it is read, and what it needs before it is published.
import type { Claim, ClaimsField, DocumentContent, Field } from "../documents/field-rules";

export const SEGMENT_BASES = {
  demographic: "Demographic",
  geographic: "Geographic",
  behavioural: "Behavioural",
  psychographic: "Psychographic",
  firmographic: "Firmographic",
  needs: "Needs",
} as const;

export const TARGETING_DECISIONS = {
  undecided: "Not decided",
  invest: "Invest",
  maintain: "Maintain",
  watch: "Watch",
  exclude: "Exclude",
} as const;

export interface SegmentContent extends DocumentContent {
  readonly title: string;
  readonly summary: string;
  readonly bases: readonly (keyof typeof SEGMENT_BASES)[];
  /** Who belongs, in prose: the rule until there is data to measure one on. */
  readonly definition: string;
  readonly targeting: keyof typeof TARGETING_DECISIONS;
  readonly targetingReason: string;
  /** Customers, estimated by hand. */
  readonly sizeEstimate: number | null;
  readonly sizeSource: string;
  readonly claims: {
    readonly characteristics: readonly Claim[];
    readonly needs: readonly Claim[];
    readonly triggers: readonly Claim[];
  };
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

export const SEGMENT_TARGETING: readonly Field[] = [
  { path: ["targeting"], label: "Decision", shape: "choice", choices: TARGETING_DECISIONS },
  { path: ["targetingReason"], label: "Because", shape: "text", max: 500, hint: "Why this decision" },
];

export const SEGMENT_SIZE: readonly Field[] = [
  { path: ["sizeEstimate"], label: "Estimated customers", shape: "number", min: 0, max: 10_000_000_000 },
  { path: ["sizeSource"], label: "Source of the estimate", shape: "line", max: 200, hint: "Where the figure is from" },
];

export const SEGMENT_CLAIMS: readonly ClaimsField[] = [
  {
    path: ["claims", "characteristics"],
    label: "Characteristics",
    shape: "claims",
    max: 500,
    hint: "What they have in common",
  },
  { path: ["claims", "needs"], label: "Needs", shape: "claims", max: 500, hint: "What they look for" },
  { path: ["claims", "triggers"], label: "Triggers", shape: "claims", max: 500, hint: "What sets them off" },
];

export const SEGMENT_FIELDS: readonly Field[] = [
  ...SEGMENT_IDENTITY,
  ...SEGMENT_DEFINITION,
  ...SEGMENT_TARGETING,
  ...SEGMENT_SIZE,
  ...SEGMENT_CLAIMS,
];

/** Sentences for what must be filled in before publication. */
export function missingInSegment(content: SegmentContent): readonly string[] {
  const missing: string[] = [];
  if (content.title === "") missing.push("Give the segment a name.");
  if (content.definition === "" && content.summary === "") missing.push("Say who belongs, or write a summary.");
  return missing;
}
