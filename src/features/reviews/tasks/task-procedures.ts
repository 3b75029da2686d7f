import { workspaceProcedure } from "@/server/trpc/procedures";
import { workspaceInput } from "@/shared/workspace-input";
import { changeTaskInput, openTasksInput } from "./task-contract";
import { changeTask } from "./use-cases/change-task";
import { listOpenTasks, listOwnTasks } from "./use-cases/list-tasks";

/** What people are to do about documents. */
export const taskProcedures = {
  tasks: workspaceProcedure("document.read")
    .input(openTasksInput)
    .query(({ ctx, input }) => listOpenTasks(ctx.scope, input)),
  myTasks: workspaceProcedure("document.read")
    .input(workspaceInput({}))
    .query(({ ctx }) => listOwnTasks(ctx.scope)),
  changeTask: workspaceProcedure("document.read")
    .input(changeTaskInput)
    .mutation(({ ctx, input }) => changeTask(ctx.scope, input)),
};
