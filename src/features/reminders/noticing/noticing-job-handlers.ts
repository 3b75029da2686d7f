import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { noticesDue } from "./noticing-jobs";
import { tellWhatIsDue } from "./use-cases/tell-what-is-due";

export const noticingJobHandlers: readonly JobHandler[] = [
  handleJob(noticesDue, async ({ isHelp = false }) => {
    await tellWhatIsDue(appConnection().db, { isHelp });
  }),
];
