import { router } from "@/server/trpc/procedures";
import { documentProcedures } from "../documents/document-procedures";
import { segmentKind } from "./segment-kind";

export const segmentRouter = router({ ...documentProcedures(segmentKind) });
