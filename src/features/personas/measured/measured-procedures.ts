import { workspaceProcedure } from "@/server/trpc/procedures";
import { createFromInput, measuredPersonaInput } from "./measured-contract";
import { createFromSegment } from "./use-cases/create-from-segment";
import { readMeasured } from "./use-cases/read-measured";

/** What personas have of the data behind their segments. */
export const measuredProcedures = {
  measured: workspaceProcedure("document.read")
    .input(measuredPersonaInput)
    .query(({ ctx, input }) => readMeasured(ctx.scope, input.documentId)),
  createFrom: workspaceProcedure("draft.edit")
    .input(createFromInput)
    .mutation(({ ctx, input }) => createFromSegment(ctx.scope, input)),
};
