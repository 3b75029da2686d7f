import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { documentInput } from "../documents/document-contract";
import { documentProcedures } from "../documents/document-procedures";
import { portableProcedures } from "../documents/portable/portable-procedures";
import { createForInput, needsInput } from "./needs-contract";
import { scenarioKind } from "./scenario-kind";
import { createForPersona } from "./use-cases/create-for-persona";
import { readNeeds } from "./use-cases/read-needs";
import { readScenarioHints } from "./use-cases/read-scenario-hints";

export const scenarioRouter = router({
  ...documentProcedures(scenarioKind),
  ...portableProcedures(scenarioKind),
  hints: workspaceProcedure("draft.read")
    .input(documentInput)
    .query(({ ctx, input }) => readScenarioHints(ctx.scope, input.documentId)),
  needs: workspaceProcedure("document.read")
    .input(needsInput)
    .query(({ ctx, input }) => readNeeds(ctx.scope, input)),
  createFor: workspaceProcedure("draft.edit")
    .input(createForInput)
    .mutation(({ ctx, input }) => createForPersona(ctx.scope, input)),
});
