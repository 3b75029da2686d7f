import { workspaceProcedure } from "@/server/trpc/procedures";
import { pictureInput, uploadPictureInput } from "./picture-contract";
import { readPicture } from "./use-cases/read-picture";
import { uploadPicture } from "./use-cases/upload-picture";

/** Uploaded pictures of a workspace: faces of personas, and what stands in texts. */
export const pictureProcedures = {
  uploadPicture: workspaceProcedure("draft.edit")
    .input(uploadPictureInput)
    .mutation(({ ctx, input }) => uploadPicture(ctx.scope, input)),
  picture: workspaceProcedure("document.read")
    .input(pictureInput)
    .query(({ ctx, input }) => readPicture(ctx.scope, input.pictureId)),
};
