import { workspaceProcedure, workspaceQuestion } from "@/server/trpc/procedures";
import {
  changeDatasetInput,
  deleteDatasetInput,
  deleteSnapshotInput,
  erasePeopleInput,
  findPersonInput,
} from "./privacy-contract";
import { changeDataset } from "./use-cases/change-dataset";
import { erasePeople } from "./use-cases/erase-people";
import { findPerson, placesToLook } from "./use-cases/find-person";
import { deleteDataset, deleteSnapshot } from "./use-cases/remove-snapshot";

export const privacyProcedures = {
  change: workspaceProcedure("data.import")
    .input(changeDatasetInput)
    .mutation(({ ctx, input }) => changeDataset(ctx.scope, input)),
  delete: workspaceProcedure("data.delete")
    .input(deleteDatasetInput)
    .mutation(({ ctx, input }) => deleteDataset(ctx.scope, input.datasetId)),
  deleteSnapshot: workspaceProcedure("data.delete")
    .input(deleteSnapshotInput)
    .mutation(({ ctx, input }) => deleteSnapshot(ctx.scope, input.snapshotId)),
  findPerson: workspaceQuestion("data.export")
    .input(findPersonInput)
    .query(async ({ ctx, input, signal }) => findPerson(await ctx.inScope(placesToLook), input, signal)),
  erasePeople: workspaceProcedure("data.delete")
    .input(erasePeopleInput)
    .mutation(({ ctx, input }) => erasePeople(ctx.scope, input)),
};
