import { rm } from "node:fs/promises";
import type { Scope } from "@/server/access/open-scope";
import { uploadFolder } from "../upload-files";
import { deleteUpload } from "../upload-queries";
import { readWaitingUpload } from "./read-upload";

/** Forgets an upload that wasn't imported, with its file. Throws NOT_FOUND, and BLOCKED once its import was started. */
export async function discardUpload(scope: Scope<"data.import">, importId: string): Promise<void> {
  await readWaitingUpload(scope, importId);
  if (await deleteUpload(scope.tx, { workspaceId: scope.workspaceId, importId })) {
    await rm(uploadFolder(scope.workspaceId, importId), { recursive: true, force: true });
  }
}
