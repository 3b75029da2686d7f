// Where uploads lie until they are read: each has a folder of its own, which also takes what is made of it meanwhile.
import { join, resolve } from "node:path";
import { env } from "@/env";

/** Of all uploads. */
export function uploadsFolder(): string {
  return resolve(env().DATA_DIR, "uploads");
}

/** Of one upload, an absolute path. Deleting it deletes all that is left of the upload. */
export function uploadFolder(workspaceId: string, importId: string): string {
  return join(uploadsFolder(), workspaceId, importId);
}

/** The file as it was sent. */
export function uploadedFile(workspaceId: string, importId: string): string {
  return join(uploadFolder(workspaceId, importId), "upload");
}
