import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { textThreadProcedures } from "./text-thread-procedures";
import {
  commentInput,
  editCommentInput,
  listThreadsInput,
  readThreadInput,
  replyInput,
  resolveInput,
  startThreadInput,
  threadInput,
  threadPlacesInput,
} from "./thread-contract";
import { deleteComment, editComment } from "./use-cases/change-comment";
import type { DocumentKinds } from "./use-cases/discussed-document";
import { countByPlace, listThreadsOf, markThreadSeen, readThread } from "./use-cases/read-threads";
import { replyToThread } from "./use-cases/reply-to-thread";
import { resolveThread } from "./use-cases/resolve-thread";
import { startThread } from "./use-cases/start-thread";

/** Threads on documents of all kinds. */
export function threadRouter(kinds: DocumentKinds) {
  return router({
    ...textThreadProcedures(kinds),
    places: workspaceProcedure("document.read")
      .input(threadPlacesInput)
      .query(({ ctx, input }) => countByPlace(ctx.scope, input)),
    list: workspaceProcedure("document.read")
      .input(listThreadsInput)
      .query(({ ctx, input }) => listThreadsOf(ctx.scope, kinds, input)),
    get: workspaceProcedure("document.read")
      .input(readThreadInput)
      .query(({ ctx, input }) => readThread(ctx.scope, kinds, input)),
    start: workspaceProcedure("document.comment")
      .input(startThreadInput)
      .mutation(({ ctx, input }) => startThread(ctx.scope, kinds, input)),
    reply: workspaceProcedure("document.comment")
      .input(replyInput)
      .mutation(({ ctx, input }) => replyToThread(ctx.scope, kinds, input)),
    editComment: workspaceProcedure("document.comment")
      .input(editCommentInput)
      .mutation(({ ctx, input }) => editComment(ctx.scope, kinds, input)),
    deleteComment: workspaceProcedure("document.comment")
      .input(commentInput)
      .mutation(({ ctx, input }) => deleteComment(ctx.scope, kinds, input)),
    resolve: workspaceProcedure("document.comment")
      .input(resolveInput)
      .mutation(({ ctx, input }) => resolveThread(ctx.scope, kinds, input)),
    markSeen: workspaceProcedure("document.comment")
      .input(threadInput)
      .mutation(({ ctx, input }) => markThreadSeen(ctx.scope, input)),
  });
}
