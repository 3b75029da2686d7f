// A whole rule in plain words, as one would mail it: what it asks for, which days that means, and what of the unknown.
import { assembleRule, type StoredRule } from "../../datasets/rules/assemble-rule-rules";
import { operatorOf, type RuleNode, type RuleTree, type Window } from "../../datasets/rules/rule-rules";
import { nodeWords } from "../../datasets/rules/rule-words-rules";
import { addDays, resolveWindow } from "../../datasets/rules/window-rules";
import { dayWords } from "./part-words-rules";

interface StorySnapshot {
  readonly asOf: string;
  readonly timeZone: string;
  readonly customers: number;
}

/** Lines, those of boxes indented by two spaces for each. Without a snapshot windows stay as they were written. */
export function ruleStory(
  stored: StoredRule,
  data: string,
  count: number | null,
  snapshot: StorySnapshot | null,
): readonly string[] {
  const { rule } = assembleRule(stored);
  const lines: string[] = [];
  const tell = (tree: RuleTree, depth: number) => {
    lines.push(`${"  ".repeat(depth)}- ${treeWords(tree.node, snapshot)}`);
    if ("items" in tree) for (const item of tree.items) tell(item, depth + 1);
  };
  if (rule.include.length > 0) {
    lines.push(rule.match === "all" ? "Customers who fit all of these:" : "Customers who fit any of these:");
    for (const tree of rule.include) tell(tree, 0);
  }
  if (rule.exclude.length > 0) {
    lines.push("But nobody who fits one of these:");
    for (const tree of rule.exclude) tell(tree, 0);
  }
  for (const [side, words] of [
    ["in", "always in"],
    ["out", "never in"],
  ] as const) {
    const pinned = rule.pins.filter((pin) => pin.side === side).length;
    if (pinned > 0) lines.push(`Named by hand: ${pinned.toLocaleString("en")} ${words}.`);
  }
  lines.push("Where a value is unknown the condition isn’t met, unless it says so.");
  if (snapshot) {
    const who = `${snapshot.customers.toLocaleString("en")} customers`;
    const found = count === null ? "" : `${count.toLocaleString("en")} of `;
    lines.push(`${found}${who} in ${data}, ${dayWords(snapshot.asOf)}. Days are those of ${snapshot.timeZone}.`);
  }
  return lines;
}

function treeWords(node: RuleNode, snapshot: StorySnapshot | null): string {
  const words = nodeWords(node);
  if (node.k === "group") return `${words}:`;
  const notes: string[] = [];
  const window = node.k === "segment" ? null : node.window;
  if (window && snapshot) notes.push(windowDays(window, snapshot.asOf));
  const isNegative = node.k === "trait" && operatorOf(node.type, node.op)?.isNegative;
  if (isNegative && node.unknown === "no") notes.push("and is known");
  return notes.length === 0 ? words : `${words} (${notes.join("; ")})`;
}

/** "since 12 Sep 2026", "1 Sep 2026 to 30 Sep 2026". */
function windowDays(window: Window, asOf: string): string {
  const { from, before } = resolveWindow(window, asOf);
  if (from === null) return `before ${dayWords(before ?? asOf)}`;
  const last = before === null ? null : addDays(before, -1);
  if (last === null || last === asOf) return `since ${dayWords(from)}`;
  return last === from ? dayWords(from) : `${dayWords(from)} to ${dayWords(last)}`;
}
