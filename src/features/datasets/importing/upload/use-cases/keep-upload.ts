import { mkdir, writeFile } from "node:fs/promises";
import type { Scope } from "@/server/access/open-scope";
import { uploadedFile, uploadFolder } from "../upload-files";
import { finishUpload, insertUpload } from "../upload-queries";

/** Keeps text that we made ourselves as if it had been uploaded; answers the import's id. */
export async function keepUpload(
  { tx, workspaceId, userId }: Scope<"data.import">,
  fileName: string,
  text: string,
): Promise<string> {
  const key = { workspaceId, importId: crypto.randomUUID() };
  const bytes = Buffer.byteLength(text);
  await mkdir(uploadFolder(workspaceId, key.importId), { recursive: true });
  await writeFile(uploadedFile(workspaceId, key.importId), text);
  await insertUpload(tx, { ...key, userId, fileName, bytes });
  await finishUpload(tx, key, bytes);
  return key.importId;
}
