import { readChoices } from "@/features/datasets/use-cases/read-choices";
import type { Scope } from "@/server/access/open-scope";
import type { RuleVocabulary, RuleVocabularyInput } from "../building-contract";
import { listNameable } from "../building-queries";

/** Never a refusal where the data are gone: one must be able to choose others. */
export async function readRuleVocabulary(
  scope: Scope<"draft.read">,
  { documentId, datasetId = null }: Omit<RuleVocabularyInput, "workspaceId">,
): Promise<RuleVocabulary> {
  const { datasets, chosen } = await readChoices(scope.also("document.read"), { datasetId });
  const segments = chosen
    ? await listNameable(scope.tx, scope.workspaceId, { documentId, datasetId: chosen.datasetId })
    : [];
  return { datasets, data: chosen, segments };
}
