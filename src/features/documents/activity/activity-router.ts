import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { listActivitiesInput } from "./activity-contract";
import { listActivity } from "./use-cases/list-activities";

/** What happened to documents. */
export const activityRouter = router({
  list: workspaceProcedure("document.read")
    .input(listActivitiesInput)
    .query(({ ctx, input }) => listActivity(ctx.scope, input)),
});
