// Pictures from strangers: read by what their bytes say, drawn anew, so that nothing of the file itself is ever served.
import type { Sharp } from "sharp";
import { AppError } from "@/shared/errors";

/** By what the picture is for: a portrait at twice its size on a persona; in a text as wide as that is on a dense screen. */
const FITS = {
  portrait: { width: 640, height: 746, fit: "cover", position: "attention" },
  text: { width: 1_600, height: 3_200, fit: "inside", withoutEnlargement: true },
} as const;
/** More than any camera in a pocket has; a bomb claims more. */
const MOST_PIXELS = 50_000_000;
const SECONDS = 10;

export interface EncodedPicture {
  /** WebP without metadata. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const starts = (bytes: Uint8Array, text: string, at = 0) =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString("latin1") === text;

/** The format that the first bytes name, or undefined for anything that is no picture of ours: SVG is a document. */
export function pictureFormat(bytes: Uint8Array): "png" | "jpeg" | "webp" | "gif" | "avif" | undefined {
  if (starts(bytes, "\x89PNG\r\n\x1a\n")) return "png";
  if (starts(bytes, "\xff\xd8\xff")) return "jpeg";
  if (starts(bytes, "RIFF") && starts(bytes, "WEBP", 8)) return "webp";
  if (starts(bytes, "GIF87a") || starts(bytes, "GIF89a")) return "gif";
  if (starts(bytes, "ftypavif", 4) || starts(bytes, "ftypavis", 4)) return "avif";
  return undefined;
}

/**
 * The picture upright, cut or made smaller for its use and encoded anew; of an animation the first frame. Throws INVALID
 * with a sentence for what is no picture, is broken, or would be too large unpacked.
 */
export async function encodePicture(file: Uint8Array, use: keyof typeof FITS): Promise<EncodedPicture> {
  if (file.length === 0) throw new AppError("INVALID", "This file is empty. Choose another one.", { field: "picture" });
  const format = pictureFormat(file);
  if (!format) {
    throw new AppError("INVALID", "This is not a picture we can use. Choose a PNG, JPEG, WebP, AVIF or GIF file.", {
      field: "picture",
    });
  }
  try {
    const picture = await opened(file);
    const { data, info } = await picture
      .autoOrient()
      .resize(FITS[use])
      .webp({ quality: 82 })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isHuge = /pixel limit/i.test(error.message);
    throw new AppError(
      "INVALID",
      isHuge
        ? "This picture is too large: it holds more than 50 million pixels. Make it smaller first."
        : "This picture is broken and can't be read. Save it anew, or choose another one.",
      { field: "picture" },
    );
  }
}

/** Loaded when the first picture comes: the processes that only render pages never need it. */
async function opened(file: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  // Pictures are rare; what the library would keep for the next one is memory of everybody.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp(file, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true, pages: 1 });
}
