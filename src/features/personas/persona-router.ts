import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { documentInput } from "../documents/document-contract";
import { documentProcedures } from "../documents/document-procedures";
import { portableProcedures } from "../documents/portable/portable-procedures";
import { personaKind } from "./persona-kind";
import { readPersonaHints } from "./use-cases/read-persona-hints";

export const personaRouter = router({
  ...documentProcedures(personaKind),
  ...portableProcedures(personaKind),
  hints: workspaceProcedure("draft.read")
    .input(documentInput)
    .query(({ ctx, input }) => readPersonaHints(ctx.scope, input.documentId)),
});
