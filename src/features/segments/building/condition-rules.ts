// Conditions as they begin and as they change: what somebody wrote stays as long as it still means something.
import type { EventCatalog, Trait, TraitType } from "../../datasets/catalog-rules";
import {
  type Aggregate,
  type EventNode,
  OPERATORS,
  type Operand,
  operatorOf,
  type RuleNode,
  type SegmentNode,
  type TraitNode,
  type Window,
} from "../../datasets/rules/rule-rules";

const LAST_YEAR: Window = { rel: "last", n: 12, unit: "month" };

/** A condition on a trait; numbers and words are left for the person to say. */
export function newTraitNode(trait: Pick<Trait, "id" | "label" | "type">): TraitNode {
  const [op = ""] = Object.keys(OPERATORS[trait.type]);
  const base = { k: "trait", trait: trait.id, label: trait.label, type: trait.type } as const;
  if (trait.type === "date" || trait.type === "time") return { ...base, op: "within", window: LAST_YEAR };
  return { ...base, op };
}

/** What one can begin a condition on events with, in the order in which it is offered. */
export function eventBeginnings(events: EventCatalog): readonly { readonly label: string; readonly node: EventNode }[] {
  const node = (aggregate: Aggregate, of: string | null = null, ofLabel?: string): EventNode => ({
    k: "events",
    event: null,
    aggregate,
    of,
    ...(ofLabel !== undefined && { ofLabel }),
    op: "at-least",
    value: 1,
    window: LAST_YEAR,
    where: [],
  });
  const numbers = events.properties.filter(({ type }) => type === "number");
  const first = numbers.filter(({ id }) => id === events.amount);
  return [
    ...(events.order ? [{ label: "Number of orders", node: node("orders") }] : []),
    { label: "Number of events", node: node("count") },
    { label: "Number of days with events", node: node("days") },
    ...[...first, ...numbers.filter(({ id }) => id !== events.amount)].map(({ id, label }) => ({
      label: `Sum of ${label}`,
      node: node("sum", id, label),
    })),
  ];
}

export function newSegmentNode({ id, title }: { readonly id: string; readonly title: string }): SegmentNode {
  return { k: "segment", id, label: title, version: "newest", op: "in" };
}

export const COMPARISON_LABELS: Readonly<Record<EventNode["op"], string>> = {
  "at-least": "at least",
  "at-most": "at most",
  "more-than": "more than",
  "less-than": "less than",
  between: "between",
  is: "exactly",
};

/** Operators by what they ask for: values of the one are values of the other. */
const FAMILY: Readonly<Record<Operand, string>> = {
  none: "none",
  text: "text",
  words: "words",
  number: "number",
  numbers: "number",
  percent: "percent",
  count: "count",
  day: "day",
  days: "day",
  window: "window",
  around: "around",
};

/** A choice of the comparison: an operator, with a value or with another trait. */
interface ComparisonChoice {
  /** As `chosenComparison` names it. */
  readonly key: string;
  readonly label: string;
  readonly isWithTrait: boolean;
}

/** Comparisons of a type; with other traits where there are any of the same type. */
export function comparisonChoices(type: TraitType, hasOthers: boolean): readonly ComparisonChoice[] {
  const all = Object.entries(OPERATORS[type]).map(([op, { words }]) => ({ key: op, label: words, isWithTrait: false }));
  const others = hasOthers ? all.filter(({ key }) => operatorOf(type, key)?.takesTrait) : [];
  return [...all, ...others.map(({ key, label }) => ({ key: `${key}:trait`, label, isWithTrait: true }))];
}

export function chosenComparison({ op, other }: TraitNode): string {
  return other === undefined ? op : `${op}:trait`;
}

/** The condition with another comparison; what it was held against stays where it still means something. */
export function withComparison(node: TraitNode, key: string, others: readonly Trait[]): TraitNode {
  const [op = "", withTrait] = key.split(":");
  const { k, trait, label, type, off } = node;
  const description = operatorOf(type, op);
  const base: TraitNode = { k, trait, label, type, op, ...(off && { off }) };
  if (withTrait) {
    const other = others.find(({ id }) => id === node.other) ?? others[0];
    return other ? { ...base, ...unknownOf(node, op), other: other.id, otherLabel: other.label } : base;
  }
  const before = operatorOf(type, node.op);
  const kept: Partial<TraitNode> = {};
  if (description && before && node.other === undefined && FAMILY[before.operand] === FAMILY[description.operand]) {
    const { value, to, values, window } = node;
    const isRange = description.operand === "numbers" || description.operand === "days";
    Object.assign(
      kept,
      value !== undefined && { value },
      isRange && to !== undefined && { to },
      values !== undefined && { values },
      window !== undefined && { window },
    );
  }
  if (description?.operand === "window" && kept.window === undefined) Object.assign(kept, { window: LAST_YEAR });
  if (description?.operand === "around" && kept.value === undefined) Object.assign(kept, { value: 7 });
  if (description?.operand === "percent" && kept.value === undefined) Object.assign(kept, { value: 10 });
  return { ...base, ...unknownOf(node, op), ...kept };
}

function unknownOf(node: TraitNode, op: string): Partial<TraitNode> {
  return operatorOf(node.type, op)?.isNegative && node.unknown ? { unknown: node.unknown } : {};
}

/** Muted, or heard again. */
export function toggledMute<N extends RuleNode>(node: N): N {
  const { off, ...rest } = node;
  return (off ? rest : { ...rest, off: true }) as N;
}

/** A trait's own words for how much is known of it: "98 % known". */
export function fillWords(known: number, customers: number): string {
  if (customers === 0) return "";
  const share = (known / customers) * 100;
  if (known > 0 && share < 1) return "under 1% known";
  return `${known < customers && share > 99 ? 99 : Math.round(share)}% known`;
}
