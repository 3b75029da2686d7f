// From a rule to the condition that a database asks of each customer.
import { AppError } from "@/shared/errors";
import type { EventNode, Rule, RuleTree, SegmentNode, TraitNode } from "../rules/rule-rules";
import { canonicalRule, canonicalTree } from "./canonical-rule-rules";
import { bracket, type CompileContext, ConditionCompiler, type Params, unaskable } from "./compile-condition";

/**
 * A condition on the table `c` of customers that is true of members. It may be unknown of others: ask with WHERE, or with
 * IS TRUE where it stands elsewhere. Rules that say the same make the same text. Throws INVALID for a rule that can't be
 * asked, which checks should have found, and LIMIT when it and the segments that it rests on are too large together.
 */
export function compileRule(rule: Rule, params: Params, context: CompileContext): string {
  return new Compiler(params, context).rule(rule);
}

/** The same for one row or box by itself. */
export function compileTree(tree: RuleTree, params: Params, context: CompileContext): string {
  return new Compiler(params, context).tree(canonicalTree(tree), false);
}

/** Letters of a condition with all segments written out. */
const LONGEST = 200_000;
/** Segments that rest on one another; checks find more than five, and circles. */
const DEEPEST = 10;

class Compiler {
  private readonly conditions: ConditionCompiler;
  private depth = 0;
  /** Conditions of segments that were compiled; each may stand in several places. */
  private readonly segments = new Map<string, string>();

  constructor(
    private readonly params: Params,
    private readonly context: CompileContext,
  ) {
    this.conditions = new ConditionCompiler(params, context);
  }

  rule(given: Rule): string {
    const { dialect } = this.context;
    const { match, include, exclude, pins } = canonicalRule(given);
    // No condition means nobody, never everyone.
    const members =
      include.length === 0
        ? ["FALSE"]
        : [
            bracket(
              include.map((tree) => this.tree(tree, false)),
              match === "all" ? " AND " : " OR ",
            ),
          ];
    for (const tree of exclude) members.push(this.tree(tree, true));
    const keys = (side: "in" | "out") => pins.filter((pin) => pin.side === side).map(({ key }) => key);
    const isAmong = (these: readonly string[]) => dialect.isKeyAmong("c._key", this.params.add("keys", these));
    let condition = bracket(members, " AND ");
    const [always, never] = [keys("in"), keys("out")];
    if (always.length > 0) condition = `(${condition} OR ${isAmong(always)})`;
    if (never.length > 0) condition = `(${condition} AND ${dialect.isNotTrue(isAmong(never))})`;
    if (condition.length > LONGEST) {
      throw new AppError("LIMIT", "This rule and the segments that it rests on are too large together.");
    }
    return condition;
  }

  /** NOT is pushed down to the conditions, where unknown is no longer a third answer. */
  tree(tree: RuleTree, isNegated: boolean): string {
    if (!("items" in tree)) {
      const condition = this.leaf(tree.node);
      return isNegated ? this.context.dialect.isNotTrue(condition) : condition;
    }
    const { op } = tree.node;
    const isNone = op === "none";
    const conditions = tree.items.map((item) => this.tree(item, isNone !== isNegated));
    // None of them is all of their opposites; the opposite of all is any of the opposites.
    return bracket(conditions, (op === "any") === isNegated ? " AND " : " OR ");
  }

  private leaf(node: TraitNode | EventNode | SegmentNode): string {
    if (node.k === "trait") return this.conditions.trait(node, "c");
    if (node.k === "events") return this.conditions.events(node);
    const members = this.segment(node);
    return node.op === "in" ? members : this.context.dialect.isNotTrue(members);
  }

  private segment(node: SegmentNode): string {
    const key = JSON.stringify([node.id, node.version]);
    const known = this.segments.get(key);
    if (known) return known;
    const rule = this.context.segmentRule(node);
    if (!rule || this.depth === DEEPEST) throw unaskable();
    this.depth += 1;
    const members = this.rule(rule);
    this.depth -= 1;
    this.segments.set(key, members);
    return members;
  }
}
