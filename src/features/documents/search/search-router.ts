import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { workspaceInput } from "@/shared/workspace-input";
import { searchInput } from "../lists/list-contract";
import { readRecent } from "../lists/use-cases/list-documents";
import { type Kinds, searchAll } from "./use-cases/search-documents";

/** Search over documents of all kinds; a snippet reads the kind's fields. */
export function searchRouter(kinds: Kinds) {
  return router({
    find: workspaceProcedure("document.read")
      .input(searchInput)
      .query(({ ctx, input }) => searchAll(ctx.scope, kinds, input.text)),
    recent: workspaceProcedure("document.read")
      .input(workspaceInput({}))
      .query(({ ctx }) => readRecent(ctx.scope)),
  });
}
