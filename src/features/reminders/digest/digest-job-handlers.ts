import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { digestsDue } from "./digest-jobs";
import { makeDigests } from "./use-cases/make-digests";

export const digestJobHandlers: readonly JobHandler[] = [handleJob(digestsDue, () => makeDigests(appConnection().db))];
