import { documentsMarked } from "@/features/documents/marks/mark-jobs";
import { documentVerified } from "@/features/documents/verification/verification-jobs";
import { sessionClosed } from "@/features/reviews/minutes/minutes-jobs";
import { sessionPlanned } from "@/features/reviews/planning/plan-jobs";
import { tasksGiven } from "@/features/reviews/tasks/task-jobs";
import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { tellClosed, tellMarkedDocuments, tellPlanned, tellTasks, tellVerified } from "./use-cases/tell-facts";

export const webhookJobHandlers: readonly JobHandler[] = [
  handleJob(documentVerified, (fact) => tellVerified(appConnection().db, fact)),
  handleJob(documentsMarked, (fact) => tellMarkedDocuments(appConnection().db, fact)),
  handleJob(sessionPlanned, (fact) => tellPlanned(appConnection().db, fact)),
  handleJob(sessionClosed, (fact) => tellClosed(appConnection().db, fact)),
  handleJob(tasksGiven, (fact) => tellTasks(appConnection().db, fact)),
];
