import { asUser } from "@/server/access/acting-as";
import { demandSignIn } from "@/server/access/sign-in-wall";
import { router, signedInProcedure, workspaceProcedure } from "@/server/trpc/procedures";
import { AppError } from "@/shared/errors";
import { changeTimeZone } from "./use-cases/change-time-zone";
import { closeWorkspace, readDeletionFacts } from "./use-cases/close-workspace";
import { createWorkspace } from "./use-cases/create-workspace";
import { deleteAccount, listOwnedAlone } from "./use-cases/delete-account";
import { renameWorkspace } from "./use-cases/rename-workspace";
import { listClosingWorkspaces, takeBackDeletion } from "./use-cases/take-back-deletion";
import {
  type ClosingWorkspace,
  changeTimeZoneInput,
  createWorkspaceInput,
  type DeletionFacts,
  deleteAccountInput,
  deleteWorkspaceInput,
  joinedWorkspace,
  type OwnedAlone,
  renameWorkspaceInput,
  takeBackInput,
  workspaceBySlugInput,
  workspaceFactsInput,
} from "./workspace-contract";
import { findJoinedWorkspace, listJoinedWorkspaces } from "./workspace-queries";

export const workspaceRouter = router({
  listMine: signedInProcedure
    .output(joinedWorkspace.array())
    .query(({ ctx }) => asUser(ctx.db, ctx.session.userId, (tx) => listJoinedWorkspaces(tx, ctx.session.userId))),

  bySlug: signedInProcedure
    .input(workspaceBySlugInput)
    .output(joinedWorkspace)
    .query(async ({ ctx, input }) => {
      const { userId } = ctx.session;
      const found = await asUser(ctx.db, userId, (tx) => findJoinedWorkspace(tx, userId, input.slug));
      if (!found) throw new AppError("NOT_FOUND", "This workspace doesn't exist, or you are not a member of it.");
      const { signInBy, ...workspace } = found;
      demandSignIn({ signInBy }, ctx.session);
      return workspace;
    }),

  create: signedInProcedure
    .input(createWorkspaceInput)
    .output(joinedWorkspace)
    .mutation(({ ctx, input }) => createWorkspace(ctx.db, ctx.session, input)),

  rename: workspaceProcedure("workspace.configure")
    .input(renameWorkspaceInput)
    .output(joinedWorkspace)
    .mutation(({ ctx, input }) => renameWorkspace(ctx.scope, input)),

  changeTimeZone: workspaceProcedure("workspace.configure")
    .input(changeTimeZoneInput)
    .mutation(({ ctx, input }) => changeTimeZone(ctx.scope, input.timeZone)),

  /** What a deletion would take with it. */
  deletionFacts: workspaceProcedure("workspace.delete")
    .input(workspaceFactsInput)
    .query(({ ctx }): Promise<DeletionFacts> => readDeletionFacts(ctx.scope)),
  delete: workspaceProcedure("workspace.delete")
    .input(deleteWorkspaceInput)
    .mutation(({ ctx, input }) => closeWorkspace(ctx.scope, input)),
  listClosing: signedInProcedure.query(
    ({ ctx }): Promise<ClosingWorkspace[]> => listClosingWorkspaces(ctx.db, ctx.session.userId),
  ),
  /** What keeps the person from deleting their account. */
  ownedAlone: signedInProcedure.query(({ ctx }): Promise<OwnedAlone[]> => listOwnedAlone(ctx.db, ctx.session.userId)),
  deleteAccount: signedInProcedure
    .input(deleteAccountInput)
    .mutation(({ ctx, input }) => deleteAccount(ctx.db, ctx.session, input)),
  takeBack: signedInProcedure
    .input(takeBackInput)
    .mutation(({ ctx, input }) => takeBackDeletion(ctx.db, ctx.session, input.closedWorkspaceId)),
});
