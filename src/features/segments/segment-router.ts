import { router } from "@/server/trpc/procedures";
import { documentProcedures } from "../documents/document-procedures";
import { portableProcedures } from "../documents/portable/portable-procedures";
import { segmentKind } from "./segment-kind";

export const segmentRouter = router({ ...documentProcedures(segmentKind), ...portableProcedures(segmentKind) });
