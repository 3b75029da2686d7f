import { burstLimit } from "@/server/access/burst-limit";
import { workspaceProcedure } from "@/server/trpc/procedures";
import { convertToBody } from "../use-cases/convert-to-body";
import { convertToBodyInput } from "./convert-contract";

/** Unpacking is work. */
const convertLimit = burstLimit(20, 60);

export const convertProcedures = {
  // A mutation: it keeps pictures, and a file doesn't fit into an address.
  convertToBody: workspaceProcedure("draft.edit")
    .input(convertToBodyInput)
    .mutation(async ({ ctx, input }) => {
      await convertLimit.spend(ctx.scope.userId);
      return convertToBody(ctx.scope, input);
    }),
};
