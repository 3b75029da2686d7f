// What rules mean, said a second time and as plainly as can be: customers one by one, no SQL. The compiler is held against it.
import { fold, fulfils, isCounted, textOperand, wordsOperand } from "../rules/operand-rules";
import {
  type EventNode,
  operatorOf,
  type Rule,
  type RuleTree,
  type SegmentNode,
  type TraitNode,
} from "../rules/rule-rules";
import { addDays, type DayRange, resolveWindow } from "../rules/window-rules";

/** Days and moments as ISO text ("2026-11-01", "2026-11-01 10:00:00"); null or absent is unknown. */
export type Value = string | number | boolean | null | undefined | readonly string[];
export type Values = Readonly<Record<string, Value>>;

export interface InterpretedEvent {
  readonly at: string | null;
  readonly name: string;
  readonly values: Values;
}

export interface InterpretedCustomer {
  readonly id: string;
  /** As pins name them. */
  readonly key: string;
  readonly values: Values;
  readonly events: readonly InterpretedEvent[];
}

export interface InterpretedData {
  readonly customers: readonly InterpretedCustomer[];
  readonly asOf: string;
  readonly orderColumn: string | null;
  readonly segmentRule: (node: SegmentNode) => Rule;
}

/** Ids of those who belong, in the order of the customers. */
export function interpretRule(rule: Rule, data: InterpretedData): readonly string[] {
  return data.customers.filter((customer) => belongs(rule, customer, data)).map(({ id }) => id);
}

function belongs(rule: Rule, customer: InterpretedCustomer, data: InterpretedData): boolean {
  const isPinned = (side: "in" | "out") => rule.pins.some((pin) => pin.side === side && pin.key === customer.key);
  if (isPinned("out")) return false;
  if (isPinned("in")) return true;
  if (rule.include.length === 0) return false;
  const fits = (tree: RuleTree) => fitsTree(tree, customer, data);
  const isIncluded = rule.match === "all" ? rule.include.every(fits) : rule.include.some(fits);
  return isIncluded && !rule.exclude.some(fits);
}

function fitsTree(tree: RuleTree, customer: InterpretedCustomer, data: InterpretedData): boolean {
  if ("items" in tree) {
    const fits = (item: RuleTree) => fitsTree(item, customer, data);
    if (tree.node.op === "all") return tree.items.every(fits);
    return tree.items.some(fits) === (tree.node.op === "any");
  }
  const { node } = tree;
  if (node.k === "trait") return fitsTrait(node, customer.values, data);
  if (node.k === "events") return fitsEvents(node, customer.events, data);
  return belongs(data.segmentRule(node), customer, data) === (node.op === "in");
}

function fitsTrait(node: TraitNode, values: Values, data: InterpretedData): boolean {
  const value = values[node.trait] ?? null;
  if (node.op === "empty") return value === null;
  const other = node.other === undefined ? undefined : (values[node.other] ?? null);
  if (value === null || other === null) {
    return operatorOf(node.type, node.op)?.isNegative === true && node.unknown !== "no";
  }
  return fitsKnown(node, value, other, data);
}

function fitsKnown(node: TraitNode, value: Known, other: Known | undefined, data: InterpretedData): boolean {
  switch (node.type) {
    case "text":
      return fitsText(node, String(value));
    case "tags":
      return fitsTags(node, value as readonly string[]);
    case "number":
      return fitsNumber(node, Number(value), other === undefined ? undefined : Number(other), data);
    case "flag":
      return node.op === "not-empty" || value === (node.op === "yes");
    case "date":
    case "time":
      return fitsDay(node, String(value), other === undefined ? undefined : String(other), data.asOf);
  }
}
type Known = NonNullable<Value>;

function fitsText(node: TraitNode, value: string): boolean {
  const looked = fold(textOperand(node));
  const isListed = wordsOperand(node).includes(value);
  const answers: Readonly<Record<string, boolean>> = {
    "not-empty": true,
    "any-of": isListed,
    "none-of": !isListed,
    contains: fold(value).includes(looked),
    "not-contains": !fold(value).includes(looked),
    starts: fold(value).startsWith(looked),
    ends: fold(value).endsWith(looked),
  };
  return answers[node.op] === true;
}

function fitsTags(node: TraitNode, tags: readonly string[]): boolean {
  const words = wordsOperand(node);
  const hasAny = words.some((word) => tags.includes(word));
  const answers: Readonly<Record<string, boolean>> = {
    "not-empty": true,
    "has-any": hasAny,
    "has-none": !hasAny,
    "has-all": words.every((word) => tags.includes(word)),
    "size-at-least": tags.length >= Number(node.value),
    "size-at-most": tags.length <= Number(node.value),
  };
  return answers[node.op] === true;
}

function fitsNumber(node: TraitNode, value: number, other: number | undefined, data: InterpretedData): boolean {
  const operand = other ?? Number(node.value);
  const answers: Readonly<Record<string, () => boolean>> = {
    "not-empty": () => true,
    "at-least": () => value >= operand,
    "at-most": () => value <= operand,
    "more-than": () => value > operand,
    "less-than": () => value < operand,
    between: () => value >= operand && value <= Number(node.to),
    is: () => value === operand,
    "is-not": () => value !== operand,
    "top-percent": () => isRanked(knownNumbers(node.trait, data).filter((one) => one > value).length, operand),
    "bottom-percent": () => isRanked(knownNumbers(node.trait, data).filter((one) => one < value).length, operand),
  };
  const isRanked = (before: number, percent: number) =>
    before < Math.max(1, Math.ceil((knownNumbers(node.trait, data).length * percent) / 100));
  return answers[node.op]?.() === true;
}

function knownNumbers(trait: string, { customers }: InterpretedData): readonly number[] {
  return customers.map(({ values }) => values[trait]).filter((one) => typeof one === "number");
}

function fitsDay(node: TraitNode, value: string, other: string | undefined, asOf: string): boolean {
  const day = String(node.value);
  switch (node.op) {
    case "not-empty":
      return true;
    case "before":
      return value < (other ?? day);
    case "after":
      return other === undefined ? value.slice(0, 10) > day : value > other;
    case "on":
      return value.slice(0, 10) === day;
    case "between":
      return value.slice(0, 10) >= day && value.slice(0, 10) <= String(node.to);
    case "within":
      return node.window !== undefined && isIn(value, resolveWindow(node.window, asOf));
    case "anniversary":
      return isAnniversary(value, asOf, Number(node.value));
    default:
      return false;
  }
}

function isIn(moment: string, { from, before }: DayRange): boolean {
  return (from === null || moment >= from) && (before === null || moment < before);
}

/** Looks at each of the days around; 29 February is the 28th in a year without it. */
function isAnniversary(value: string, asOf: string, days: number): boolean {
  for (let by = -days; by <= days; by += 1) {
    const day = addDays(asOf, by);
    if (day.slice(5) === value.slice(5, 10)) return true;
    const hasNo29th = addDays(`${day.slice(0, 4)}-02-28`, 1).endsWith("03-01");
    if (hasNo29th && day.endsWith("02-28") && value.slice(5, 10) === "02-29") return true;
  }
  return false;
}

function fitsEvents(node: EventNode, events: readonly InterpretedEvent[], data: InterpretedData): boolean {
  const { window } = node;
  const counted = events.filter(
    ({ at, name, values }) =>
      (node.event === null || node.event === name) &&
      (window === null || (at !== null && isIn(at, resolveWindow(window, data.asOf)))) &&
      node.where.every((one) => fitsTrait(one, values, data)),
  );
  const figure = figureOf(node, counted, data.orderColumn);
  return figure === null ? isCounted(node) && fulfils(0, node) : fulfils(figure, node);
}

/** Null where the figure is unknown. */
function figureOf(node: EventNode, events: readonly InterpretedEvent[], orderColumn: string | null): number | null {
  const different = (values: readonly Value[]) =>
    new Set(values.filter((one) => one !== null && one !== undefined).map((one) => JSON.stringify(one))).size;
  if (node.aggregate === "count") return events.length;
  if (node.aggregate === "days") return different(events.map(({ at }) => at?.slice(0, 10)));
  if (node.aggregate === "orders") return different(events.map(({ values }) => values[orderColumn ?? ""]));
  const numbers = events.map(({ values }) => values[node.of ?? ""]).filter((one) => typeof one === "number");
  const sum = numbers.reduce((a, b) => a + b, 0);
  if (node.aggregate === "sum") return rounded(sum);
  if (numbers.length === 0) return null;
  if (node.aggregate === "mean") return rounded(sum / numbers.length);
  return node.aggregate === "min" ? Math.min(...numbers) : Math.max(...numbers);
}

function rounded(figure: number): number {
  return (Math.sign(figure) * Math.round(Math.abs(figure) * 1e6)) / 1e6;
}
