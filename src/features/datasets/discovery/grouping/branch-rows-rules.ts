// Branches of a tree as rows of a rule.
import type { RuleNode, RuleRow } from "../../rules/rule-rules";
import { boxOf, daysAgo, rowOf, traitNode } from "../draft-row-rules";
import type { TraitName } from "../role-trait-rules";
import type { FeatureKind } from "./feature-rules";

/** A condition on a column: values of at least `from` and below `before`; words that it is, or is none of; null is unknown. */
type BranchCondition =
  | { readonly column: number; readonly from: number | null; readonly before: number | null }
  | { readonly column: number; readonly is: string | null }
  | { readonly column: number; readonly isNone: readonly (string | null)[] };

/** All of its conditions hold of those in it. */
export type Branch = readonly BranchCondition[];

interface BranchColumn {
  readonly trait: TraitName;
  readonly kind: FeatureKind;
}

/** One branch stands as it is; of several any will do, each in a box of its own. */
export function branchRows(
  branches: readonly Branch[],
  columns: readonly BranchColumn[],
  asOf: string,
): { readonly match: "all" | "any"; readonly rows: readonly RuleRow[] } {
  const nodes = branches.map((branch) => branch.flatMap((condition) => nodesOf(condition, columns, asOf)));
  const [only] = nodes;
  if (only && nodes.length === 1) return { match: "all", rows: only.map((node) => rowOf(node)) };
  const rows = nodes.flatMap((list) => {
    const [single] = list;
    return single && list.length === 1 ? [rowOf(single)] : boxOf("all", "include", list);
  });
  return { match: "any", rows };
}

function nodesOf(condition: BranchCondition, columns: readonly BranchColumn[], asOf: string): readonly RuleNode[] {
  const column = columns[condition.column];
  if (!column) return [];
  const { trait, kind } = column;
  if ("from" in condition) {
    const { from, before } = condition;
    if (kind === "days") {
      return daysAgo(trait, { more: from === null ? null : from - 1, most: before === null ? null : before - 1 }, asOf);
    }
    return [
      ...(from === null ? [] : [traitNode(trait, { op: "at-least", value: from })]),
      ...(before === null ? [] : [traitNode(trait, { op: "less-than", value: before })]),
    ];
  }
  if (kind === "flag") return [traitNode(trait, { op: "is" in condition ? "yes" : "no" })];
  if ("is" in condition) {
    return [traitNode(trait, condition.is === null ? { op: "empty" } : { op: "any-of", values: [condition.is] })];
  }
  const words = condition.isNone.filter((word) => word !== null);
  const isKnown = condition.isNone.includes(null);
  if (words.length === 0) return [traitNode(trait, { op: "not-empty" })];
  return [traitNode(trait, { op: "none-of", values: words, unknown: isKnown ? "no" : "yes" })];
}
