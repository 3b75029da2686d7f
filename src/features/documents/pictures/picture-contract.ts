import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import { MAX_UPLOAD_CHARACTERS, PICTURE_USES } from "./picture-rules";

export const uploadPictureInput = workspaceInput({
  /** The file, base64. Browsers make larger pictures smaller before they send them. */
  picture: z.base64("This file can't be read.").max(MAX_UPLOAD_CHARACTERS, "This picture is larger than 700 kB."),
  use: z.enum(PICTURE_USES),
});
export type UploadPictureInput = z.output<typeof uploadPictureInput>;

export const pictureInput = workspaceInput({ pictureId: z.uuid() });

export interface UploadedPicture {
  readonly pictureId: string;
}

export interface PictureFile {
  /** WebP, base64. */
  readonly webp: string;
}
