// A condition in plain words, as lists, comparisons and exports show it.
import {
  AGGREGATES,
  CALENDAR_WORDS,
  type EventNode,
  operatorOf,
  type RuleNode,
  type SegmentNode,
  type TraitNode,
  type Window,
} from "./rule-rules";

/** As many of a condition's values are told where one reads on. */
const FEW = 5;
const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** A row's node in words; "" for one that nobody has begun. Of many values the first are told, unless all are asked for. */
export function nodeWords(node: RuleNode | null, most = FEW): string {
  if (node === null) return "";
  const words = wordsOf(node, most);
  return node.off ? `${words} (muted)` : words;
}

function wordsOf(node: RuleNode, most: number): string {
  switch (node.k) {
    case "group":
      return { all: "all of", any: "any of", none: "none of" }[node.op];
    case "segment":
      return segmentWords(node);
    case "events":
      return eventWords(node, most);
    case "trait":
      return traitWords(node, most);
  }
}

function segmentWords({ label, version, op }: SegmentNode): string {
  const which = version === "newest" ? "" : ` v${version}`;
  return `${op === "in" ? "in" : "not in"} the segment ${label}${which}`;
}

/** What is compared with, in words; "" where nothing is. */
function operandWords(node: TraitNode, most = FEW): string {
  const description = operatorOf(node.type, node.op);
  if (node.other !== undefined) return node.otherLabel ?? node.other;
  switch (description?.operand) {
    case "words":
      return listWords(node.values ?? [], most);
    case "percent":
      return `${valueWords(node.value)} %`;
    case "numbers":
    case "days":
      return `${valueWords(node.value)} and ${valueWords(node.to)}`;
    case "around":
      return `the snapshot’s day, ${valueWords(node.value)} days to each side`;
    case "window":
      return node.window ? windowWords(node.window) : "";
    case "none":
    case undefined:
      return "";
    default:
      return valueWords(node.value);
  }
}

function traitWords(node: TraitNode, most: number): string {
  const description = operatorOf(node.type, node.op);
  const unknown = description?.isNegative && node.unknown !== "no" ? "or is unknown" : "";
  const comparison = node.op === "any-of" && (node.values?.length ?? 0) > 1 ? "is any of" : description?.words;
  return [node.label, comparison ?? "", operandWords(node, most), unknown].filter((one) => one !== "").join(" ");
}

const COMPARISON_WORDS = {
  "at-least": "at least",
  "at-most": "at most",
  "more-than": "more than",
  "less-than": "less than",
  between: "between",
  is: "exactly",
} as const;

function eventWords(node: EventNode, most: number): string {
  const figure =
    node.of === null ? AGGREGATES[node.aggregate] : `${AGGREGATES[node.aggregate]} ${node.ofLabel ?? node.of}`;
  const parts = [node.event === null ? figure : `${figure} “${node.event}”`];
  if (node.window) parts.push(windowWords(node.window));
  if (node.where.length > 0) parts.push(`where ${node.where.map((one) => traitWords(one, most)).join(" and ")}`);
  const range =
    node.op === "between"
      ? `${NUMBER.format(node.value)} and ${NUMBER.format(node.to ?? node.value)}`
      : NUMBER.format(node.value);
  return `${parts.join(", ")}: ${COMPARISON_WORDS[node.op]} ${range}`;
}

/** A window as it was written, not resolved. */
export function windowWords(window: Window): string {
  if ("calendar" in window) return CALENDAR_WORDS[window.calendar];
  if ("from" in window) return `${valueWords(window.from)} to ${valueWords(window.to)}`;
  const { rel, n, unit, skip = 0 } = window;
  const units = (many: number) => `${many} ${unit}${many === 1 ? "" : "s"}`;
  if (rel === "older") return `more than ${units(n)} ago`;
  const words = `the ${rel} ${units(n)}`;
  return skip === 0 ? words : `${words} without the ${rel === "last" ? "newest" : "first"} ${units(skip)}`;
}

function listWords(values: readonly string[], most: number): string {
  const shown = values.slice(0, most).join(", ");
  return values.length > most ? `${shown} and ${values.length - most} more` : shown;
}

/** Days written out, numbers in groups, anything else as it is. */
function valueWords(value: string | number | undefined): string {
  if (value === undefined) return "…";
  if (typeof value === "number") return NUMBER.format(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? DAY.format(new Date(`${value}T00:00Z`)) : value;
}
