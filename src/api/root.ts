// Composes the routers of the features. The browser knows this file by type only.

import { accountRouter } from "@/features/accounts/account-router";
import { activityRouter } from "@/features/documents/activity/activity-router";
import { documentRouter } from "@/features/documents/document-router";
import { extraFieldRouter } from "@/features/documents/extra-fields/extra-field-router";
import { searchRouter } from "@/features/documents/search/search-router";
import { threadRouter } from "@/features/documents/threads/thread-router";
import { notificationRouter } from "@/features/notifications/notification-router";
import { personaKind } from "@/features/personas/persona-kind";
import { personaRouter } from "@/features/personas/persona-router";
import { segmentKind } from "@/features/segments/segment-kind";
import { segmentRouter } from "@/features/segments/segment-router";
import { auditRouter } from "@/features/workspaces/audit-router";
import { invitationRouter } from "@/features/workspaces/invitation-router";
import { memberRouter } from "@/features/workspaces/member-router";
import { policyRouter } from "@/features/workspaces/policy-router";
import { workspaceRouter } from "@/features/workspaces/workspace-router";
import { router } from "@/server/trpc/procedures";

export const appRouter = router({
  accounts: accountRouter,

  documents: documentRouter,
  search: searchRouter({ segment: segmentKind, persona: personaKind }),
  segments: segmentRouter,
  personas: personaRouter,
  threads: threadRouter({ segment: segmentKind, persona: personaKind }),
  activities: activityRouter,
  extraFields: extraFieldRouter,
  notifications: notificationRouter,

  workspaces: workspaceRouter,
  members: memberRouter,
  policies: policyRouter,
  invitations: invitationRouter,
  audit: auditRouter,
});
export type AppRouter = typeof appRouter;
