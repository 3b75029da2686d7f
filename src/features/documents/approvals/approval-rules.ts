// Who may approve a draft, whose approval counts, and what stands in the way of asking and deciding. Empty means "go".
import type { ApprovalPolicy } from "@/features/workspaces/policy-rules";
import { type Role, roleMay } from "@/shared/permissions";
import { approvalCount, type Block, type PublishFacts, publishBlocks } from "../versions/lifecycle-rules";

/** As many as may be named on one document. */
export const MAX_VERIFIERS = 20;

export interface Approver {
  /** Null for somebody who is no member any more. */
  readonly role: Role | null;
  /** Named on the document. */
  readonly isVerifier: boolean;
}

/** Whether the workspace's policy counts on this person. */
export function mayApprove(by: ApprovalPolicy["by"], { role, isVerifier }: Approver): boolean {
  return role !== null && roleMay(role, "draft.decide") && (by === "reviewers" || isVerifier);
}

export interface Decision extends Approver {
  readonly userId: string;
  readonly decision: "approved" | "changes-asked";
}

/** Ids of those whose approval counts now: members who may still approve, and not the person who asked. */
export function countedApprovers(
  by: ApprovalPolicy["by"],
  requestedBy: string | null,
  decisions: readonly Decision[],
): readonly string[] {
  return decisions
    .filter((one) => one.decision === "approved" && one.userId !== requestedBy && mayApprove(by, one))
    .map((one) => one.userId);
}

export interface AskFacts extends Omit<PublishFacts, "approvals"> {
  readonly policy: ApprovalPolicy;
  /** Whether approval of the present revision is asked for already. */
  readonly isAsked: boolean;
  /** How many could approve, the person who asks aside. */
  readonly otherApprovers: number;
}

/** What can't be published isn't put forward either. */
export function askBlocks({ policy, isAsked, otherApprovers, ...facts }: AskFacts): readonly Block[] {
  if (policy.needed === 0) {
    return [{ code: "not-needed", message: "This workspace publishes without approval." }];
  }
  const blocks = [...publishBlocks({ ...facts, approvals: { needed: 0, given: 0 } })];
  if (isAsked) blocks.push({ code: "asked", message: "Approval is asked for already." });
  if (otherApprovers < policy.needed) {
    const found = otherApprovers === 0 ? "nobody else" : `only ${otherApprovers} other`;
    const who =
      policy.by === "verifiers" ? `${found} is named as verifier. Name more` : `${found} may approve. Invite more`;
    blocks.push({ code: "too-few", message: `${approvalCount(policy.needed)} needed, and ${who} first.` });
  }
  return blocks;
}

export interface DecideFacts {
  readonly isRetired: boolean;
  readonly isAsked: boolean;
  readonly isOwnRequest: boolean;
  readonly mayApprove: boolean;
}

export function decideBlocks(facts: DecideFacts): readonly Block[] {
  if (facts.isRetired) return [{ code: "retired", message: "It is retired. Bring it back first." }];
  if (!facts.isAsked) return [{ code: "not-asked", message: "Nobody asks for approval of this draft as it is now." }];
  if (facts.isOwnRequest)
    return [{ code: "own-request", message: "You asked for approval yourself: somebody else decides." }];
  if (!facts.mayApprove)
    return [{ code: "not-verifier", message: "Only the verifiers named on this document decide." }];
  return [];
}
