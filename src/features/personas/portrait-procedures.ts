import { workspaceProcedure } from "@/server/trpc/procedures";
import { portraitInput, uploadPortraitInput } from "./portrait-contract";
import { readPortrait } from "./use-cases/read-portrait";
import { uploadPortrait } from "./use-cases/upload-portrait";

/** Uploaded faces of personas. */
export const portraitProcedures = {
  uploadPortrait: workspaceProcedure("draft.edit")
    .input(uploadPortraitInput)
    .mutation(({ ctx, input }) => uploadPortrait(ctx.scope, input)),
  portrait: workspaceProcedure("document.read")
    .input(portraitInput)
    .query(({ ctx, input }) => readPortrait(ctx.scope, input.pictureId)),
};
