// Why a customer belongs or doesn't, row by row.
import { assembleRule, type StoredRule } from "../../datasets/rules/assemble-rule-rules";
import type { RuleTree } from "../../datasets/rules/rule-rules";
import { nodeWords } from "../../datasets/rules/rule-words-rules";

interface RowVerdict {
  readonly rowId: string;
  readonly words: string;
  /** With what is in a box. */
  readonly fullWords: string;
  /** 1 for the rule's own rows. */
  readonly depth: number;
  readonly isExclusion: boolean;
  readonly fits: boolean;
}

/** Every row that counts, in the order of the rule. */
export function verdicts(stored: StoredRule, fits: readonly string[]): readonly RowVerdict[] {
  const { rule } = assembleRule(stored);
  const fitting = new Set(fits);
  const judge = (tree: RuleTree, depth: number, isExclusion: boolean): readonly RowVerdict[] => [
    {
      rowId: tree.id,
      words: nodeWords(tree.node),
      fullWords: fullWords(tree),
      depth,
      isExclusion,
      fits: fitting.has(tree.id),
    },
    ...("items" in tree ? tree.items.flatMap((item) => judge(item, depth + 1, isExclusion)) : []),
  ];
  return [
    ...rule.include.flatMap((tree) => judge(tree, 1, false)),
    ...rule.exclude.flatMap((tree) => judge(tree, 1, true)),
  ];
}

/** In a sentence what decides. */
export function whyWords(stored: StoredRule, fits: readonly string[], belongs: boolean): string {
  const top = verdicts(stored, fits).filter(({ depth }) => depth === 1);
  const out = top.filter((row) => row.isExclusion && row.fits);
  const inside = top.filter((row) => !row.isExclusion);
  const failed = inside.filter((row) => !row.fits);
  const isIn = stored.match === "all" ? failed.length === 0 && inside.length > 0 : failed.length < inside.length;
  const byRule = isIn && out.length === 0;
  if (byRule !== belongs) return belongs ? "Belongs, because named by hand." : "Doesn’t belong, because named by hand.";
  if (belongs) return "Belongs.";
  const reasons = [
    ...(isIn
      ? []
      : stored.match === "all"
        ? failed.map((row) => `isn’t “${row.fullWords}”`)
        : ["fits none of the conditions"]),
    ...out.map((row) => `is left out by “${row.fullWords}”`),
  ];
  return `Doesn’t belong: ${reasons.join(", ")}.`;
}

function fullWords(tree: RuleTree): string {
  const words = nodeWords(tree.node);
  return "items" in tree ? `${words} (${tree.items.map(fullWords).join("; ")})` : words;
}
