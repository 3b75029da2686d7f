import type { RowCount } from "@/features/datasets/questions/answer-contract";
import { countRows as askRows, countWithout, withBoxed } from "@/features/datasets/questions/row-counts";
import type { Relaxation } from "../measuring-contract";
import { askerOf } from "./asker-of";
import type { PreparedQuestion } from "./prepare-question";

/** What each row and box does. Rows that can't be asked, and boxes with such rows, are left out. */
export async function countRows(
  { question, problems }: PreparedQuestion,
  signal: AbortSignal | undefined,
): Promise<readonly RowCount[]> {
  const wrong = new Set(problems.map(({ rowId }) => rowId));
  const isGood = (tree: Parameters<typeof withBoxed>[0]) => withBoxed(tree).every(({ id }) => !wrong.has(id));
  return askRows(await askerOf(question.snapshot, signal), question, problems.length === 0, isGood);
}

/** Which conditions one could do without, most customers first; none of a rule that can't be asked. */
export async function relaxRule(
  { question, problems }: PreparedQuestion,
  signal: AbortSignal | undefined,
): Promise<readonly Relaxation[]> {
  return problems.length > 0 ? [] : countWithout(await askerOf(question.snapshot, signal), question);
}
