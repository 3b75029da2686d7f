// Composes the routers of the features. The browser knows this file by type only.

import { accountRouter } from "@/features/accounts/account-router";
import { datasetRouter } from "@/features/datasets/dataset-router";
import { activityRouter } from "@/features/documents/activity/activity-router";
import { documentRouter } from "@/features/documents/document-router";
import { extraFieldRouter } from "@/features/documents/extra-fields/extra-field-router";
import { searchRouter } from "@/features/documents/search/search-router";
import { threadRouter } from "@/features/documents/threads/thread-router";
import { verificationRouter } from "@/features/documents/verification/verification-router";
import { notificationRouter } from "@/features/notifications/notification-router";
import { personaRouter } from "@/features/personas/persona-router";
import { calendarRouter } from "@/features/reminders/calendar/calendar-router";
import { deliveryRouter } from "@/features/reminders/delivery/delivery-router";
import { eventRouter } from "@/features/reminders/events/event-router";
import { preferenceRouter } from "@/features/reminders/preferences/preference-router";
import { webhookRouter } from "@/features/reminders/webhooks/webhook-router";
import { reviewRouter } from "@/features/reviews/review-router";
import { scenarioRouter } from "@/features/scenarios/scenario-router";
import { segmentRouter } from "@/features/segments/segment-router";
import { todayRouter } from "@/features/today/today-router";
import { auditRouter } from "@/features/workspaces/audit-router";
import { invitationRouter } from "@/features/workspaces/invitation-router";
import { memberRouter } from "@/features/workspaces/member-router";
import { policyRouter } from "@/features/workspaces/policy-router";
import { workspaceRouter } from "@/features/workspaces/workspace-router";
import { router } from "@/server/trpc/procedures";
import { documentKinds } from "./document-kinds";

export const appRouter = router({
  accounts: accountRouter,

  documents: documentRouter,
  search: searchRouter(documentKinds),
  segments: segmentRouter,
  personas: personaRouter,
  scenarios: scenarioRouter,
  datasets: datasetRouter,
  businessEvents: eventRouter,
  reviews: reviewRouter(documentKinds),
  threads: threadRouter(documentKinds),
  verification: verificationRouter(documentKinds),
  activities: activityRouter,
  extraFields: extraFieldRouter,
  notifications: notificationRouter,
  calendar: calendarRouter,
  webhooks: webhookRouter,
  deliveries: deliveryRouter,
  preferences: preferenceRouter,

  today: todayRouter,

  workspaces: workspaceRouter,
  members: memberRouter,
  policies: policyRouter,
  invitations: invitationRouter,
  audit: auditRouter,
});
export type AppRouter = typeof appRouter;
