// What a file is, by its first bytes: names tell little.
import { open } from "node:fs/promises";
import { AppError } from "@/shared/errors";

export type FileKind = "text" | "gzip" | "xlsx" | "parquet";

const HEAD = 4_096;

const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF", "This is a PDF, not a table. Export the customers as CSV or Excel (.xlsx), and upload that."],
  ["\x89PNG", "This is a picture, not a table."],
  ["\xff\xd8\xff", "This is a picture, not a table."],
  ["GIF8", "This is a picture, not a table."],
  ["RIFF", "This is a picture or a recording, not a table."],
  [
    "\xd0\xcf\x11\xe0",
    "This is an old Excel file, or one that is protected by a password. Open it, save it as .xlsx without a password or as CSV, and upload that.",
  ],
  ["Rar!", "This is an archive. Unpack it, and upload the table that is in it."],
  ["7z\xbc\xaf", "This is an archive. Unpack it, and upload the table that is in it."],
  ["BZh", "This is packed with bzip2. Unpack it, or pack it as .gz, and upload that."],
  ["\x28\xb5\x2f\xfd", "This is packed with zstd. Unpack it, or pack it as .gz, and upload that."],
  ["\xfd7zXZ", "This is packed with xz. Unpack it, or pack it as .gz, and upload that."],
  ["SQLite format 3", "This is a database, not a table. Export the table of customers as CSV, and upload that."],
  ["\x7fELF", "This is a program, not a table."],
  ["MZ", "This is a program, not a table."],
];

/** Throws INVALID, with a sentence, for what is no table. */
export async function kindOf(file: string): Promise<FileKind> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return kindOfHead(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

function kindOfHead(head: Buffer): FileKind {
  if (head.length === 0) throw new AppError("INVALID", "This file is empty.");
  const letters = head.toString("latin1");
  if (letters.startsWith("\x1f\x8b")) return "gzip";
  if (letters.startsWith("PAR1")) return "parquet";
  if (letters.startsWith("PK\x03\x04")) return "xlsx";
  const known = SIGNATURES.find(([bytes]) => letters.startsWith(bytes));
  if (known && !isPlainText(known[0], head)) throw new AppError("INVALID", known[1]);
  const text = letters.replace(/^(?:\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, "").slice(0, 200);
  if (/^<(?:!doctype|html|head|body|table|script|svg)\b/i.test(text)) {
    throw new AppError("INVALID", "This is a web page, not a table. Export the customers as CSV, and upload that.");
  }
  if (/^<\?xml\b/i.test(text)) {
    throw new AppError("INVALID", "This is XML, not a table. Export the customers as CSV, and upload that.");
  }
  if (/^\{\\rtf/.test(text)) throw new AppError("INVALID", "This is a letter in rich text, not a table.");
  return "text";
}

/** A table may begin with the letters that a program begins with. */
function isPlainText(signature: string, head: Buffer): boolean {
  return /^[A-Za-z]+$/.test(signature) && !head.subarray(0, 512).some((byte) => byte < 9);
}
