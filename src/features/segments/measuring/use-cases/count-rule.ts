import { countMembers } from "@/features/datasets/questions/rule-question";
import { appQuestions, openSnapshot } from "@/features/datasets/snapshots/snapshot-files";
import type { RuleCount } from "../measuring-contract";
import type { PreparedQuestion } from "./prepare-question";

/** How many belong. Holds no connection of the database. */
export async function countRule(
  { snapshot, question, problems }: PreparedQuestion,
  signal: AbortSignal | undefined,
): Promise<RuleCount> {
  if (problems.length > 0) return { snapshot, problems, count: null, milliseconds: 0 };
  const begun = performance.now();
  const asker = { engine: await appQuestions(), file: await openSnapshot(question.snapshot), signal };
  const count = await countMembers(asker, question);
  return { snapshot, problems, count, milliseconds: Math.round(performance.now() - begun) };
}
