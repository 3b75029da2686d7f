// All that the worker can do: the handlers of every feature.

import { documentKinds } from "@/api/document-kinds";
import { accountJobHandlers } from "@/features/accounts/account-job-handlers";
import { importJobHandlers } from "@/features/datasets/importing/import-job-handlers";
import { privacyJobHandlers } from "@/features/datasets/privacy/privacy-job-handlers";
import { verificationJobHandlers } from "@/features/documents/verification/verification-job-handlers";
import { measuredJobHandlers } from "@/features/personas/measured/measured-job-handlers";
import { deliveryJobHandlers } from "@/features/reminders/delivery/delivery-job-handlers";
import { digestJobHandlers } from "@/features/reminders/digest/digest-job-handlers";
import { noticingJobHandlers } from "@/features/reminders/noticing/noticing-job-handlers";
import { webhookJobHandlers } from "@/features/reminders/webhooks/webhook-job-handlers";
import { reviewJobHandlers } from "@/features/reviews/minutes/review-job-handlers";
import { segmentMeasureJobHandlers } from "@/features/segments/measures/segment-measure-job-handlers";
import { workspaceJobHandlers } from "@/features/workspaces/workspace-job-handlers";
import type { JobHandler } from "@/server/jobs/handler";
import { mailJobHandlers } from "@/server/mail/mail-job-handlers";
import { demoJobHandlers } from "./demo-data-job-handlers";

export const jobHandlers: readonly JobHandler[] = [
  ...mailJobHandlers,
  ...accountJobHandlers,
  ...workspaceJobHandlers,
  ...deliveryJobHandlers,
  ...webhookJobHandlers,
  ...digestJobHandlers,
  ...verificationJobHandlers(documentKinds),
  ...importJobHandlers,
  ...privacyJobHandlers,
  ...demoJobHandlers,
  ...segmentMeasureJobHandlers,
  ...measuredJobHandlers,
  ...noticingJobHandlers,
  ...reviewJobHandlers(documentKinds),
];
