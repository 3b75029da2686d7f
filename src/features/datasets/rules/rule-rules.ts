// The language that says who belongs: a tree of conditions on traits, events and other segments. It is stored in a
// segment as a list of rows, so that several people may edit it at once; `assembleRule` makes the tree of them.
import type { TraitType } from "../catalog-rules";

/** Days, resolved against the snapshot's day; both ends of a range belong to it. */
export type Window =
  | {
      /** The last n full units before the snapshot's day and what has passed of the current one; the next n likewise;
       * or all that is older than n units. `skip` leaves out the newest units. */
      readonly rel: "last" | "next" | "older";
      readonly n: number;
      readonly unit: "day" | "week" | "month" | "year";
      readonly skip?: number;
    }
  | { readonly from: string; readonly to: string }
  | { readonly calendar: CalendarWord };

export const CALENDAR_WORDS = {
  today: "today",
  yesterday: "yesterday",
  "this-week": "this week",
  "last-week": "last week",
  "this-month": "this month",
  "last-month": "last month",
  "this-quarter": "this quarter",
  "last-quarter": "last quarter",
  "this-year": "this year",
  "last-year": "last year",
} as const;
export type CalendarWord = keyof typeof CALENDAR_WORDS;

/** What an operator asks for beside the trait. */
export type Operand =
  | "none"
  | "text"
  | "words"
  | "number"
  | "numbers"
  | "percent"
  | "count"
  | "day"
  | "days"
  | "window"
  | "around";

interface OperatorDescription {
  readonly words: string;
  readonly operand: Operand;
  /** It says what somebody is not: whom we know nothing of belongs or doesn't, as `unknown` says. */
  readonly isNegative?: true;
  /** May be held against another trait of the same type. */
  readonly takesTrait?: true;
}

const EMPTINESS = {
  empty: { words: "is unknown", operand: "none" },
  "not-empty": { words: "is known", operand: "none" },
} as const satisfies Record<string, OperatorDescription>;

const DAYS = {
  before: { words: "before", operand: "day", takesTrait: true },
  on: { words: "on", operand: "day" },
  after: { words: "after", operand: "day", takesTrait: true },
  between: { words: "between", operand: "days" },
  within: { words: "in", operand: "window" },
  anniversary: { words: "has its anniversary around", operand: "around" },
  ...EMPTINESS,
} as const satisfies Record<string, OperatorDescription>;

/** Operators by type, in the order in which they are offered. Text is compared letter by letter in `any-of` and
 * `none-of`, without regard to case in the others. */
export const OPERATORS = {
  text: {
    "any-of": { words: "is", operand: "words" },
    "none-of": { words: "is not", operand: "words", isNegative: true },
    contains: { words: "contains", operand: "text" },
    "not-contains": { words: "doesn’t contain", operand: "text", isNegative: true },
    starts: { words: "starts with", operand: "text" },
    ends: { words: "ends with", operand: "text" },
    ...EMPTINESS,
  },
  tags: {
    "has-any": { words: "has any of", operand: "words" },
    "has-all": { words: "has all of", operand: "words" },
    "has-none": { words: "has none of", operand: "words", isNegative: true },
    "size-at-least": { words: "number of words at least", operand: "count" },
    "size-at-most": { words: "number of words at most", operand: "count" },
    ...EMPTINESS,
  },
  number: {
    "at-least": { words: "at least", operand: "number", takesTrait: true },
    "at-most": { words: "at most", operand: "number", takesTrait: true },
    "more-than": { words: "more than", operand: "number", takesTrait: true },
    "less-than": { words: "less than", operand: "number", takesTrait: true },
    between: { words: "between", operand: "numbers" },
    is: { words: "is exactly", operand: "number", takesTrait: true },
    "is-not": { words: "is not", operand: "number", takesTrait: true, isNegative: true },
    "top-percent": { words: "in the top", operand: "percent" },
    "bottom-percent": { words: "in the bottom", operand: "percent" },
    ...EMPTINESS,
  },
  flag: {
    yes: { words: "is yes", operand: "none" },
    no: { words: "is no", operand: "none" },
    ...EMPTINESS,
  },
  date: DAYS,
  time: DAYS,
} as const satisfies Record<TraitType, Record<string, OperatorDescription>>;

export function operatorOf(type: TraitType, op: string): OperatorDescription | undefined {
  const operators: Readonly<Record<string, OperatorDescription>> = OPERATORS[type];
  return Object.hasOwn(operators, op) ? operators[op] : undefined;
}

/** A condition on a trait of the customer, or on a property of an event. The label and type are as of the writing. */
export interface TraitNode {
  readonly k: "trait";
  readonly trait: string;
  readonly label: string;
  readonly type: TraitType;
  readonly op: string;
  /** Of `text`, `number`, `percent` (1–99), `count`, `day` (ISO), `around` (days to each side), and the first of two. */
  readonly value?: string | number;
  /** The second of two; it belongs to the range. */
  readonly to?: string | number;
  readonly values?: readonly string[];
  readonly window?: Window;
  /** Another trait of the same type instead of a value, with its label as of the writing. */
  readonly other?: string;
  readonly otherLabel?: string;
  /** Of negative operators: whether those of whom nothing is known belong. Default yes. */
  readonly unknown?: "yes" | "no";
  readonly off?: true;
}

/** What is counted of somebody's events. */
export const AGGREGATES = {
  count: "number of events",
  orders: "number of orders",
  days: "number of days with events",
  sum: "sum of",
  mean: "mean of",
  min: "smallest",
  max: "largest",
} as const;
export type Aggregate = keyof typeof AGGREGATES;

export const COMPARISONS = ["at-least", "at-most", "more-than", "less-than", "between", "is"] as const;

/**
 * A condition on all events of the customer that fit: none is 0 of `count`, `orders`, `days` and `sum`, and unknown to
 * the others, which it never fulfils.
 */
export interface EventNode {
  readonly k: "events";
  /** One of the catalog's names; null for any. */
  readonly event: string | null;
  readonly aggregate: Aggregate;
  /** Property that is summed and the like; null for counts. */
  readonly of: string | null;
  readonly ofLabel?: string;
  readonly op: (typeof COMPARISONS)[number];
  readonly value: number;
  readonly to?: number;
  /** Null for ever. */
  readonly window: Window | null;
  /** All of them hold of an event that counts. */
  readonly where: readonly TraitNode[];
  readonly off?: true;
}

/** Members of another segment's published version, on the same snapshot. */
export interface SegmentNode {
  readonly k: "segment";
  readonly id: string;
  /** The segment's name as of the writing. */
  readonly label: string;
  /** A pinned version, or the newest there is when the question is asked. */
  readonly version: number | "newest";
  readonly op: "in" | "not-in";
  readonly off?: true;
}

export interface GroupNode {
  readonly k: "group";
  readonly op: "all" | "any" | "none";
  readonly off?: true;
}

export type RuleNode = TraitNode | EventNode | SegmentNode | GroupNode;

/** As a segment stores it: `within` is the id of the group's row, or one of the two roots. */
export interface RuleRow {
  readonly id: string;
  readonly node: RuleNode | null;
  readonly within: string;
  readonly [attribute: string]: unknown;
}
export const ROOTS = ["include", "exclude"] as const;

/** A node in its place. */
export type RuleTree =
  | { readonly id: string; readonly node: Exclude<RuleNode, GroupNode> }
  | { readonly id: string; readonly node: GroupNode; readonly items: readonly RuleTree[] };

/** Somebody who is in, or out, whatever the rule says; `key` as `customerKey` makes it. */
export interface RulePin {
  readonly key: string;
  readonly side: "in" | "out";
}

/** Who belongs: those who fit all (or any) of `include` and none of `exclude`. Muted nodes are left out already. */
export interface Rule {
  readonly match: "all" | "any";
  readonly include: readonly RuleTree[];
  readonly exclude: readonly RuleTree[];
  readonly pins: readonly RulePin[];
}

/** Something that keeps a rule from being asked, and the row where it is; null for the rule as a whole. */
export interface RuleProblem {
  readonly rowId: string | null;
  readonly sentence: string;
}

export const MAX_DEPTH = 5;
export const MAX_ROWS = 100;
export const MAX_TEXT = 512;
export const MAX_VALUES = 1_000;
export const MAX_WHERE = 5;
