// What can be told of a file before it is sent.
import { sizeText } from "../value-words-rules";

/** Ends of names that imports take; `gz` for those of text. */
export const IMPORT_FILES = ".csv,.tsv,.tab,.txt,.xlsx,.parquet,.jsonl,.ndjson,.json,.gz";
/** Two gigabytes. */
const MAX_FILE_BYTES = 2_000_000_000;

/** Why a file isn't sent at all, in words; null where it is worth a try, since names tell little. */
export function fileProblem({ name, size }: { readonly name: string; readonly size: number }): string | null {
  if (size === 0) return `“${name}” is empty. Export it again, then try once more.`;
  if (size > MAX_FILE_BYTES) {
    return `“${name}” is ${sizeText(size)}; an import takes up to ${sizeText(MAX_FILE_BYTES)}. Export fewer columns or a shorter time, or save it as Parquet.`;
  }
  if (/\.(?:pdf|docx?|pptx?|png|jpe?g|gif|zip|rar|7z|numbers|mp4|mov)$/i.test(name)) {
    return `“${name}” is no table. Export the customers as CSV, Excel (.xlsx), Parquet or JSON lines, and drop that.`;
  }
  if (/\.xls$/i.test(name)) {
    return `“${name}” is an old Excel file. Open it and save it as .xlsx or CSV, and drop that.`;
  }
  return null;
}

/** A name for the dataset, from the file's: "marketing-campaign.semicolon.csv" is “Marketing campaign”. */
export function datasetNameFor(fileName: string): string {
  const stem = fileName.split(".").find((part) => part !== "") ?? "";
  const words = stem
    .replace(/[_\-\s]+/g, " ")
    .replace(/(?:\s*\(\d+\))+$/, "")
    .trim();
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 120);
}
