import type { Scope } from "@/server/access/open-scope";
import { encodePortrait } from "@/server/files/picture";
import { AppError } from "@/shared/errors";
import { countPictures, insertPicture } from "../picture-queries";
import type { UploadedPortrait, UploadPortraitInput } from "../portrait-contract";
import { MAX_PICTURES } from "../portrait-rules";

/**
 * Keeps the picture, encoded anew. It belongs to the workspace and to no document: the draft takes it up by an edit, and
 * versions go on showing it when the draft has another one. Throws INVALID for what is no picture, LIMIT when it is full.
 */
export async function uploadPortrait(
  scope: Scope<"draft.edit">,
  { picture, alt }: UploadPortraitInput,
): Promise<UploadedPortrait> {
  const { tx, workspaceId, userId } = scope;
  if ((await countPictures(tx, workspaceId)) >= MAX_PICTURES) {
    throw new AppError("LIMIT", `This workspace holds ${MAX_PICTURES} uploaded pictures, which is as many as it may.`);
  }
  const encoded = await encodePortrait(Buffer.from(picture, "base64"));
  return { pictureId: await insertPicture(tx, workspaceId, { uploadedBy: userId, ...encoded }), alt };
}
