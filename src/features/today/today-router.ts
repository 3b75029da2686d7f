import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { todayInput } from "./today-contract";
import { readOverview } from "./use-cases/read-overview";
import { readToday } from "./use-cases/read-today";

export const todayRouter = router({
  mine: workspaceProcedure("document.read")
    .input(todayInput)
    .query(({ ctx }) => readToday(ctx.scope)),
  overview: workspaceProcedure("cadence.set")
    .input(todayInput)
    .query(({ ctx }) => readOverview(ctx.scope)),
});
