// One form for rules that say the same, so that they are the same question: asked once, answered from what is known.
import { textOperand, wordsOperand } from "../rules/operand-rules";
import {
  type EventNode,
  type GroupNode,
  operatorOf,
  type Rule,
  type RuleTree,
  type SegmentNode,
  type TraitNode,
  type Window,
} from "../rules/rule-rules";

/** The rule without ids and names, with boxes that do nothing opened, equal conditions once, and all in a fixed order. */
export function canonicalRule({ match, include, exclude, pins }: Rule): Rule {
  const members = canonicalTree(boxOf(match, include));
  const isBox = "items" in members && members.node.op !== "none";
  const out = new Set(pins.filter(({ side }) => side === "out").map(({ key }) => key));
  const always = new Set(pins.filter(({ side, key }) => side === "in" && !out.has(key)).map(({ key }) => key));
  return {
    match: isBox && members.node.op === "any" ? "any" : "all",
    include: isBox ? members.items : [members],
    exclude: canonicalItems("any", exclude),
    pins: [
      ...[...always].sort().map((key) => ({ key, side: "in" as const })),
      ...[...out].sort().map((key) => ({ key, side: "out" as const })),
    ],
  };
}

/** The same for one row or box by itself. */
export function canonicalTree(tree: RuleTree): RuleTree {
  if (!("items" in tree)) return { id: "", node: canonicalNode(tree.node) };
  const { op } = tree.node;
  const items = canonicalItems(op, tree.items);
  const [only] = items;
  return items.length === 1 && only && op !== "none" ? only : boxOf(op, items);
}

function boxOf(op: GroupNode["op"], items: readonly RuleTree[]): RuleTree & { readonly node: GroupNode } {
  return { id: "", node: { k: "group", op }, items };
}

function canonicalItems(op: GroupNode["op"], items: readonly RuleTree[]): readonly RuleTree[] {
  const inner = op === "none" ? "any" : op;
  const opened = items.map(canonicalTree).flatMap((item) => {
    return "items" in item && item.node.op === inner ? item.items : [item];
  });
  const byText = new Map(opened.map((item) => [`${costOf(item)} ${JSON.stringify(item)}`, item]));
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? []);
}

function canonicalNode(node: TraitNode | EventNode | SegmentNode): TraitNode | EventNode | SegmentNode {
  if (node.k === "segment") {
    return { k: "segment", id: node.id, label: "", version: node.version, op: node.op };
  }
  if (node.k === "trait") return canonicalTrait(node);
  const { event, aggregate, of, op, value, to } = node;
  const where = new Map(node.where.map(canonicalTrait).map((one) => [JSON.stringify(one), one]));
  return {
    ...{ k: "events", event, aggregate, of: isSummed(node) ? of : null, op, value },
    ...(op === "between" ? { to } : {}),
    window: node.window && canonicalWindow(node.window),
    where: [...where.keys()].sort().flatMap((text) => where.get(text) ?? []),
  };
}

function isSummed({ aggregate }: EventNode): boolean {
  return aggregate === "sum" || aggregate === "mean" || aggregate === "min" || aggregate === "max";
}

function canonicalTrait(node: TraitNode): TraitNode {
  const { trait, type, op, other } = node;
  const description = operatorOf(type, op);
  const unknown = description?.isNegative && node.unknown === "no" ? { unknown: "no" as const } : {};
  return { k: "trait", trait, label: "", type, op, ...(other === undefined ? operandOf(node) : { other }), ...unknown };
}

function operandOf(node: TraitNode): Partial<TraitNode> {
  switch (operatorOf(node.type, node.op)?.operand) {
    case "none":
    case undefined:
      return {};
    case "words":
      return { values: wordsOperand(node).toSorted() };
    case "text":
      return { value: textOperand(node) };
    case "numbers":
    case "days":
      return { value: node.value, to: node.to } as Partial<TraitNode>;
    case "window":
      return node.window ? { window: canonicalWindow(node.window) } : {};
    default:
      return { value: node.value } as Partial<TraitNode>;
  }
}

function canonicalWindow(window: Window): Window {
  if ("calendar" in window) return { calendar: window.calendar };
  if ("from" in window) return { from: window.from, to: window.to };
  const { rel, n, unit, skip = 0 } = window;
  return { rel, n, unit, ...(skip === 0 ? {} : { skip }) };
}

/** What is cheap is asked first: 1 column that is compared, 2 words, 3 searched text, 4 other rules, 5 events. */
function costOf(tree: RuleTree): number {
  if ("items" in tree) return Math.max(0, ...tree.items.map(costOf));
  const { node } = tree;
  if (node.k === "events") return 5;
  if (node.k === "segment") return 4;
  if (["contains", "not-contains", "starts", "ends"].includes(node.op)) return 3;
  return node.type === "text" || node.type === "tags" ? 2 : 1;
}
