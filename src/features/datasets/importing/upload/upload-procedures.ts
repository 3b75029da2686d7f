import { workspaceProcedure, workspaceQuestion } from "@/server/trpc/procedures";
import { detectAgainInput, type UploadState, uploadInput } from "./upload-contract";
import { discardUpload } from "./use-cases/discard-upload";
import { lookAtUpload } from "./use-cases/look-at-upload";
import { readUpload, readWaitingUpload } from "./use-cases/read-upload";

/** What happens to a file between its upload (`PUT` below `UPLOAD_PATH`) and its import. */
export const uploadProcedures = {
  /** Asked until there is `detected` or `problem`. */
  upload: workspaceQuestion("data.import")
    .input(uploadInput)
    .query(async ({ ctx, input }): Promise<UploadState> => {
      const { userId, isSilent: _, ...upload } = await ctx.inScope((scope) => readUpload(scope, input.importId));
      // Whoever was to look at it may have ended before it had.
      if (upload.state === "uploaded" && !upload.detected && !upload.problem) {
        lookAtUpload(ctx.db, { ...input, userId, fileName: upload.fileName }, null).catch(() => {});
      }
      return upload;
    }),
  detectAgain: workspaceQuestion("data.import")
    .input(detectAgainInput)
    .mutation(async ({ ctx, input }) => {
      const { userId, fileName } = await ctx.inScope((scope) => readWaitingUpload(scope, input.importId));
      return lookAtUpload(ctx.db, { ...input, userId, fileName }, input.format);
    }),
  discardUpload: workspaceProcedure("data.import")
    .input(uploadInput)
    .mutation(({ ctx, input }) => discardUpload(ctx.scope, input.importId)),
};
