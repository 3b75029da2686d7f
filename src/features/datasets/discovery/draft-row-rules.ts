// Rows of rules that discovery writes: plain conditions with plain numbers, as a person would have written them.
import type { GroupNode, RuleNode, RuleRow, TraitNode } from "../rules/rule-rules";
import { nodeWords } from "../rules/rule-words-rules";
import { addDays } from "../rules/window-rules";
import type { TraitName } from "./role-trait-rules";

export function rowOf(node: RuleNode, within = "include"): RuleRow {
  return { id: crypto.randomUUID(), node, within };
}

/** A box of conditions: its own row and those within. */
export function boxOf(op: GroupNode["op"], within: string, nodes: readonly RuleNode[]): readonly RuleRow[] {
  const box = rowOf({ k: "group", op }, within);
  return [box, ...nodes.map((node) => rowOf(node, box.id))];
}

export function traitNode(trait: TraitName, rest: Omit<TraitNode, "k" | "trait" | "label" | "type">): TraitNode {
  return { k: "trait", trait: trait.id, label: trait.label, type: trait.type, ...rest };
}

/** Days between the snapshot's day and the trait's, of which `more` is left out and `most` included; null is open. */
export interface DaySpan {
  readonly more: number | null;
  readonly most: number | null;
}

/** The longest window that the language has. */
const LONGEST = 3650;

/**
 * So many days ago: of a number that counts them, or of a day or moment as a window before the snapshot's day. None where
 * both ends are open.
 */
export function daysAgo(trait: TraitName, { more, most }: DaySpan, asOf: string): readonly TraitNode[] {
  if (more === null && most === null) return [];
  if (trait.type === "number") {
    if (most === null) return [traitNode(trait, { op: "more-than", value: Number(more) })];
    if (more === null) return [traitNode(trait, { op: "at-most", value: most })];
    return [traitNode(trait, { op: "more-than", value: more }), traitNode(trait, { op: "at-most", value: most })];
  }
  const isWindow = (days: number | null) => days === null || (days >= 1 && days <= LONGEST);
  if (!isWindow(more) || !isWindow(most)) {
    // What lies ahead, or decades back, is said with the days themselves.
    return [
      ...(more === null ? [] : [traitNode(trait, { op: "before", value: addDays(asOf, -more) })]),
      ...(most === null ? [] : [traitNode(trait, { op: "after", value: addDays(asOf, -most - 1) })]),
    ];
  }
  if (most === null) {
    return [traitNode(trait, { op: "within", window: { rel: "older", n: Number(more), unit: "day" } })];
  }
  const window = { rel: "last", n: most, unit: "day", ...(more !== null && { skip: more }) } as const;
  return [traitNode(trait, { op: "within", window })];
}

/** Rounded to so many significant digits: a number that one can say. */
export function plainNumber(value: number, digits = 2): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}

/** The rows in words, one condition after the other. */
export function rowsWords(rows: readonly RuleRow[], match: "all" | "any" = "all"): string {
  const below = Map.groupBy(rows, ({ within }) => within);
  const said = (row: RuleRow): string => {
    if (row.node?.k !== "group") return nodeWords(row.node);
    const inner = (below.get(row.id) ?? []).map(said);
    return `(${inner.join(row.node.op === "any" ? " or " : " and ")})`;
  };
  const included = (below.get("include") ?? []).map(said).join(match === "all" ? " and " : " or ");
  const excluded = (below.get("exclude") ?? []).map(said).join(" or ");
  const words = excluded === "" ? included : `${included}, but not ${excluded}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
