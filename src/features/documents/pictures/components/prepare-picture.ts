// Makes a picture small enough to be sent, in the browser; the server decides whether it is one.
import { MAX_UPLOAD_BYTES } from "../picture-rules";

/** Longer side of what is sent when the file itself is too large. */
const SIDE = 1_400;

/** The file as base64, drawn smaller where it is too large to be sent. Throws an Error with a sentence. */
export async function preparePicture(file: File): Promise<string> {
  if (file.size <= MAX_UPLOAD_BYTES) return base64(file);
  const smaller = await drawSmaller(file).catch(() => null);
  if (!smaller) throw new Error("This file can't be read as a picture. Choose a PNG, JPEG, WebP, AVIF or GIF file.");
  if (smaller.size > MAX_UPLOAD_BYTES) throw new Error("This picture stays larger than 700 kB. Make it smaller first.");
  return base64(smaller);
}

async function drawSmaller(file: File): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.88));
}

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => reject(new Error("This file can't be read."));
    reader.readAsDataURL(blob);
  });
}
