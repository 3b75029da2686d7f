import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { deleteDueWorkspaces } from "./use-cases/delete-due-workspaces";
import { keepHouse } from "./use-cases/keep-house";
import { deletionsDue, houseKept } from "./workspace-jobs";

export const workspaceJobHandlers: readonly JobHandler[] = [
  handleJob(deletionsDue, async () => {
    await deleteDueWorkspaces(appConnection().db);
  }),
  handleJob(houseKept, () => keepHouse(appConnection().db)),
];
