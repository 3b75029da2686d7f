import { router, workspaceProcedure } from "@/server/trpc/procedures";
import {
  finishInput,
  listNotificationsInput,
  markReadInput,
  notificationsInput,
  snoozeInput,
  wakeInput,
} from "./notification-contract";
import { finishNotices, markNoticesUnread, snoozeNotice, wakeNotices } from "./use-cases/change-notices";
import { countUnreadNotices, listOwnNotices, markNoticesRead } from "./use-cases/read-notifications";

/** What the person was told in a workspace. Everything here is their own only. */
export const notificationRouter = router({
  list: workspaceProcedure("workspace.read")
    .input(listNotificationsInput)
    .query(({ ctx, input }) => listOwnNotices(ctx.scope, input)),
  unread: workspaceProcedure("workspace.read")
    .input(notificationsInput)
    .query(({ ctx }) => countUnreadNotices(ctx.scope)),
  markRead: workspaceProcedure("workspace.read")
    .input(markReadInput)
    .mutation(({ ctx, input }) => markNoticesRead(ctx.scope, { ids: input.notices })),
  markUnread: workspaceProcedure("workspace.read")
    .input(markReadInput)
    .mutation(({ ctx, input }) => markNoticesUnread(ctx.scope, input.notices)),
  markAllRead: workspaceProcedure("workspace.read")
    .input(notificationsInput)
    .mutation(({ ctx }) => markNoticesRead(ctx.scope)),
  finish: workspaceProcedure("workspace.read")
    .input(finishInput)
    .mutation(({ ctx, input }) => finishNotices(ctx.scope, input.notices, input.isDone)),
  snooze: workspaceProcedure("workspace.read")
    .input(snoozeInput)
    .mutation(({ ctx, input }) => snoozeNotice(ctx.scope, input)),
  wake: workspaceProcedure("workspace.read")
    .input(wakeInput)
    .mutation(({ ctx, input }) => wakeNotices(ctx.scope, input.notices)),
});
