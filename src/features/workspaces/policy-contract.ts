// The workspace's policies on the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import { MAX_APPROVALS } from "./policy-rules";

export const approvalPolicy = z.strictObject({
  needed: z.int().min(0).max(MAX_APPROVALS),
  by: z.enum(["verifiers", "reviewers"]),
});

export const readPolicyInput = workspaceInput({});

export const changePolicyInput = workspaceInput({ approval: approvalPolicy });
export type ChangePolicyInput = z.output<typeof changePolicyInput>;
