import type { RowCount } from "@/features/datasets/questions/answer-contract";
import { countRows as askRows, withBoxed } from "@/features/datasets/questions/row-counts";
import { appQuestions, openSnapshot } from "@/features/datasets/snapshots/snapshot-files";
import type { PreparedQuestion } from "./prepare-question";

/** What each row and box does. Rows that can't be asked, and boxes with such rows, are left out. */
export async function countRows(
  { question, problems }: PreparedQuestion,
  signal: AbortSignal | undefined,
): Promise<readonly RowCount[]> {
  const wrong = new Set(problems.map(({ rowId }) => rowId));
  const asker = { engine: await appQuestions(), file: await openSnapshot(question.snapshot), signal };
  return askRows(asker, question, problems.length === 0, (tree) => withBoxed(tree).every(({ id }) => !wrong.has(id)));
}
