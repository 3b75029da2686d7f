import { workspaceProcedure } from "@/server/trpc/procedures";
import { linkCardsInput, linkedFromInput, linkTargetsInput } from "./link-contract";
import { readLinkCards, readLinkedFrom, readLinkTargets } from "./use-cases/read-links";

/** Links between documents, whatever their kinds. */
export const linkProcedures = {
  linkTargets: workspaceProcedure("document.read")
    .input(linkTargetsInput)
    .query(({ ctx, input }) => readLinkTargets(ctx.scope, input)),
  linkCards: workspaceProcedure("document.read")
    .input(linkCardsInput)
    .query(({ ctx, input }) => readLinkCards(ctx.scope, input.documentIds)),
  linkedFrom: workspaceProcedure("document.read")
    .input(linkedFromInput)
    .query(({ ctx, input }) => readLinkedFrom(ctx.scope, input.documentId)),
};
