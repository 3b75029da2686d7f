import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { firstStepsInput, goWithoutDataInput } from "./first-steps/first-steps-contract";
import { goWithoutData, leaveFirstSteps, resumeFirstSteps } from "./first-steps/use-cases/leave-first-steps";
import { readFirstSteps } from "./first-steps/use-cases/read-first-steps";
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
  firstSteps: workspaceProcedure("workspace.read")
    .input(firstStepsInput)
    .query(({ ctx }) => readFirstSteps(ctx.scope)),
  leaveFirstSteps: workspaceProcedure("workspace.read")
    .input(firstStepsInput)
    .mutation(({ ctx }) => leaveFirstSteps(ctx.scope)),
  resumeFirstSteps: workspaceProcedure("workspace.read")
    .input(firstStepsInput)
    .mutation(({ ctx }) => resumeFirstSteps(ctx.scope)),
  goWithoutData: workspaceProcedure("draft.edit")
    .input(goWithoutDataInput)
    .mutation(({ ctx, input }) => goWithoutData(ctx.scope, input.isWithout)),
});
