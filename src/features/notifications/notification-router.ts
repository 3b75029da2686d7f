import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { listNotificationsInput, markReadInput, notificationsInput, setMailsInput } from "./notification-contract";
import {
  countUnreadNotices,
  listOwnNotices,
  markNoticesRead,
  readMails,
  setMails,
} from "./use-cases/read-notifications";

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
  markAllRead: workspaceProcedure("workspace.read")
    .input(notificationsInput)
    .mutation(({ ctx }) => markNoticesRead(ctx.scope)),
  mails: workspaceProcedure("workspace.read")
    .input(notificationsInput)
    .query(({ ctx }) => readMails(ctx.scope)),
  setMails: workspaceProcedure("workspace.read")
    .input(setMailsInput)
    .mutation(({ ctx, input }) => setMails(ctx.scope, input)),
});
