import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { workspaceInput } from "@/shared/workspace-input";
import { searchInput } from "./document-contract";
import { countByKind, searchTitles } from "./use-cases/list-documents";

/** What concerns documents of all kinds at once. */
export const documentRouter = router({
  counts: workspaceProcedure("document.read")
    .input(workspaceInput({}))
    .query(({ ctx }) => countByKind(ctx.scope)),
  search: workspaceProcedure("document.read")
    .input(searchInput)
    .query(({ ctx, input }) => searchTitles(ctx.scope, input)),
});
