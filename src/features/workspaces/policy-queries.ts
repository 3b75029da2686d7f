// The policies kept with the workspace.
import { eq } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { prepareOnce } from "@/server/db/prepare-once";
import { workspaces } from "@/server/db/schema/workspace";
import type { ApprovalPolicy } from "./policy-rules";
import type { RetentionPolicy } from "./retention-rules";
import type { SignInPolicy } from "./sign-in-rules";

const selectPolicy = prepareOnce(["workspaceId"], (db, value) =>
  db
    .select({ needed: workspaces.approvalsNeeded, by: workspaces.approvedBy })
    .from(workspaces)
    .where(eq(workspaces.id, value.workspaceId)),
);

export async function findApprovalPolicy(tx: Tx, workspaceId: string): Promise<ApprovalPolicy> {
  const [row] = await selectPolicy(tx, { workspaceId });
  if (!row) throw new Error(`Workspace ${workspaceId} is not the acting one.`);
  return row;
}

export async function updateApprovalPolicy(tx: Tx, workspaceId: string, { needed, by }: ApprovalPolicy): Promise<void> {
  await tx.update(workspaces).set({ approvalsNeeded: needed, approvedBy: by }).where(eq(workspaces.id, workspaceId));
}

export async function findRetention(tx: Tx, workspaceId: string): Promise<RetentionPolicy> {
  const [row] = await tx
    .select({
      snapshotDays: workspaces.snapshotRetentionDays,
      deliveryDays: workspaces.deliveryRetentionDays,
      noticeDays: workspaces.noticeRetentionDays,
    })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (!row) throw new Error(`Workspace ${workspaceId} is not the acting one.`);
  return row;
}

export async function updateRetention(tx: Tx, workspaceId: string, policy: RetentionPolicy): Promise<void> {
  const { snapshotDays, deliveryDays, noticeDays } = policy;
  await tx
    .update(workspaces)
    .set({
      snapshotRetentionDays: snapshotDays,
      deliveryRetentionDays: deliveryDays,
      noticeRetentionDays: noticeDays,
    })
    .where(eq(workspaces.id, workspaceId));
}

export async function findSignInPolicy(
  tx: Tx,
  workspaceId: string,
): Promise<SignInPolicy & { readonly domains: string[] }> {
  const [row] = await tx
    .select({ signInBy: workspaces.signInBy, domains: workspaces.inviteDomains })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (!row) throw new Error(`Workspace ${workspaceId} is not the acting one.`);
  return row;
}

export async function updateSignInPolicy(tx: Tx, workspaceId: string, policy: SignInPolicy): Promise<void> {
  await tx
    .update(workspaces)
    .set({ signInBy: policy.signInBy, inviteDomains: [...policy.domains] })
    .where(eq(workspaces.id, workspaceId));
}
