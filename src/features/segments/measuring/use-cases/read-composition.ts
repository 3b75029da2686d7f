import type { Composition } from "@/features/datasets/questions/answer-contract";
import { readComposition as askComposition } from "@/features/datasets/questions/composition";
import { askerOf } from "./asker-of";
import type { PreparedQuestion } from "./prepare-question";

/** How members are made up; null of a rule that can't be asked. */
export async function readComposition(
  { question, problems }: PreparedQuestion,
  signal: AbortSignal | undefined,
): Promise<Composition | null> {
  return problems.length > 0 ? null : askComposition(await askerOf(question.snapshot, signal), question);
}
