import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { documentInput } from "../documents/document-contract";
import { documentProcedures } from "../documents/document-procedures";
import { portableProcedures } from "../documents/portable/portable-procedures";
import { buildingProcedures } from "./building/building-procedures";
import { discoveryProcedures } from "./discovery/discovery-procedures";
import { segmentMeasureProcedures } from "./measures/segment-measure-procedures";
import { measuringProcedures } from "./measuring/measuring-procedures";
import { segmentKind } from "./segment-kind";
import { readSegmentHints } from "./use-cases/read-segment-hints";

export const segmentRouter = router({
  ...documentProcedures(segmentKind),
  ...portableProcedures(segmentKind),
  ...buildingProcedures,
  ...discoveryProcedures,
  ...measuringProcedures,
  ...segmentMeasureProcedures,
  hints: workspaceProcedure("draft.read")
    .input(documentInput)
    .query(({ ctx, input }) => readSegmentHints(ctx.scope, input.documentId)),
});
