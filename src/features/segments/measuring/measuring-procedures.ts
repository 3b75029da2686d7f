import { workspaceQuestion } from "@/server/trpc/procedures";
import { ruleInput, testCustomerInput, traitValuesInput } from "./measuring-contract";
import { countRows, relaxRule } from "./use-cases/count-rows";
import { countRule } from "./use-cases/count-rule";
import { findValues, prepareValues } from "./use-cases/find-values";
import { sampleMembers, testCustomer } from "./use-cases/look-at-customers";
import { prepareQuestion } from "./use-cases/prepare-question";
import { readComposition } from "./use-cases/read-composition";
import { prepareOverlap, readOverlap } from "./use-cases/read-overlap";

const asked = workspaceQuestion("draft.read");
const askedOfRule = asked.input(ruleInput);

/** What is asked while somebody writes a rule. */
export const measuringProcedures = {
  countRule: askedOfRule.query(async ({ ctx, input, signal }) => {
    const prepared = await ctx.inScope((scope) => prepareQuestion(scope.also("document.read"), input));
    return countRule(prepared, signal);
  }),
  countRows: askedOfRule.query(async ({ ctx, input, signal }) => {
    const prepared = await ctx.inScope((scope) => prepareQuestion(scope.also("document.read"), input));
    return countRows(prepared, signal);
  }),
  composition: askedOfRule.query(async ({ ctx, input, signal }) => {
    const prepared = await ctx.inScope((scope) => prepareQuestion(scope.also("document.read"), input));
    return readComposition(prepared, signal);
  }),
  relaxRule: askedOfRule.query(async ({ ctx, input, signal }) => {
    const prepared = await ctx.inScope((scope) => prepareQuestion(scope.also("document.read"), input));
    return relaxRule(prepared, signal);
  }),
  overlap: askedOfRule.query(async ({ ctx, input, signal }) => {
    const prepared = await ctx.inScope((scope) => prepareOverlap(scope.also("document.read"), input));
    return readOverlap(prepared, signal);
  }),
  sampleMembers: askedOfRule.query(async ({ ctx, input, signal }) => {
    const { prepared, maySee } = await ctx.inScope(async (scope) => ({
      prepared: await prepareQuestion(scope.also("document.read"), input),
      maySee: scope.may("data.import"),
    }));
    return sampleMembers(prepared, maySee, signal);
  }),
  testCustomer: asked.input(testCustomerInput).query(async ({ ctx, input, signal }) => {
    const { prepared, maySee } = await ctx.inScope(async (scope) => ({
      prepared: await prepareQuestion(scope.also("document.read"), input),
      maySee: scope.may("data.import"),
    }));
    return testCustomer(prepared, maySee, input.customerId, signal);
  }),
  traitValues: asked.input(traitValuesInput).query(async ({ ctx, input, signal }) => {
    const prepared = await ctx.inScope((scope) => prepareValues(scope.also("document.read"), input));
    return findValues(prepared, input, signal);
  }),
};
