import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { documentInput } from "../documents/document-contract";
import { documentProcedures } from "../documents/document-procedures";
import { portableProcedures } from "../documents/portable/portable-procedures";
import { measuredProcedures } from "./measured/measured-procedures";
import { personaKind } from "./persona-kind";
import { readPersonaHints } from "./use-cases/read-persona-hints";

export const personaRouter = router({
  ...documentProcedures(personaKind),
  ...portableProcedures(personaKind),
  ...measuredProcedures,
  hints: workspaceProcedure("draft.read")
    .input(documentInput)
    .query(({ ctx, input }) => readPersonaHints(ctx.scope, input.documentId)),
});
