// The workspace's policies on the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import { MAX_APPROVALS } from "./policy-rules";

export const approvalPolicy = z.strictObject({
  /** How many people must approve a draft before it is published; 0 lets editors publish directly. */
  needed: z.int().min(0).max(MAX_APPROVALS),
  /** Whose approval counts: the verifiers named on the document, or everybody who may review. */
  by: z.enum(["verifiers", "reviewers"]),
});
export type ApprovalPolicy = z.output<typeof approvalPolicy>;

export const readPolicyInput = workspaceInput({});

export const changePolicyInput = workspaceInput({ approval: approvalPolicy });
export type ChangePolicyInput = z.output<typeof changePolicyInput>;
