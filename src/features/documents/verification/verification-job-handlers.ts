import { memberChanged, timeZoneChanged } from "@/features/workspaces/workspace-jobs";
import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import type { DocumentKinds } from "../threads/use-cases/discussed-document";
import { rescheduleMany } from "./use-cases/reschedule";
import { takeOver } from "./use-cases/take-over";
import { cadenceChanged } from "./verification-jobs";

export function verificationJobHandlers(kinds: DocumentKinds): readonly JobHandler[] {
  return [
    handleJob(cadenceChanged, (changed) => rescheduleMany(appConnection().db, kinds, changed)),
    handleJob(timeZoneChanged, (changed) => rescheduleMany(appConnection().db, kinds, { ...changed, kind: null })),
    handleJob(memberChanged, (changed) => takeOver(appConnection().db, changed)),
  ];
}
