import { stat } from "node:fs/promises";
import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { AppError } from "@/shared/errors";
import type { StartImportInput } from "../import-contract";
import { importFile } from "../import-jobs";
import { countOpenImports, lockDataset, lockImport, storeConfirmed } from "../import-queries";
import { planProblem } from "../plan-check-rules";
import { uploadedFile } from "../upload/upload-files";

/** One that was confirmed waits its turn; so many of a workspace's may. */
const MAX_OPEN = 10;

/**
 * Confirms how the file is read: a worker reads it from now on. Also for one that failed, with another plan. Throws
 * NOT_FOUND, BLOCKED while it is being imported or was, INVALID with what is wrong with the plan, LIMIT.
 */
export async function startImport(
  { tx, workspaceId, userId }: Scope<"data.import">,
  { importId, plan, dataset }: StartImportInput,
): Promise<void> {
  const key = { workspaceId, importId };
  const row = await lockImport(tx, key);
  if (!row) throw new AppError("NOT_FOUND", "This file isn’t there any more. Upload it again.");
  if (row.state !== "uploaded" && row.state !== "failed") {
    throw new AppError("BLOCKED", "This file is being imported, or was already.");
  }
  if (!row.detected && row.state === "failed") {
    throw new AppError("BLOCKED", "This file was deleted a day after it failed. Upload it again.");
  }
  if (!row.detected) throw new AppError("BLOCKED", "This file is still being looked at. Wait a moment.");
  const problem = planProblem(plan, row.detected);
  if (problem) throw new AppError("INVALID", problem);
  const isThere = await stat(uploadedFile(workspaceId, importId)).then(
    () => true,
    () => false,
  );
  if (!isThere) throw new AppError("NOT_FOUND", "This file isn’t there any more. Upload it again.");
  if ("id" in dataset && !(await lockDataset(tx, workspaceId, dataset.id))) {
    throw new AppError("NOT_FOUND", "These customer data were deleted. Choose others, or make new ones.");
  }
  if ((await countOpenImports(tx, workspaceId)) >= MAX_OPEN) {
    throw new AppError("LIMIT", `${MAX_OPEN} imports are under way already. Wait until one has ended.`);
  }
  await storeConfirmed(tx, key, { plan, into: dataset, userId });
  await enqueue(tx, importFile, { workspaceId, userId, importId }, `import-file:${importId}:${crypto.randomUUID()}`);
}
