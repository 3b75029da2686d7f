import { router, signedInProcedure, visitorProcedure, workspaceProcedure } from "@/server/trpc/procedures";
import {
  invitationInput,
  invitationPreview,
  invitationTokenInput,
  inviteMemberInput,
  listInvitationsInput,
  openInvitation,
  sentInvitation,
} from "./invitation-contract";
import { acceptInvitation } from "./use-cases/accept-invitation";
import { inviteMember } from "./use-cases/invite-member";
import { listInvitations } from "./use-cases/list-invitations";
import { previewInvitation } from "./use-cases/preview-invitation";
import { resendInvitation } from "./use-cases/resend-invitation";
import { revokeInvitation } from "./use-cases/revoke-invitation";
import { joinedWorkspace } from "./workspace-contract";

export const invitationRouter = router({
  list: workspaceProcedure("member.manage")
    .input(listInvitationsInput)
    .output(openInvitation.array())
    .query(({ ctx }) => listInvitations(ctx.scope)),

  send: workspaceProcedure("member.manage")
    .input(inviteMemberInput)
    .output(sentInvitation)
    .mutation(({ ctx, input }) => inviteMember(ctx.scope, input)),

  resend: workspaceProcedure("member.manage")
    .input(invitationInput)
    .mutation(({ ctx, input }) => resendInvitation(ctx.scope, input)),

  revoke: workspaceProcedure("member.manage")
    .input(invitationInput)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.scope, input)),

  preview: visitorProcedure
    .input(invitationTokenInput)
    .output(invitationPreview)
    .query(async ({ ctx, input }) => previewInvitation(ctx.db, { session: await ctx.session(), ip: ctx.ip }, input)),

  accept: signedInProcedure
    .input(invitationTokenInput)
    .output(joinedWorkspace)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.db, ctx.session, input)),
});
