import { router } from "@/server/trpc/procedures";
import { documentProcedures } from "../documents/document-procedures";
import { portableProcedures } from "../documents/portable/portable-procedures";
import { personaKind } from "./persona-kind";
import { portraitProcedures } from "./portrait-procedures";

export const personaRouter = router({
  ...documentProcedures(personaKind),
  ...portableProcedures(personaKind),
  ...portraitProcedures,
});
