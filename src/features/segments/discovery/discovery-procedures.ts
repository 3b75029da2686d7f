import {
  featuresInput,
  foundationsInput,
  groupsInput,
  valueInput,
} from "@/features/datasets/discovery/discovery-contract";
import { readGround } from "@/features/datasets/discovery/use-cases/look-at-data";
import { measureFoundations } from "@/features/datasets/discovery/use-cases/measure-foundations";
import { measureValue } from "@/features/datasets/discovery/use-cases/measure-value";
import { streamGroups } from "@/features/datasets/discovery/use-cases/stream-groups";
import { suggestFeatures } from "@/features/datasets/discovery/use-cases/suggest-features";
import { workspaceProcedure, workspaceQuestion, workspaceSubscription } from "@/server/trpc/procedures";
import { draftSegmentsInput } from "./discovery-contract";
import { draftSegments } from "./use-cases/draft-segments";

/** What is found in customer data, and the segments made of it. */
export const discoveryProcedures = {
  discoverValue: workspaceQuestion("draft.read")
    .input(valueInput)
    .query(async ({ ctx, input, signal }) => {
      const ground = await ctx.inScope((scope) => readGround(scope.also("document.read"), input));
      return measureValue(ground, input, signal);
    }),
  discoverFoundations: workspaceQuestion("draft.read")
    .input(foundationsInput)
    .query(async ({ ctx, input, signal }) => {
      const ground = await ctx.inScope((scope) => readGround(scope.also("document.read"), input));
      return measureFoundations(ground, input, signal);
    }),
  discoverFeatures: workspaceQuestion("draft.read")
    .input(featuresInput)
    .query(async ({ ctx, input, signal }) => {
      const ground = await ctx.inScope((scope) => readGround(scope.also("document.read"), input));
      return suggestFeatures(ground, signal);
    }),
  discoverGroups: workspaceSubscription("draft.read")
    .input(groupsInput)
    .subscription(async ({ ctx, input }) => {
      const ground = await ctx.standing.inScope((scope) => readGround(scope.also("document.read"), input));
      return streamGroups(ground, input, ctx.standing.signal);
    }),
  draftSegments: workspaceProcedure("draft.edit")
    .input(draftSegmentsInput)
    .mutation(({ ctx, input }) => draftSegments(ctx.scope, input)),
};
