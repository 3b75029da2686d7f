import type { Composition } from "@/features/datasets/questions/answer-contract";
import { readComposition as askComposition } from "@/features/datasets/questions/composition";
import { appQuestions, openSnapshot } from "@/features/datasets/snapshots/snapshot-files";
import type { PreparedQuestion } from "./prepare-question";

/** How members are made up; null of a rule that can't be asked. */
export async function readComposition(
  { question, problems }: PreparedQuestion,
  signal: AbortSignal | undefined,
): Promise<Composition | null> {
  if (problems.length > 0) return null;
  return askComposition(
    { engine: await appQuestions(), file: await openSnapshot(question.snapshot), signal },
    question,
  );
}
