import { workspaceDeleted } from "@/features/workspaces/workspace-jobs";
import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { peopleErased, retentionDue, snapshotRemoved } from "./privacy-jobs";
import { takePeopleOut } from "./use-cases/erase-people";
import { keepRetention } from "./use-cases/keep-retention";
import { removeFiles } from "./use-cases/remove-files";
import { removeWorkspaceFiles } from "./use-cases/remove-workspace-files";

export const privacyJobHandlers: readonly JobHandler[] = [
  handleJob(snapshotRemoved, (removed) => removeFiles(appConnection().db, removed)),
  handleJob(peopleErased, (erased) => takePeopleOut(appConnection().db, erased)),
  handleJob(workspaceDeleted, (gone) => removeWorkspaceFiles(appConnection().db, gone)),
  handleJob(retentionDue, () => keepRetention(appConnection().db)),
];
