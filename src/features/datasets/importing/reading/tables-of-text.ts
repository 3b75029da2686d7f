// The table that a text holds: in which form it is written, its names, and rows from all over it.
import { AppError } from "@/shared/errors";
import { MAX_COLUMNS } from "../import-contract";
import type { DelimitedFormat } from "../import-plan-rules";
import { formOf, type TextForm } from "./csv-text";
import { hasHeaderRow, namedTable } from "./detect-header";
import { MAX_ROW_BYTES } from "./normalise-file";
import { headText, sampleRows } from "./sample-text";
import { scanRows } from "./scan-rows";

/** A table before its columns are looked at. */
export interface LookedTable {
  readonly names: readonly string[];
  /** Rows from all over the file, as written, each as wide as there are names. */
  readonly rows: readonly (readonly string[])[];
  readonly count: number;
  readonly isCountExact: boolean;
  readonly notes: readonly string[];
}

export type Form = Pick<DelimitedFormat, "delimiter" | "quote" | "hasHeader">;

/** `given` is what the person said; null to find out. Throws INVALID and LIMIT with sentences that name the place. */
export async function tableOfText(
  file: string,
  given: (TextForm & { readonly hasHeader: boolean | null }) | null,
): Promise<LookedTable & { readonly form: Form }> {
  const head = await headText(file);
  if (head.text.trim() === "" && head.isAll) throw new AppError("INVALID", "This file is empty.");
  demandColumns(widestLine(head.text));
  const found = given ?? formOf(head.text, head.isAll);
  const form = { delimiter: found.delimiter as Form["delimiter"], quote: found.quote as Form["quote"] };
  const scan = await scanRows(file, form, MAX_ROW_BYTES);
  if (scan.openLine !== null) {
    throw new AppError(
      "INVALID",
      `A quotation mark in line ${scan.openLine.toLocaleString("en")} is never closed, so what follows can’t be read. Close it, and upload the file again.`,
    );
  }
  if (scan.longLine !== null) {
    throw new AppError(
      "INVALID",
      `Line ${scan.longLine.toLocaleString("en")} is longer than any row of a table: more than 2 MB. Look at what stands there, and upload the file again.`,
    );
  }
  const sample = await sampleRows(file, form, scan);
  const hasHeader = given?.hasHeader ?? hasHeaderRow(sample);
  const { names, body } = namedTable(sample, hasHeader);
  demandColumns(names.length);
  const count = scan.rows - (hasHeader ? 1 : 0);
  if (count <= 0) throw new AppError("INVALID", "This file has names of columns and no rows below them.");
  const rows = body.filter(({ length }) => length === names.length);
  const uneven = body.length - rows.length;
  const notes = [
    ...(uneven === 0 ? [] : [unevenNote(uneven, body.length, names.length)]),
    ...(hasHeader ? [] : ["The first row holds values, not names: the columns are numbered."]),
    ...(names.length === 1 ? ["Only one column was found. Say what stands between the cells, if there are more."] : []),
    ...(form.quote === null && head.text.includes('"')
      ? ["Quotation marks are read as they stand: not all are closed."]
      : []),
  ];
  return { form: { ...form, hasHeader }, names, rows, count, isCountExact: true, notes };
}

function unevenNote(uneven: number, looked: number, width: number): string {
  const [count, all, cells] = [uneven, looked, width].map((number) => number.toLocaleString("en"));
  return `${count} of the ${all} rows looked at don’t have ${cells} cells as the others do. They are left out, and listed in the report.`;
}

/** Cells of the first line by the commonest delimiter, also where it goes on beyond what was read. */
function widestLine(head: string): number {
  const line = head.slice(0, head.search(/[\r\n]|$/));
  return Math.max(...[",", ";", "\t", "|"].map((delimiter) => line.split(delimiter).length));
}

export function demandColumns(count: number): void {
  if (count <= MAX_COLUMNS) return;
  throw new AppError(
    "LIMIT",
    `This file has more than ${MAX_COLUMNS.toLocaleString("en")} columns. Leave out those that no segment needs, and upload it again.`,
  );
}
