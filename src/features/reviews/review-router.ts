import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { sessionInput } from "./review-contract";
import { readSession } from "./use-cases/read-session";

export const reviewRouter = router({
  session: workspaceProcedure("review.follow")
    .input(sessionInput)
    .query(({ ctx, input }) => readSession(ctx.scope, input.sessionId)),
});
