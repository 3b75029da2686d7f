import { rm } from "node:fs/promises";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { endImport, lockImport } from "../import-queries";
import { uploadFolder } from "../upload/upload-files";

/**
 * Ends an import that waits or runs: whoever reads the file stops within a second, and nothing of it stays. Once it is
 * cancelled, again is no error. Throws NOT_FOUND, BLOCKED where it has ended otherwise or wasn't begun.
 */
export async function cancelImport({ tx, workspaceId }: Scope<"data.import">, importId: string): Promise<void> {
  const key = { workspaceId, importId };
  const row = await lockImport(tx, key);
  if (!row) throw new AppError("NOT_FOUND", "This import doesn’t exist any more.");
  if (row.state === "cancelled") return;
  if (row.state !== "waiting" && row.state !== "running") {
    throw new AppError("BLOCKED", "This import has ended already, or wasn’t begun.");
  }
  await endImport(tx, key, { state: "cancelled" });
  // What is being written while it runs is taken away by whoever writes it.
  if (row.state === "waiting") await rm(uploadFolder(workspaceId, importId), { recursive: true, force: true });
}
