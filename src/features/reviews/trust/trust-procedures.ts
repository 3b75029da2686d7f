import { workspaceProcedure } from "@/server/trpc/procedures";
import { answerTrustInput, trustInput } from "./trust-contract";
import { answerTrust } from "./use-cases/answer-trust";
import { readTrust } from "./use-cases/read-trust";

/** How far people trust documents. */
export const trustProcedures = {
  trust: workspaceProcedure("document.read")
    .input(trustInput)
    .query(({ ctx, input }) => readTrust(ctx.scope, input)),
  answerTrust: workspaceProcedure("document.comment")
    .input(answerTrustInput)
    .mutation(({ ctx, input }) => answerTrust(ctx.scope, input)),
};
