import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { workspaceInput } from "@/shared/workspace-input";
import { convertProcedures } from "./bodies/convert/convert-procedures";
import { liveProcedures } from "./drafts/live-procedures";
import { linkProcedures } from "./links/link-procedures";
import { countByKind, readTagsInUse } from "./lists/use-cases/list-documents";
import { pictureProcedures } from "./pictures/picture-procedures";

/** What concerns documents of all kinds at once. */
export const documentRouter = router({
  ...liveProcedures,
  ...linkProcedures,
  ...pictureProcedures,
  ...convertProcedures,
  counts: workspaceProcedure("document.read")
    .input(workspaceInput({}))
    .query(({ ctx }) => countByKind(ctx.scope)),
  tags: workspaceProcedure("document.read")
    .input(workspaceInput({}))
    .query(({ ctx }) => readTagsInUse(ctx.scope)),
});
