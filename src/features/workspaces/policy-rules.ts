// What the workspace's policies say, in words.

export const MAX_APPROVALS = 5;

export interface ApprovalPolicy {
  /** How many people must approve a draft before it is published; 0 lets editors publish directly. */
  readonly needed: number;
  /** Whose approval counts: the verifiers named on the document, or everybody who may review. */
  readonly by: "verifiers" | "reviewers";
}

/** A sentence for settings and the audit log: "2 approvals by the document's verifiers". */
export function policyWords({ needed, by }: ApprovalPolicy): string {
  if (needed === 0) return "no approval";
  const whose = by === "verifiers" ? "the document’s verifiers" : "reviewers";
  return `${needed} ${needed === 1 ? "approval" : "approvals"} by ${whose}`;
}
