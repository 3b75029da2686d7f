// What is wrong with a rule: with the form of a single condition, and with what conditions speak of.
import { type Catalog, type Trait, type TraitType, traitOf } from "../catalog-rules";
import { textOperand, wordsOperand } from "./operand-rules";
import {
  AGGREGATES,
  CALENDAR_WORDS,
  COMPARISONS,
  type EventNode,
  MAX_TEXT,
  MAX_VALUES,
  MAX_WHERE,
  OPERATORS,
  operatorOf,
  type Rule,
  type RuleProblem,
  type RuleTree,
  type TraitNode,
} from "./rule-rules";
import { isDay } from "./window-rules";

type Json = Record<string, unknown>;
const KEYS: Record<string, readonly string[]> = {
  trait: [
    ...["k", "trait", "label", "type", "op", "value", "to", "values", "window"],
    ...["other", "otherLabel", "unknown", "off"],
  ],
  events: ["k", "event", "aggregate", "of", "ofLabel", "op", "value", "to", "window", "where", "off"],
  segment: ["k", "id", "label", "version", "op", "off"],
  group: ["k", "op", "off"],
};

/**
 * What is wrong with the form of a row's node, whatever the data are; null when nothing is. A node that nobody has finished
 * is well formed: `incompleteness` says what it lacks.
 */
export function nodeProblem(value: unknown): string | null {
  if (value === null) return null;
  if (!isJson(value) || typeof value.k !== "string" || !Object.hasOwn(KEYS, value.k)) return "This is no condition.";
  const odd = Object.keys(value).find((key) => !KEYS[value.k as string]?.includes(key));
  if (odd) return `A condition has nothing called “${odd.slice(0, 40)}”.`;
  if (value.off !== undefined && value.off !== true) return "A condition is muted or it isn’t.";
  switch (value.k) {
    case "group":
      return isOneOf(value.op, ["all", "any", "none"]) ? null : "A group holds all, any or none.";
    case "segment":
      return segmentProblem(value);
    case "events":
      return eventsProblem(value);
    default:
      return traitProblem(value);
  }
}

function segmentProblem(value: Json): string | null {
  const isKnown = isText(value.id) && isText(value.label) && isOneOf(value.op, ["in", "not-in"]);
  const isVersion = value.version === "newest" || (Number.isInteger(value.version) && Number(value.version) > 0);
  return isKnown && isVersion ? null : "A segment is named by its id, and a version or the newest.";
}

function traitProblem(value: Json): string | null {
  if (!isText(value.trait) || !isText(value.label)) return "A condition names its trait.";
  if (typeof value.type !== "string" || !Object.hasOwn(OPERATORS, value.type)) return "This type of trait isn’t known.";
  if (typeof value.op !== "string" || !operatorOf(value.type as TraitType, value.op))
    return "This comparison doesn’t go with the trait.";
  for (const key of ["value", "to"]) {
    const one = value[key];
    if (one !== undefined && !isText(one) && !Number.isFinite(one))
      return `A value is a number, or a text of up to ${MAX_TEXT} letters.`;
  }
  for (const key of ["other", "otherLabel"]) {
    if (value[key] !== undefined && !isText(value[key])) return "Another trait is named by its id.";
  }
  if (value.unknown !== undefined && value.unknown !== "yes" && value.unknown !== "no") return "Unknown is yes or no.";
  const { values } = value;
  if (values !== undefined) {
    if (!Array.isArray(values) || !values.every(isText)) return `Values are texts of up to ${MAX_TEXT} letters.`;
    if (values.length > MAX_VALUES) return `A condition takes up to ${MAX_VALUES.toLocaleString("en")} values.`;
  }
  return value.window === undefined || value.window === null ? null : windowProblem(value.window);
}

function eventsProblem(value: Json): string | null {
  if (value.event !== null && !isText(value.event)) return "An event is named.";
  if (!isOneOf(value.aggregate, Object.keys(AGGREGATES))) return "This can’t be counted of events.";
  if (value.of !== null && !isText(value.of)) return "What is summed is named.";
  if (value.ofLabel !== undefined && !isText(value.ofLabel)) return "What is summed is named.";
  if (!isOneOf(value.op, COMPARISONS)) return "This comparison doesn’t go with a number.";
  if (!Number.isFinite(value.value) || (value.to !== undefined && !Number.isFinite(value.to)))
    return "A number is missing.";
  const { where } = value;
  if (!Array.isArray(where) || where.length > MAX_WHERE) return `Events are narrowed by up to ${MAX_WHERE} conditions.`;
  for (const node of where) {
    const problem = isJson(node) && node.k === "trait" ? nodeProblem(node) : "Events are narrowed by their properties.";
    if (problem) return problem;
    if (isOneOf((node as Json).op, ["top-percent", "bottom-percent"])) return "Events have no top and no bottom.";
  }
  return value.window === null ? null : windowProblem(value.window);
}

function windowProblem(window: unknown): string | null {
  const problem = "This window of time isn’t known.";
  if (!isJson(window)) return problem;
  const keys = Object.keys(window).sort().join(" ");
  if (keys === "calendar") return isOneOf(window.calendar, Object.keys(CALENDAR_WORDS)) ? null : problem;
  if (keys === "from to") {
    if (!isDay(window.from) || !isDay(window.to)) return "A window goes from a day to a day.";
    return window.from <= window.to ? null : "The window ends before it begins.";
  }
  if (keys !== "n rel unit" && keys !== "n rel skip unit") return problem;
  const isWhole = (n: unknown, least: number) => Number.isInteger(n) && Number(n) >= least && Number(n) <= 3650;
  if (!isOneOf(window.rel, ["last", "next", "older"]) || !isWhole(window.n, 1)) return problem;
  if (!isOneOf(window.unit, ["day", "week", "month", "year"])) return problem;
  if (window.skip === undefined) return null;
  if (window.rel === "older" || !isWhole(window.skip, 0)) return problem;
  return Number(window.skip) < Number(window.n) ? null : "The window leaves out all of itself.";
}

/** What somebody still has to fill in; null when the condition can be asked. */
export function incompleteness(node: TraitNode | EventNode): string | null {
  if (node.k === "events") return eventsIncompleteness(node);
  const description = operatorOf(node.type, node.op);
  if (!description) return "Choose how the trait is compared.";
  if (node.other !== undefined)
    return description.takesTrait ? null : "This comparison takes a value, not another trait.";
  const { value, to } = node;
  switch (description.operand) {
    case "none":
      return null;
    case "text":
      return typeof value === "string" && textOperand(node) !== "" ? null : "Write what to look for.";
    case "words":
      return wordsOperand(node).length > 0 ? null : "Choose at least one value.";
    case "number":
      return typeof value === "number" ? null : "Write a number.";
    case "numbers":
      return rangeProblem(value, to, "number", "Write two numbers.");
    case "percent":
      return typeof value === "number" && value >= 1 && value <= 99 ? null : "Write a percentage from 1 to 99.";
    case "count":
      return Number.isInteger(value) && Number(value) >= 0 ? null : "Write a whole number.";
    case "day":
      return isDay(value) ? null : "Choose a day.";
    case "days":
      if (!isDay(value) || !isDay(to)) return "Choose two days.";
      return rangeProblem(value, to, "string", "Choose two days.");
    case "around":
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 180 ? null : "Write up to 180 days.";
    case "window":
      return node.window ? null : "Choose a window of time.";
  }
}

function rangeProblem(value: unknown, to: unknown, type: "number" | "string", missing: string): string | null {
  if (typeof value !== type || typeof to !== type) return missing;
  return (value as number) <= (to as number) ? null : "The range ends before it begins.";
}

function eventsIncompleteness(node: EventNode): string | null {
  if (["sum", "mean", "min", "max"].includes(node.aggregate) && node.of === null) return "Choose what is summed.";
  if (node.op === "between") {
    const problem = rangeProblem(node.value, node.to, "number", "Write two numbers.");
    if (problem) return problem;
  }
  return node.where.map(incompleteness).find((one) => one !== null) ?? null;
}

/** What the data say to a rule: traits that are gone or of another type, events that there are none of. */
export function catalogProblems(rule: Rule, catalog: Catalog): readonly RuleProblem[] {
  return [...rule.include, ...rule.exclude].flatMap((tree) => treeProblems(tree, catalog));
}

function treeProblems(tree: RuleTree, catalog: Catalog): readonly RuleProblem[] {
  if ("items" in tree) return tree.items.flatMap((item) => treeProblems(item, catalog));
  const { id: rowId, node } = tree;
  if (node.k === "segment") return [];
  const sentences = node.k === "trait" ? traitProblems(node, catalog.traits) : eventNodeProblems(node, catalog);
  return sentences.map((sentence) => ({ rowId, sentence }));
}

function traitProblems(node: TraitNode, traits: readonly Trait[]): readonly string[] {
  const named: readonly (readonly [string, string])[] = [
    [node.trait, node.label],
    ...(node.other === undefined ? [] : [[node.other, node.otherLabel ?? node.other] as const]),
  ];
  return named.flatMap(([id, label]) => {
    const trait = traitOf(traits, id);
    if (!trait) return [`“${label}” isn’t in the data any more.`];
    return trait.type === node.type
      ? []
      : [`“${label}” has become another type of trait; choose it again to say what it means now.`];
  });
}

function eventNodeProblems(node: EventNode, { events }: Catalog): readonly string[] {
  if (!events) return ["These data have no events."];
  const problems = node.where.flatMap((one) => traitProblems(one, events.properties));
  if (node.aggregate === "orders" && !events.order) problems.push("The events don’t say which order they belong to.");
  if (node.event !== null && !events.names.some(({ value }) => value === node.event)) {
    problems.push(`There is no event “${node.event}” in the data.`);
  }
  if (node.of !== null) {
    const property = traitOf(events.properties, node.of);
    if (!property) problems.push(`“${node.ofLabel ?? node.of}” isn’t in the data any more.`);
    else if (property.type !== "number") problems.push(`“${property.label}” is no number any more.`);
  }
  return problems;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text that a database takes as it is: no letter of it is cut in two, and none ends it. */
function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_TEXT && value.isWellFormed() && !value.includes("\0");
}

function isOneOf(value: unknown, all: readonly string[]): boolean {
  return typeof value === "string" && all.includes(value);
}
