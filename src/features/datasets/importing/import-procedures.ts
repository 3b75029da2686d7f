import { workspaceProcedure, workspaceQuestion } from "@/server/trpc/procedures";
import { type ImportLines, importInput, listImportsInput, startImportInput } from "./import-contract";
import { listImports } from "./import-queries";
import { cancelImport } from "./use-cases/cancel-import";
import { readImport, readImportLines } from "./use-cases/read-import";
import { startImport } from "./use-cases/start-import";

/** From the confirmed plan to the snapshot. */
export const importProcedures = {
  listImports: workspaceProcedure("data.import")
    .input(listImportsInput)
    .query(({ ctx, input }) => listImports(ctx.scope.tx, ctx.scope.workspaceId, input.limit)),
  readImport: workspaceProcedure("data.import")
    .input(importInput)
    .query(({ ctx, input }) => readImport(ctx.scope, input.importId)),
  importLines: workspaceQuestion("data.import")
    .input(importInput)
    .query(
      async ({ ctx, input }): Promise<ImportLines> =>
        readImportLines(await ctx.inScope((scope) => readImport(scope, input.importId))),
    ),
  startImport: workspaceProcedure("data.import")
    .input(startImportInput)
    .mutation(({ ctx, input }) => startImport(ctx.scope, input)),
  cancelImport: workspaceProcedure("data.import")
    .input(importInput)
    .mutation(({ ctx, input }) => cancelImport(ctx.scope, input.importId)),
};
