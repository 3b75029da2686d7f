// The workspace's policies on the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import { MAX_APPROVALS } from "./policy-rules";
import { LOG_DAYS, SNAPSHOT_DAYS } from "./retention-rules";
import { DOMAIN_PATTERN, MAX_DOMAINS } from "./sign-in-rules";

export const approvalPolicy = z.strictObject({
  needed: z.int().min(0).max(MAX_APPROVALS),
  by: z.enum(["verifiers", "reviewers"]),
});

export const readPolicyInput = workspaceInput({});

export const changePolicyInput = workspaceInput({ approval: approvalPolicy });
export type ChangePolicyInput = z.output<typeof changePolicyInput>;

const days = (choices: readonly (number | null)[]) =>
  z.union([z.int().min(1).max(3_650), z.null()]).refine((value) => choices.includes(value), "Choose one of the times.");

export const retentionPolicy = z.strictObject({
  snapshotDays: days(SNAPSHOT_DAYS),
  deliveryDays: z.int().refine((value) => (LOG_DAYS as readonly number[]).includes(value), "Choose one of the times."),
  noticeDays: z.int().refine((value) => (LOG_DAYS as readonly number[]).includes(value), "Choose one of the times."),
});
export const changeRetentionInput = workspaceInput({ retention: retentionPolicy });
export type ChangeRetentionInput = z.output<typeof changeRetentionInput>;

const signInPolicy = z.strictObject({
  signInBy: z.enum(["any", "oidc"]),
  domains: z
    .array(z.string().max(253).regex(DOMAIN_PATTERN, "A domain looks like example.org."))
    .max(MAX_DOMAINS, `Name at most ${MAX_DOMAINS} domains.`),
});
export const changeSignInInput = workspaceInput({ policy: signInPolicy });
export type ChangeSignInInput = z.output<typeof changeSignInInput>;

export interface SignInSettings {
  readonly policy: z.output<typeof signInPolicy>;
  /** Name of the installation's provider, if it has one. */
  readonly signOnName: string | null;
  /** How the person who asks has signed in. */
  readonly ownMethod: "password" | "oidc";
}
