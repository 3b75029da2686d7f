import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { eventInput, listEventsInput, logEventInput } from "./event-contract";
import { logEvent, removeEvent } from "./use-cases/log-event";
import { readEvents } from "./use-cases/read-events";

/** What happened to the business and may make documents untrue. */
export const eventRouter = router({
  list: workspaceProcedure("document.read")
    .input(listEventsInput)
    .query(({ ctx }) => readEvents(ctx.scope)),
  log: workspaceProcedure("cadence.set")
    .input(logEventInput)
    .mutation(({ ctx, input }) => logEvent(ctx.scope, input)),
  remove: workspaceProcedure("cadence.set")
    .input(eventInput)
    .mutation(({ ctx, input }) => removeEvent(ctx.scope, input.eventId)),
});
