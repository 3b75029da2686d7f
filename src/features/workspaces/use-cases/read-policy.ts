import type { Scope } from "@/server/access/open-scope";
import { findApprovalPolicy } from "../policy-queries";
import type { ApprovalPolicy } from "../policy-rules";

/** How drafts of this workspace are approved. */
export function readApprovalPolicy(scope: Scope): Promise<ApprovalPolicy> {
  return findApprovalPolicy(scope.tx, scope.workspaceId);
}
