import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { calendarInput } from "./calendar-contract";
import { endCalendarFeed, makeCalendarAddress, readCalendarFeed } from "./use-cases/manage-calendar";

/** The secret address of one's own calendar. Everything here is the person's own only. */
export const calendarRouter = router({
  feed: workspaceProcedure("workspace.read")
    .input(calendarInput)
    .query(({ ctx }) => readCalendarFeed(ctx.scope)),
  makeAddress: workspaceProcedure("workspace.read")
    .input(calendarInput)
    .mutation(({ ctx }) => makeCalendarAddress(ctx.scope)),
  end: workspaceProcedure("workspace.read")
    .input(calendarInput)
    .mutation(({ ctx }) => endCalendarFeed(ctx.scope)),
});
