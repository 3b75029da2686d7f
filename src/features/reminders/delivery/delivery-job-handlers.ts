import { noticeGiven } from "@/features/notifications/notification-jobs";
import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { CARRIERS } from "./carriers";
import { deliveriesForgotten, deliveryDue } from "./delivery-jobs";
import { deliverDue, rememberForgotten } from "./use-cases/deliver-due";
import { sendLetter } from "./use-cases/send-letter";

export const deliveryJobHandlers: readonly JobHandler[] = [
  handleJob(noticeGiven, (given) => sendLetter(appConnection().db, given)),
  handleJob(deliveryDue, (due) => deliverDue(appConnection().db, due, CARRIERS)),
  handleJob(deliveriesForgotten, () => rememberForgotten(appConnection().db)),
];
