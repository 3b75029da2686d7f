import { endLoginSessions } from "@/server/auth/login-sessions";
import { hashToken } from "@/server/auth/one-time-token";
import { router, signedInProcedure, visitorProcedure } from "@/server/trpc/procedures";
import {
  allowSignOnLinkInput,
  allowSignOnLinkOutput,
  changeEmailInput,
  changePasswordInput,
  confirmEmailChangeInput,
  emailChangeOutput,
  endSessionInput,
  endSessionsInput,
  entranceOutput,
  linkOutput,
  linkUsedOutput,
  loginSessionOutput,
  meOutput,
  outboxMailOutput,
  readEmailChangeInput,
  readLinkInput,
  renameInput,
  resetPasswordInput,
  sendLinkInput,
  signUpInput,
  verifyEmailInput,
} from "./account-contract";
import { findEmailChangeByToken, findTokenOwner, setName } from "./account-queries";
import { allowSignOnLink } from "./use-cases/allow-sign-on-link";
import { askForLink } from "./use-cases/ask-for-link";
import { cancelEmailChange, changeEmail } from "./use-cases/change-email";
import { changePassword } from "./use-cases/change-password";
import { confirmEmailChange } from "./use-cases/confirm-email-change";
import { describeEntrance } from "./use-cases/describe-entrance";
import { describeMe } from "./use-cases/describe-me";
import { endSession } from "./use-cases/end-session";
import { listSessions } from "./use-cases/list-sessions";
import { resetPassword } from "./use-cases/reset-password";
import { showOutbox } from "./use-cases/show-outbox";
import { signUp } from "./use-cases/sign-up";
import { verifyEmail } from "./use-cases/verify-email";

export const accountRouter = router({
  /** What the entrance offers. */
  entrance: visitorProcedure.output(entranceOutput).query(() => describeEntrance()),
  /** Mails of the demo, newest first. */
  outbox: visitorProcedure.output(outboxMailOutput.array()).query(() => showOutbox()),

  // For visitors. None of them tells whether an address has an account.
  signUp: visitorProcedure.input(signUpInput).mutation(({ ctx, input }) => signUp(ctx.db, ctx.ip, input)),
  sendLink: visitorProcedure.input(sendLinkInput).mutation(({ ctx, input }) => askForLink(ctx.db, ctx.ip, input)),
  /** Looks at a link without using it up. */
  readLink: visitorProcedure
    .input(readLinkInput)
    .output(linkOutput)
    .query(async ({ ctx, input }) => {
      const owner = await findTokenOwner(ctx.db, input.purpose, hashToken(input.token));
      return owner ? { email: owner.email } : null;
    }),
  verifyEmail: visitorProcedure
    .input(verifyEmailInput)
    .output(linkUsedOutput)
    .mutation(({ ctx, input }) => verifyEmail(ctx.db, ctx.ip, input)),
  resetPassword: visitorProcedure
    .input(resetPasswordInput)
    .output(linkUsedOutput)
    .mutation(({ ctx, input }) => resetPassword(ctx.db, ctx.ip, input)),

  me: signedInProcedure.output(meOutput).query(({ ctx }) => describeMe(ctx.db, ctx.session)),
  rename: signedInProcedure
    .input(renameInput)
    .mutation(({ ctx, input }) => setName(ctx.db, ctx.session.userId, input.name)),
  changeEmail: signedInProcedure
    .input(changeEmailInput)
    .mutation(({ ctx, input }) => changeEmail(ctx.db, ctx.session, input)),
  cancelEmailChange: signedInProcedure.mutation(({ ctx }) => cancelEmailChange(ctx.db, ctx.session)),
  /** Looks at one's own link to another address without using it up. */
  readEmailChange: signedInProcedure
    .input(readEmailChangeInput)
    .output(emailChangeOutput)
    .query(async ({ ctx, input }) => {
      const newEmail = await findEmailChangeByToken(ctx.db, ctx.session.userId, hashToken(input.token));
      return newEmail ? { newEmail } : null;
    }),
  confirmEmailChange: signedInProcedure
    .input(confirmEmailChangeInput)
    .mutation(({ ctx, input }) => confirmEmailChange(ctx.db, ctx.session, input.token)),
  changePassword: signedInProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx.db, ctx.session, input)),
  allowSignOnLink: signedInProcedure
    .input(allowSignOnLinkInput)
    .output(allowSignOnLinkOutput)
    .mutation(({ ctx, input }) => allowSignOnLink(ctx.db, ctx.session, input)),

  sessions: signedInProcedure.output(loginSessionOutput.array()).query(({ ctx }) => listSessions(ctx.db, ctx.session)),
  endSession: signedInProcedure
    .input(endSessionInput)
    .mutation(({ ctx, input }) => endSession(ctx.db, ctx.session, input)),
  /** Signs out everywhere, or everywhere else. */
  endSessions: signedInProcedure.input(endSessionsInput).mutation(async ({ ctx, input }) => {
    const { userId, sessionId } = ctx.session;
    await endLoginSessions(ctx.db, userId, input.keepThis ? sessionId : undefined);
  }),
});
