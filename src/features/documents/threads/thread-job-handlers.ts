import { noticeGiven } from "@/features/notifications/notification-jobs";
import { mailNotice } from "@/features/notifications/use-cases/mail-notice";
import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { NOTICE_LETTERS } from "./use-cases/write-letter";

export const threadJobHandlers: readonly JobHandler[] = [
  handleJob(noticeGiven, (given) => mailNotice(appConnection().db, given, NOTICE_LETTERS)),
];
