import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { ChangeDatasetInput } from "../privacy-contract";
import { lockDataset, updateDataset } from "../privacy-queries";

/** What the data are called, what for, and how long they are kept. Throws NOT_FOUND. */
export async function changeDataset(
  scope: Scope<"data.import">,
  { datasetId, name, purpose, retentionDays }: ChangeDatasetInput,
): Promise<void> {
  const { tx, workspaceId } = scope;
  const before = await lockDataset(tx, workspaceId, datasetId);
  if (!before) throw new AppError("NOT_FOUND", "These customer data are not there any more.");
  await updateDataset(tx, workspaceId, datasetId, { name, purpose, retentionDays });
  if (before.retentionDays === retentionDays) return;
  await recordAudit(scope, {
    action: "data.changed",
    objectType: "dataset",
    objectId: datasetId,
    details: { name, daysBefore: before.retentionDays, daysAfter: retentionDays },
  });
}
