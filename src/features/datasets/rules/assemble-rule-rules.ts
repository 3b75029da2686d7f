// From the rows that a segment stores to the rule that is asked, and what is wrong with them.
import { incompleteness, nodeProblem } from "./rule-check-rules";
import {
  MAX_DEPTH,
  MAX_ROWS,
  ROOTS,
  type Rule,
  type RulePin,
  type RuleProblem,
  type RuleRow,
  type RuleTree,
} from "./rule-rules";

export interface StoredRule {
  readonly match: "all" | "any";
  readonly rows: readonly RuleRow[];
  readonly pins: readonly RulePin[];
}

export interface AssembledRule {
  readonly rule: Rule;
  /** Empty when it can be asked, as far as its form tells; else nobody belongs. */
  readonly problems: readonly RuleProblem[];
}

/** Whether anybody has begun to write a rule. */
export function hasRule({ rows, pins }: StoredRule): boolean {
  return rows.length > 0 || pins.length > 0;
}

/** The rule without muted rows. Rows whose group is gone are a problem, not a condition elsewhere. */
export function assembleRule({ match, rows, pins }: StoredRule): AssembledRule {
  const problems: RuleProblem[] = [];
  const say = (rowId: string | null, sentence: string) => problems.push({ rowId, sentence });
  const ids = new Set<string>(ROOTS);
  for (const { id } of rows) {
    if (ids.has(id)) say(id, "Two conditions are the same row; remove this one.");
    ids.add(id);
  }
  if (problems.length > 0) return { rule: { match, include: [], exclude: [], pins: [] }, problems };
  const children = Map.groupBy(rows, (row) => row.within);
  const placed = new Set<string>();

  const treesOf = (within: string, depth: number): readonly RuleTree[] =>
    (children.get(within) ?? []).flatMap((row): readonly RuleTree[] => {
      placed.add(row.id);
      const { id, node } = row;
      if (node === null) {
        say(id, "Choose what this condition is about.");
        return [];
      }
      const problem = nodeProblem(node);
      if (problem) {
        say(id, problem);
        return [];
      }
      if (node.k === "group") {
        if (node.off || depth === MAX_DEPTH) {
          for (const below of descendantsOf(id, children)) placed.add(below);
          if (!node.off) say(id, `Groups stand at most ${MAX_DEPTH} deep.`);
          return [];
        }
        if (!children.has(id)) say(id, "This group is empty; add a condition or remove it.");
        const items = treesOf(id, depth + 1);
        return items.length === 0 ? [] : [{ id, node, items }];
      }
      if (node.off) return [];
      const missing = node.k === "segment" ? null : incompleteness(node);
      if (missing) say(id, missing);
      return [{ id, node }];
    });

  const [include = [], exclude = []] = ROOTS.map((root) => treesOf(root, 1));
  for (const row of rows) {
    if (!placed.has(row.id)) say(row.id, "The group of this condition is gone; move it or remove it.");
  }
  if (!pins.every(({ key, side }) => isCustomerKey(key) && (side === "in" || side === "out"))) {
    say(null, "Somebody named by hand can’t be told from others; name them again.");
  }
  if (rows.length > MAX_ROWS) say(null, `A rule has at most ${MAX_ROWS} rows.`);
  if (include.length === 0 && !pins.some(({ side }) => side === "in")) {
    say(null, "Nobody belongs yet: add a condition.");
  }
  return { rule: { match, include, exclude, pins }, problems };
}

/** Ids of all rows below a group. Rows that hold one another in a circle are reached from no root. */
function descendantsOf(
  id: string,
  children: ReadonlyMap<string, readonly { readonly id: string }[]>,
): readonly string[] {
  return (children.get(id) ?? []).flatMap((row) => [row.id, ...descendantsOf(row.id, children)]);
}

/** Keys are unsigned numbers of 64 bits as decimal text. */
function isCustomerKey(key: unknown): boolean {
  return typeof key === "string" && /^\d{1,20}$/.test(key) && BigInt(key) < 2n ** 64n;
}
