import type { Scope } from "@/server/access/open-scope";
import type { ChangeRetentionInput } from "../policy-contract";
import { findRetention, updateRetention } from "../policy-queries";
import { type RetentionPolicy, retentionWords } from "../retention-rules";
import { lockWorkspace } from "../workspace-queries";
import { recordAudit } from "./record-audit";

export function readRetention({ tx, workspaceId }: Scope<"workspace.configure">): Promise<RetentionPolicy> {
  return findRetention(tx, workspaceId);
}

/** For how long a dataset that is made now is offered to keep its snapshots; null for as long as nobody deletes them. */
export async function readNewDatasetDays({ tx, workspaceId }: Scope<"data.import">): Promise<number | null> {
  return (await findRetention(tx, workspaceId)).snapshotDays;
}

/** Says how long things are kept from now on; what is over goes in the next night. Datasets that are there keep their own. */
export async function changeRetention(
  scope: Scope<"workspace.configure">,
  { retention }: ChangeRetentionInput,
): Promise<void> {
  const { tx, workspaceId } = scope;
  await lockWorkspace(tx, workspaceId);
  const before = await findRetention(tx, workspaceId);
  if (retentionWords(before) === retentionWords(retention)) return;
  await updateRetention(tx, workspaceId, retention);
  await recordAudit(scope, {
    action: "retention.changed",
    objectType: "workspace",
    objectId: workspaceId,
    details: { before: retentionWords(before), after: retentionWords(retention) },
  });
}
