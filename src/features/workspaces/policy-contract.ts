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

/** One of the choices that the page offers. */
const oneOf = (choices: readonly (number | null)[]) => (value: number | null) => choices.includes(value);
const NOT_OFFERED = "Choose one of the times.";

const retentionPolicy = z.strictObject({
  snapshotDays: z.int().nullable().refine(oneOf(SNAPSHOT_DAYS), NOT_OFFERED),
  deliveryDays: z.int().refine(oneOf(LOG_DAYS), NOT_OFFERED),
  noticeDays: z.int().refine(oneOf(LOG_DAYS), NOT_OFFERED),
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
