// Word documents as prose, by way of the HTML that mammoth makes of their styles.
import mammoth from "mammoth";
import { AppError } from "@/shared/errors";
import type { Body } from "../body-rules";
import { readBodyHtml } from "./body-from-html-rules";
import { checkDocx } from "./docx-archive-rules";
import { checkUnpacked } from "./unpacked-size";

/** Keeps a picture of the document and answers with its id; null for one that can't be kept. */
export type KeepPicture = (bytes: Buffer) => Promise<string | null>;

interface DocxReading {
  readonly body: Body;
  /** Pictures that are not in the body. */
  readonly left: number;
}

/** Word's own styles that mammoth doesn't know by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "u => u",
  "strike => s",
  "highlight => mark",
];
const MOST_PICTURES = 20;

/** Null for a picture that was left out before the file was sent: mammoth throws at once, or later. */
async function bytesOf(image: { readAsBuffer(): Promise<Buffer> }): Promise<Buffer | null> {
  try {
    return await image.readAsBuffer();
  } catch {
    return null;
  }
}

/** Throws INVALID for what is no Word document, LIMIT for one that is too large when unpacked. */
export async function readBodyDocx(file: Buffer, keepPicture: KeepPicture): Promise<DocxReading> {
  checkDocx(file);
  await checkUnpacked(file);
  let left = 0;
  let kept = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    const bytes = kept < MOST_PICTURES ? await bytesOf(image) : null;
    const picture = bytes && (await keepPicture(bytes));
    if (picture) kept += 1;
    else left += 1;
    // The reader of HTML knows a picture of ours by this; else its words are what is left of it.
    return { src: "", ...(picture && { "data-picture": picture }) };
  });
  const { value } = await mammoth
    .convertToHtml(
      { buffer: file },
      { styleMap: STYLES, convertImage, includeEmbeddedStyleMap: false, externalFileAccess: false },
    )
    .catch((error: unknown) => {
      if (error instanceof AppError) throw error;
      throw new AppError(
        "INVALID",
        "This Word document is broken and can't be read. Save it anew, or paste what is in it.",
      );
    });
  return { body: readBodyHtml(value), left };
}
