import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { workspaceInput } from "@/shared/workspace-input";
import { linkProcedures } from "./link-procedures";
import { liveProcedures } from "./live-procedures";
import { countByKind, readTagsInUse } from "./use-cases/list-documents";

/** What concerns documents of all kinds at once. */
export const documentRouter = router({
  ...liveProcedures,
  ...linkProcedures,
  counts: workspaceProcedure("document.read")
    .input(workspaceInput({}))
    .query(({ ctx }) => countByKind(ctx.scope)),
  tags: workspaceProcedure("document.read")
    .input(workspaceInput({}))
    .query(({ ctx }) => readTagsInUse(ctx.scope)),
});
