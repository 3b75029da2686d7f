import { router, workspaceProcedure } from "@/server/trpc/procedures";
import {
  approvalPolicy,
  changePolicyInput,
  changeRetentionInput,
  changeSignInInput,
  readPolicyInput,
  type SignInSettings,
} from "./policy-contract";
import type { RetentionPolicy } from "./retention-rules";
import { changePolicy } from "./use-cases/change-policy";
import { changeRetention, readNewDatasetDays, readRetention } from "./use-cases/change-retention";
import { changeSignIn, readSignIn } from "./use-cases/change-sign-in";
import { readApprovalPolicy } from "./use-cases/read-policy";

export const policyRouter = router({
  approval: workspaceProcedure("workspace.read")
    .input(readPolicyInput)
    .output(approvalPolicy)
    .query(({ ctx }) => readApprovalPolicy(ctx.scope)),

  change: workspaceProcedure("workspace.configure")
    .input(changePolicyInput)
    .mutation(({ ctx, input }) => changePolicy(ctx.scope, input)),

  retention: workspaceProcedure("workspace.configure")
    .input(readPolicyInput)
    .query(({ ctx }): Promise<RetentionPolicy> => readRetention(ctx.scope)),
  /** What a new dataset begins with; null keeps snapshots until somebody deletes them. */
  newDatasetDays: workspaceProcedure("data.import")
    .input(readPolicyInput)
    .query(({ ctx }): Promise<number | null> => readNewDatasetDays(ctx.scope)),
  changeRetention: workspaceProcedure("workspace.configure")
    .input(changeRetentionInput)
    .mutation(({ ctx, input }) => changeRetention(ctx.scope, input)),

  signIn: workspaceProcedure("workspace.configure")
    .input(readPolicyInput)
    .query(({ ctx }): Promise<SignInSettings> => readSignIn(ctx.scope, ctx.session)),
  changeSignIn: workspaceProcedure("workspace.configure")
    .input(changeSignInInput)
    .mutation(({ ctx, input }) => changeSignIn(ctx.scope, ctx.session, input)),
});
