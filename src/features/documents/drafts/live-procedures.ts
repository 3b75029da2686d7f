// Being in a document together: hearing what others do, and saying where one is.
import { burstLimit } from "@/server/access/burst-limit";
import { workspaceProcedure, workspaceSubscription } from "@/server/trpc/procedures";
import { resumable } from "@/server/trpc/resumable";
import { liveInput, presentInput } from "./live-contract";
import { announcePresence } from "./use-cases/announce-presence";
import { liveDocument } from "./use-cases/live-document";

/** A person moves from field to field, in a few tabs. */
const presenceLimit = burstLimit(100, 10);

export const liveProcedures = {
  live: workspaceSubscription("document.read")
    .input(liveInput)
    .subscription(async ({ ctx, input }) => resumable(await liveDocument(ctx.standing, input))),
  present: workspaceProcedure("draft.read")
    .input(presentInput)
    .mutation(async ({ ctx, input }) => {
      await presenceLimit.spend(ctx.session.userId);
      await announcePresence(ctx.scope, ctx.session, input);
    }),
};
