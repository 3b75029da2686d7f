import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { deleteDueWorkspaces } from "./use-cases/delete-due-workspaces";
import { deletionsDue } from "./workspace-jobs";

export const deletionJobHandlers: readonly JobHandler[] = [
  handleJob(deletionsDue, async () => {
    await deleteDueWorkspaces(appConnection().db);
  }),
];
