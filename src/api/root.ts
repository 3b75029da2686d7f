// Composes the routers of the features. The browser knows this file by type only.

import { accountRouter } from "@/features/accounts/account-router";
import { documentRouter } from "@/features/documents/document-router";
import { personaRouter } from "@/features/personas/persona-router";
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
  segments: segmentRouter,
  personas: personaRouter,

  workspaces: workspaceRouter,
  members: memberRouter,
  policies: policyRouter,
  invitations: invitationRouter,
  audit: auditRouter,
});
export type AppRouter = typeof appRouter;
