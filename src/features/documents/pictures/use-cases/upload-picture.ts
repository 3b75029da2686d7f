import type { Scope } from "@/server/access/open-scope";
import { encodePicture } from "@/server/files/picture";
import { AppError } from "@/shared/errors";
import type { UploadedPicture, UploadPictureInput } from "../picture-contract";
import { countPictures, insertPicture } from "../picture-queries";
import { MAX_PICTURES } from "../picture-rules";

/**
 * Keeps the picture, encoded anew. It belongs to the workspace and to no document: the draft takes it up by an edit, and
 * versions go on showing it when the draft has another one. Throws INVALID for what is no picture, LIMIT when it is full.
 */
export async function uploadPicture(
  scope: Scope<"draft.edit">,
  { picture, use }: UploadPictureInput,
): Promise<UploadedPicture> {
  const { tx, workspaceId, userId } = scope;
  if ((await countPictures(tx, workspaceId)) >= MAX_PICTURES) {
    throw new AppError("LIMIT", `This workspace holds ${MAX_PICTURES} uploaded pictures, which is as many as it may.`);
  }
  const encoded = await encodePicture(Buffer.from(picture, "base64"), use);
  return { pictureId: await insertPicture(tx, workspaceId, { uploadedBy: userId, ...encoded }) };
}
