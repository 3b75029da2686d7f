// Which customers several rules have in common.
import type { Rule } from "../rules/rule-rules";
import type { OverlapRegion } from "./answer-contract";
import { type Asker, askTogether, type RuleQuestion } from "./rule-question";

/** As many sets as bits that are certain to be exact in a number. */
export const MOST_SETS = 24;

/**
 * How many customers belong to which of the sets, for every combination that occurs but none of them; the sets' sizes and
 * what any two share follow from it. One pass, in which each rule is asked once of each customer.
 */
export async function readOverlap(
  asker: Asker,
  question: RuleQuestion,
  sets: readonly Rule[],
): Promise<readonly OverlapRegion[]> {
  if (sets.length > MOST_SETS) throw new Error("more sets than can be told apart");
  const rows = await askTogether(asker, question, sets, (conditions) => {
    const bits = conditions.map((condition, place) => `CASE WHEN ${condition} THEN ${2 ** place} ELSE 0 END`);
    return `SELECT bits, count(*) AS n FROM (SELECT ${bits.join(" + ")} AS bits FROM {customers} c) WHERE bits > 0 GROUP BY bits ORDER BY n DESC, bits`;
  });
  return rows.map(({ bits, n }) => ({
    of: sets.flatMap((_, place) => (Math.floor(Number(bits) / 2 ** place) % 2 === 1 ? [place] : [])),
    customers: Number(n),
  }));
}
