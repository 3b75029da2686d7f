// The moment in which an import becomes a snapshot: all of it in one transaction, or nothing.
import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import { openScope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";
import { enqueue } from "@/server/jobs/enqueue";
import { AppError } from "@/shared/errors";
import type { Catalog, Trait } from "../../catalog-rules";
import { insertDataset, insertSnapshot, newestSnapshot } from "../../dataset-queries";
import { snapshotKey } from "../../snapshots/snapshot-files";
import type { Converted } from "../conversion/convert-file";
import { snapshotTaken } from "../import-jobs";
import type { DetectedFile, TraitChanges } from "../import-plan-rules";
import { type ConfirmedImport, endImport, keepPlan, lockDataset, lockImport } from "../import-queries";

export interface TakenSnapshot {
  readonly workspaceId: string;
  readonly userId: string;
  readonly importId: string;
  readonly attempt: number;
  readonly snapshotId: string;
  readonly converted: Converted;
  readonly confirmed: ConfirmedImport;
  readonly detected: DetectedFile;
}

/**
 * Throws as `openScope` does where the person may no longer import, NOT_FOUND where the dataset was deleted meanwhile,
 * CONFLICT where the import was cancelled or taken by another attempt. Locks the import, then the dataset.
 */
export async function takeSnapshot(
  tx: Tx,
  { workspaceId, userId, importId, attempt, snapshotId, converted, confirmed, detected }: TakenSnapshot,
): Promise<void> {
  const scope = await openScope(tx, userId, workspaceId, "data.import");
  const key = { workspaceId, importId };
  const row = await lockImport(tx, key);
  if (row?.state !== "running" || row.attempt !== attempt) {
    throw new AppError("CONFLICT", "This import was cancelled, or somebody else is at it.");
  }
  const { plan, into } = confirmed;
  const { catalog, report, hasLines, bytes } = converted;
  const datasetId = "id" in into ? into.id : await insertDataset(tx, { workspaceId, ...into, createdBy: userId });
  const dataset = await lockDataset(tx, workspaceId, datasetId);
  if (!dataset) {
    throw new AppError(
      "NOT_FOUND",
      "The customer data that this was meant for were deleted meanwhile. Nothing was stored.",
    );
  }
  const before = await newestSnapshot(tx, workspaceId, datasetId);
  const number = dataset.lastNumber + 1;
  await insertSnapshot(tx, {
    ...{ id: snapshotId, workspaceId, datasetId, number, importedBy: userId, bytes, catalog: { ...catalog } },
    ...{ asOf: plan.asOf, timeZone: plan.timeZone, customers: report.customers, events: report.events },
  });
  const detailsKey = hasLines ? `${snapshotKey({ workspaceId, id: snapshotId, revision: 1 })}lines.csv` : null;
  const traits = before ? changesOf(before.catalog, catalog) : null;
  await endImport(tx, key, { state: "done", datasetId, snapshotId, report: { ...report, traits, detailsKey } });
  await keepPlan(tx, { workspaceId, shape: detected.shape, plan, datasetId });
  await recordAudit(scope, {
    action: "data.imported",
    objectType: "dataset",
    objectId: datasetId,
    details: { name: dataset.name, number, customers: report.customers },
  });
  await enqueue(tx, snapshotTaken, { workspaceId, userId, datasetId, snapshotId }, `snapshot-taken:${snapshotId}`);
}

/** By ids, told by labels: what segments speak of may be gone or something else now. */
function changesOf(before: Catalog, after: Catalog): TraitChanges {
  const all = ({ traits, events }: Catalog) =>
    new Map<string, Trait>([
      ...traits.map((trait) => [trait.id, trait] as const),
      ...(events?.properties ?? []).map((trait) => [`event ${trait.id}`, trait] as const),
    ]);
  const old = all(before);
  const now = all(after);
  const labels = (from: ReadonlyMap<string, Trait>, without: ReadonlyMap<string, Trait>) => [
    ...new Set([...from].flatMap(([id, { label }]) => (without.has(id) ? [] : [label]))),
  ];
  return {
    appeared: labels(now, old),
    vanished: labels(old, now),
    retyped: [...now].flatMap(([id, { label, type }]) => {
      const was = old.get(id)?.type;
      return was === undefined || was === type ? [] : [{ label, from: was, to: type }];
    }),
  };
}
