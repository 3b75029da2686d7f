import { workspaceProcedure } from "@/server/trpc/procedures";
import { ruleVocabularyInput } from "./building-contract";
import { readRuleVocabulary } from "./use-cases/read-rule-vocabulary";

/** What somebody needs who writes a rule. */
export const buildingProcedures = {
  ruleVocabulary: workspaceProcedure("draft.read")
    .input(ruleVocabularyInput)
    .query(({ ctx, input }) => readRuleVocabulary(ctx.scope, input)),
};
