import { z } from "zod";
import { requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { MAX_ALT, MAX_UPLOAD_CHARACTERS } from "./portrait-rules";

export const uploadPortraitInput = workspaceInput({
  /** The file, base64. Browsers make larger pictures smaller before they send them. */
  picture: z.base64("This file can't be read.").max(MAX_UPLOAD_CHARACTERS, "This picture is larger than 700 kB."),
  /** What one sees; a picture without words is nothing to those who can't see it. */
  alt: requiredLine(MAX_ALT),
});
export type UploadPortraitInput = z.output<typeof uploadPortraitInput>;

export const portraitInput = workspaceInput({ pictureId: z.uuid() });

/** What the content's portrait holds from now on. */
export interface UploadedPortrait {
  readonly pictureId: string;
  readonly alt: string;
}

export interface PortraitFile {
  /** WebP, base64. */
  readonly webp: string;
}
