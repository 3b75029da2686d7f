import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { PictureFile } from "../picture-contract";
import { findPicture } from "../picture-queries";

/** An uploaded picture. Throws NOT_FOUND, for one of another workspace as for none. */
export async function readPicture(scope: Scope<"document.read">, pictureId: string): Promise<PictureFile> {
  const bytes = await findPicture(scope.tx, scope.workspaceId, pictureId);
  if (!bytes) throw new AppError("NOT_FOUND", "This picture doesn't exist, or you may not see it.");
  return { webp: Buffer.from(bytes).toString("base64") };
}
