// Makes of a file what DuckDB reads: text in UTF-8, unpacked; Parquet and JSON lines as they are.
import { stat } from "node:fs/promises";
import { AppError } from "@/shared/errors";
import type { FileFormat } from "../import-plan-rules";
import { kindOf } from "./file-kind";
import { inUtf8, unpack } from "./text-files";
import { sheetAsText } from "./xlsx-sheet";

/** Bytes of the longest row that is taken; detection refuses longer ones. */
export const MAX_ROW_BYTES = 2 * 1024 * 1024;

export interface ReadableFile {
  /** Absolute; the upload itself where it needs no change, else a file beside it. */
  readonly path: string;
  readonly kind: "delimited" | "parquet" | "json-lines";
  /**
   * How the text is written; null unless it is delimited. A workbook's sheet becomes text with commas, days and moments as
   * ISO text, numbers with a point, yes and no as TRUE and FALSE.
   */
  readonly text: {
    readonly delimiter: string;
    readonly quote: string | null;
    readonly hasHeader: boolean;
  } | null;
  /** Of `path`. */
  readonly bytes: number;
}

/** Doing it twice does it once. Throws INVALID or LIMIT with a sentence. `file` is an absolute path. */
export async function normaliseFile(file: string, format: FileFormat): Promise<ReadableFile> {
  const kind = await kindOf(file);
  if (format.kind === "xlsx") {
    if (kind !== "xlsx") throw notSo();
    const path = await sheetAsText(file, format.sheet);
    return {
      ...(await sized(path)),
      kind: "delimited",
      text: { delimiter: ",", quote: '"', hasHeader: format.hasHeader },
    };
  }
  if (format.kind === "parquet") {
    if (kind !== "parquet") throw notSo();
    return { ...(await sized(file)), kind: "parquet", text: null };
  }
  if (kind !== "text" && kind !== "gzip") throw notSo();
  const unpacked = kind === "gzip" ? await unpack(file) : file;
  if (kind === "gzip" && (await kindOf(unpacked)) !== "text") throw packedOtherwise();
  if (format.kind === "json-lines") {
    return { ...(await sized(await inUtf8(unpacked, "utf-8"))), kind: "json-lines", text: null };
  }
  const { encoding, delimiter, quote, hasHeader } = format;
  return {
    ...(await sized(await inUtf8(unpacked, encoding))),
    kind: "delimited",
    text: { delimiter, quote, hasHeader },
  };
}

async function sized(path: string): Promise<{ readonly path: string; readonly bytes: number }> {
  return { path, bytes: (await stat(path)).size };
}

function notSo(): AppError {
  return new AppError("INVALID", "This file is of another kind. Choose how it is read anew.");
}

export function packedOtherwise(): AppError {
  return new AppError(
    "INVALID",
    "This file is packed twice, or holds no text. Unpack it, and upload the table itself.",
  );
}
