// The policies kept with the workspace.
import { eq } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { prepareOnce } from "@/server/db/prepare-once";
import { workspaces } from "@/server/db/schema/workspace";
import type { ApprovalPolicy } from "./policy-rules";

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
