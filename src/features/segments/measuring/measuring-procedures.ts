import { workspaceQuestion } from "@/server/trpc/procedures";
import { ruleInput } from "./measuring-contract";
import { countRows } from "./use-cases/count-rows";
import { countRule } from "./use-cases/count-rule";
import { prepareQuestion } from "./use-cases/prepare-question";
import { readComposition } from "./use-cases/read-composition";

/** What is asked while somebody writes a rule. */
export const measuringProcedures = {
  countRule: workspaceQuestion("draft.read")
    .input(ruleInput)
    .query(async ({ ctx, input, signal }) => {
      const prepared = await ctx.inScope((scope) => prepareQuestion(scope.also("document.read"), input));
      return countRule(prepared, signal);
    }),
  countRows: workspaceQuestion("draft.read")
    .input(ruleInput)
    .query(async ({ ctx, input, signal }) => {
      const prepared = await ctx.inScope((scope) => prepareQuestion(scope.also("document.read"), input));
      return countRows(prepared, signal);
    }),
  composition: workspaceQuestion("draft.read")
    .input(ruleInput)
    .query(async ({ ctx, input, signal }) => {
      const prepared = await ctx.inScope((scope) => prepareQuestion(scope.also("document.read"), input));
      return readComposition(prepared, signal);
    }),
};
