import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { burstLimit } from "@/server/access/burst-limit";
import { visitorProcedure, workspaceProcedure } from "@/server/trpc/procedures";
import { sessionInput } from "../review-contract";
import { watchDocumentInput, watchInput } from "./guest-contract";
import { makeGuestLink, revokeGuestLink } from "./use-cases/guest-link";
import { watchDocument, watchSession } from "./use-cases/watch-session";

/** A hundred people of one office may watch from one address. */
const watchLimit = burstLimit(400, 10);

export function guestProcedures(kinds: DocumentKinds) {
  return {
    makeGuestLink: workspaceProcedure("review.plan")
      .input(sessionInput)
      .mutation(({ ctx, input }) => makeGuestLink(ctx.scope, input.sessionId)),
    revokeGuestLink: workspaceProcedure("review.plan")
      .input(sessionInput)
      .mutation(({ ctx, input }) => revokeGuestLink(ctx.scope, input.sessionId)),
    watch: visitorProcedure.input(watchInput).query(async ({ ctx, input }) => {
      await watchLimit.spend(ctx.ip);
      return watchSession(ctx, input);
    }),
    watchDocument: visitorProcedure.input(watchDocumentInput).query(async ({ ctx, input }) => {
      await watchLimit.spend(ctx.ip);
      return watchDocument(ctx.db, kinds, input);
    }),
  };
}
