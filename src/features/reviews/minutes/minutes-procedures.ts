import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { workspaceProcedure } from "@/server/trpc/procedures";
import { sessionInput } from "../review-contract";
import { documentMinutesInput } from "./minutes-contract";
import { closeSession } from "./use-cases/close-session";
import { downloadMinutes, listDocumentMinutes, readMinutes } from "./use-cases/read-minutes";

/** The end of a session, and what is kept of it. */
export function minutesProcedures(kinds: DocumentKinds) {
  return {
    close: workspaceProcedure("review.plan")
      .input(sessionInput)
      .mutation(({ ctx, input }) => closeSession(ctx.scope, kinds, input.sessionId)),
    minutes: workspaceProcedure("review.follow")
      .input(sessionInput)
      .query(({ ctx, input }) => readMinutes(ctx.scope, input.sessionId)),
    downloadMinutes: workspaceProcedure("review.follow")
      .input(sessionInput)
      .query(({ ctx, input }) => downloadMinutes(ctx.scope, input.sessionId)),
    minutesOf: workspaceProcedure("review.follow")
      .input(documentMinutesInput)
      .query(({ ctx, input }) => listDocumentMinutes(ctx.scope, input.documentId)),
  };
}
