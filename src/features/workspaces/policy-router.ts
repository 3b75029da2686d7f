import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { approvalPolicy, changePolicyInput, readPolicyInput } from "./policy-contract";
import { changePolicy } from "./use-cases/change-policy";
import { readApprovalPolicy } from "./use-cases/read-policy";

export const policyRouter = router({
  approval: workspaceProcedure("workspace.read")
    .input(readPolicyInput)
    .output(approvalPolicy)
    .query(({ ctx }) => readApprovalPolicy(ctx.scope)),

  change: workspaceProcedure("workspace.configure")
    .input(changePolicyInput)
    .mutation(({ ctx, input }) => changePolicy(ctx.scope, input)),
});
