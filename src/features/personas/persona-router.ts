import { router } from "@/server/trpc/procedures";
import { documentProcedures } from "../documents/document-procedures";
import { personaKind } from "./persona-kind";

export const personaRouter = router({ ...documentProcedures(personaKind) });
