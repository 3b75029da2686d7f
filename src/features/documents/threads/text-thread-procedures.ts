import { workspaceProcedure } from "@/server/trpc/procedures";
import { decideProposalInput, inTextInput, startTextThreadInput, withdrawProposalInput } from "./text-thread-contract";
import { decideProposal, withdrawProposal } from "./use-cases/decide-proposal";
import type { DocumentKinds } from "./use-cases/discussed-document";
import { listInText } from "./use-cases/list-in-text";
import { startTextThread } from "./use-cases/start-text-thread";

/** Threads on words of a document's prose, and the words that people propose for them. */
export function textThreadProcedures(kinds: DocumentKinds) {
  return {
    inText: workspaceProcedure("document.read")
      .input(inTextInput)
      .query(({ ctx, input }) => listInText(ctx.scope, kinds, input)),
    startInText: workspaceProcedure("document.comment")
      .input(startTextThreadInput)
      .mutation(({ ctx, input }) => startTextThread(ctx.scope, kinds, input)),
    decideProposal: workspaceProcedure("draft.edit")
      .input(decideProposalInput)
      .mutation(({ ctx, input }) => decideProposal(ctx.scope, kinds, input)),
    withdrawProposal: workspaceProcedure("draft.suggest")
      .input(withdrawProposalInput)
      .mutation(({ ctx, input }) => withdrawProposal(ctx.scope, kinds, input)),
  };
}
