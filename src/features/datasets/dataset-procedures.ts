import { workspaceProcedure } from "@/server/trpc/procedures";
import { listDatasets } from "./dataset-list-queries";
import { datasetInput, datasetListInput } from "./dataset-read-contract";
import { readDataset } from "./use-cases/read-dataset";

/** What the pages of customer data read. Personal values leave the server for those alone who may import. */
export const datasetProcedures = {
  list: workspaceProcedure("document.read")
    .input(datasetListInput)
    .query(({ ctx }) => listDatasets(ctx.scope.tx, ctx.scope.workspaceId)),
  read: workspaceProcedure("document.read")
    .input(datasetInput)
    .query(({ ctx, input }) => readDataset(ctx.scope, input)),
};
