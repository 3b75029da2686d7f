import { readRuns } from "@/features/datasets/measures/use-cases/read-measures";
import { documentInput } from "@/features/documents/document-contract";
import { workspaceProcedure, workspaceQuestion } from "@/server/trpc/procedures";
import {
  measuredSegmentInput,
  movedMembersInput,
  segmentMeasuresInput,
  segmentSizesInput,
  sizeChangeInput,
} from "./segment-measure-contract";
import { askAgain } from "./use-cases/ask-again";
import { readExportColumns } from "./use-cases/export-segment";
import { prepareEffect, publicationEffect } from "./use-cases/publication-effect";
import { publishedRule } from "./use-cases/published-rule";
import { readSegmentMeasures, readSegmentSizes } from "./use-cases/read-segment-measures";
import { explainChange, movedMembers, prepareChange, prepareMovement } from "./use-cases/size-change";

/** What was measured of segments, and why it changed. */
export const segmentMeasureProcedures = {
  measures: workspaceProcedure("document.read")
    .input(segmentMeasuresInput)
    .query(({ ctx, input }) => readSegmentMeasures(ctx.scope, input)),
  sizes: workspaceProcedure("document.read")
    .input(segmentSizesInput)
    .query(({ ctx, input }) => readSegmentSizes(ctx.scope, input.documentIds)),
  measureRuns: workspaceProcedure("draft.read")
    .input(documentInput)
    .query(async ({ ctx, input }) => {
      const scope = ctx.scope.also("document.read");
      await publishedRule(scope, input.documentId);
      return readRuns(scope, input.documentId);
    }),
  measureAgain: workspaceProcedure("document.publish")
    .input(measuredSegmentInput)
    .mutation(({ ctx, input }) => askAgain(ctx.scope, input.documentId)),
  publicationEffect: workspaceQuestion("draft.read")
    .input(documentInput)
    .query(async ({ ctx, input, signal }) => {
      const prepared = await ctx.inScope((scope) => prepareEffect(scope, input.documentId));
      return prepared && publicationEffect(prepared, signal);
    }),
  sizeChange: workspaceQuestion("draft.read")
    .input(sizeChangeInput)
    .query(async ({ ctx, input, signal }) => {
      const prepared = await ctx.inScope((scope) => prepareChange(scope, input));
      return prepared && explainChange(prepared, signal);
    }),
  exportColumns: workspaceProcedure("data.export")
    .input(documentInput)
    .query(({ ctx, input }) => readExportColumns(ctx.scope, input.documentId)),
  movedMembers: workspaceQuestion("data.export")
    .input(movedMembersInput)
    .query(async ({ ctx, input, signal }) => {
      const prepared = await ctx.inScope((scope) => prepareMovement(scope.also("draft.read"), input));
      return prepared && movedMembers(prepared, input.side, signal);
    }),
};
