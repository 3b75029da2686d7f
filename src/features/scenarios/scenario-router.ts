import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { documentInput } from "../documents/document-contract";
import { documentProcedures } from "../documents/document-procedures";
import { portableProcedures } from "../documents/portable/portable-procedures";
import { scenarioKind } from "./scenario-kind";
import { readScenarioHints } from "./use-cases/read-scenario-hints";

export const scenarioRouter = router({
  ...documentProcedures(scenarioKind),
  ...portableProcedures(scenarioKind),
  hints: workspaceProcedure("draft.read")
    .input(documentInput)
    .query(({ ctx, input }) => readScenarioHints(ctx.scope, input.documentId)),
});
