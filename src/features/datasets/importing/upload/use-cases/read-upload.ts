import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { findUpload, type StoredUpload } from "../upload-queries";

/** Throws NOT_FOUND where there is no such import. */
export async function readUpload({ tx, workspaceId }: Scope<"data.import">, importId: string): Promise<StoredUpload> {
  const upload = await findUpload(tx, { workspaceId, importId });
  if (!upload) throw new AppError("NOT_FOUND", "This file isn't there any more. Upload it again.");
  return upload;
}

/** As `readUpload`; BLOCKED once its import was started. */
export async function readWaitingUpload(scope: Scope<"data.import">, importId: string): Promise<StoredUpload> {
  const upload = await readUpload(scope, importId);
  if (upload.state !== "uploaded") throw new AppError("BLOCKED", "This file is being imported, or was already.");
  return upload;
}
