import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { sessionClock } from "./minutes-jobs";
import { followClock } from "./use-cases/follow-clock";

export function reviewJobHandlers(kinds: DocumentKinds): readonly JobHandler[] {
  return [handleJob(sessionClock, () => followClock(appConnection().db, kinds))];
}
