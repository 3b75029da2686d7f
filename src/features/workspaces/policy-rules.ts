// What the workspace's policies say, in words.
import type { ApprovalPolicy } from "./policy-contract";

export const MAX_APPROVALS = 5;

/** A sentence for settings and the audit log: "2 approvals by the document's verifiers". */
export function policyWords({ needed, by }: ApprovalPolicy): string {
  if (needed === 0) return "no approval";
  const whose = by === "verifiers" ? "the document’s verifiers" : "reviewers";
  return `${needed} ${needed === 1 ? "approval" : "approvals"} by ${whose}`;
}
