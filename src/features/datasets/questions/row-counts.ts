// What each condition and box of a rule does: how many it fits by itself, and whether the rule would be another without it.
import type { Rule, RuleTree } from "../rules/rule-rules";
import type { RowCount } from "./answer-contract";
import { type Asker, askTogether, askTree, type RuleQuestion } from "./rule-question";

/**
 * Counts every row and box that `isGood` says can be asked. Whether one is idle and what it takes away is only asked when
 * the rule as a whole can be (`isWhole`). Separate questions, side by side: one pass for all was measured slower, and what
 * didn't change is known already.
 */
export async function countRows(
  asker: Asker,
  question: RuleQuestion,
  isWhole: boolean,
  isGood: (tree: RuleTree) => boolean,
): Promise<readonly RowCount[]> {
  const { rule } = question;
  const excluded = new Set(rule.exclude.map(({ id }) => id));
  const trees = [...rule.include, ...rule.exclude].flatMap(withBoxed).filter(isGood);
  return Promise.all(
    trees.map(async (tree) => {
      const [alone, isIdle, takesAway] = await Promise.all([
        countTree(asker, question, tree),
        isWhole && isIdleRow(asker, question, tree.id),
        isWhole && excluded.has(tree.id) ? countTakenAway(asker, question, tree) : null,
      ]);
      return { rowId: tree.id, alone, isIdle, takesAway };
    }),
  );
}

async function countTree(asker: Asker, question: RuleQuestion, tree: RuleTree): Promise<number> {
  const [row] = await askTree(
    asker,
    question,
    tree,
    (condition) => `SELECT count(*) AS n FROM {customers} c WHERE ${condition}`,
  );
  return Number(row?.n ?? 0);
}

/** Looks for one customer to whom the row makes a difference: mostly there is one nearby, and the search ends. */
async function isIdleRow(asker: Asker, question: RuleQuestion, rowId: string): Promise<boolean> {
  const without = withoutRow(question.rule, rowId);
  if (without.include.length === 0) return false;
  const rows = await askTogether(
    asker,
    question,
    [question.rule, without],
    ([with_ = "", without_ = ""]) =>
      `SELECT 1 AS found FROM {customers} c WHERE ((${with_}) IS TRUE) <> ((${without_}) IS TRUE) LIMIT 1`,
  );
  return rows.length === 0;
}

async function countTakenAway(asker: Asker, question: RuleQuestion, tree: RuleTree): Promise<number> {
  const rule = withoutRow(question.rule, tree.id);
  const [row] = await askTogether(
    asker,
    question,
    [rule, tree],
    ([members = "", excluded = ""]) => `SELECT count(*) AS n FROM {customers} c WHERE ${members} AND ${excluded}`,
  );
  return Number(row?.n ?? 0);
}

/** Counts of the rule without each of its single conditions, most customers first; those that still find nobody are left out. */
export async function countWithout(
  asker: Asker,
  question: RuleQuestion,
): Promise<readonly { readonly rowId: string; readonly count: number }[]> {
  const { rule } = question;
  const leaves = [...rule.include, ...rule.exclude].flatMap(withBoxed).filter((tree) => !("items" in tree));
  const counts = await Promise.all(
    leaves.map(async ({ id }) => {
      const without = withoutRow(rule, id);
      if (without.include.length === 0) return { rowId: id, count: 0 };
      const [row] = await askTogether(
        asker,
        question,
        [without],
        ([condition = ""]) => `SELECT count(*) AS n FROM {customers} c WHERE ${condition}`,
      );
      return { rowId: id, count: Number(row?.n ?? 0) };
    }),
  );
  return counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
}

/** The rule without a row or box, and without the boxes that would be left empty. */
function withoutRow(rule: Rule, rowId: string): Rule {
  const keep = (trees: readonly RuleTree[]): readonly RuleTree[] =>
    trees.flatMap((tree): readonly RuleTree[] => {
      if (tree.id === rowId) return [];
      if (!("items" in tree)) return [tree];
      const items = keep(tree.items);
      return items.length === 0 ? [] : [{ ...tree, items }];
    });
  return { ...rule, include: keep(rule.include), exclude: keep(rule.exclude) };
}

/** The tree and all within it. */
export function withBoxed(tree: RuleTree): readonly RuleTree[] {
  return "items" in tree ? [tree, ...tree.items.flatMap(withBoxed)] : [tree];
}
