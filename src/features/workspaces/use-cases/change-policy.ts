import type { Scope } from "@/server/access/open-scope";
import type { ChangePolicyInput } from "../policy-contract";
import { findApprovalPolicy, updateApprovalPolicy } from "../policy-queries";
import { lockWorkspace } from "../workspace-queries";
import { recordAudit } from "./record-audit";

/** Says how drafts are approved from now on. Approvals that were given count on under the new policy. */
export async function changePolicy(
  scope: Scope<"workspace.configure">,
  { approval }: ChangePolicyInput,
): Promise<void> {
  const { tx, workspaceId } = scope;
  await lockWorkspace(tx, workspaceId);
  const before = await findApprovalPolicy(tx, workspaceId);
  if (before.needed === approval.needed && before.by === approval.by) return;
  await updateApprovalPolicy(tx, workspaceId, approval);
  await recordAudit(scope, {
    action: "policy.changed",
    objectType: "workspace",
    objectId: workspaceId,
    details: {
      neededBefore: before.needed,
      neededAfter: approval.needed,
      byBefore: before.by,
      byAfter: approval.by,
    },
  });
}
