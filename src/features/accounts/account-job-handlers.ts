import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { linkAsked } from "./account-jobs";
import { mailLink } from "./use-cases/mail-link";

export const accountJobHandlers: readonly JobHandler[] = [
  handleJob(linkAsked, (asked) => mailLink(appConnection().db, asked)),
];
