// All that the worker can do: the handlers of every feature.
import { accountJobHandlers } from "@/features/accounts/account-job-handlers";
import { importJobHandlers } from "@/features/datasets/importing/import-job-handlers";
import { privacyJobHandlers } from "@/features/datasets/privacy/privacy-job-handlers";
import { threadJobHandlers } from "@/features/documents/threads/thread-job-handlers";
import { segmentMeasureJobHandlers } from "@/features/segments/measures/segment-measure-job-handlers";
import type { JobHandler } from "@/server/jobs/handler";
import { mailJobHandlers } from "@/server/mail/mail-job-handlers";
import { demoJobHandlers } from "./demo-data-job-handlers";

export const jobHandlers: readonly JobHandler[] = [
  ...mailJobHandlers,
  ...accountJobHandlers,
  ...threadJobHandlers,
  ...importJobHandlers,
  ...privacyJobHandlers,
  ...demoJobHandlers,
  ...segmentMeasureJobHandlers,
];
