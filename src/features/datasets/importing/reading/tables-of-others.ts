// The tables that JSON lines and Parquet hold.
import { AppError } from "@/shared/errors";
import type { TraitType } from "../../catalog-rules";
import { columnNames } from "./column-names";
import { MAX_ROW_BYTES } from "./normalise-file";
import { openReaderDatabase, quotedText } from "./reader-database";
import type { ReaderLimits } from "./reader-protocol";
import { sampleRows } from "./sample-text";
import { scanRows } from "./scan-rows";
import { demandColumns, type LookedTable } from "./tables-of-text";

/** A delimiter that no JSON has: each line is one cell. */
const WHOLE_LINES = { delimiter: "\u0001", quote: null };

/** Whether a text's beginning is that of an object for each line. Throws INVALID for other JSON. */
export function isJsonLines(head: string): boolean {
  const text = head.trimStart();
  if (/^\[\s*(?:[[{]|$)/.test(text)) {
    throw new AppError(
      "INVALID",
      "This is one long JSON list. Save it as JSON lines, with one object in each line, or as CSV.",
    );
  }
  if (!/^\{\s*(?:"|\}|$)/.test(text)) return false;
  const line = text.slice(0, text.search(/[\r\n]|$/));
  if (objectOf(line)) return true;
  throw new AppError("INVALID", "This is JSON, but not one object in each line. Save it as JSON lines or as CSV.");
}

function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Throws INVALID where a line is beyond measure or none is an object. */
export async function tableOfJsonLines(file: string): Promise<LookedTable> {
  const scan = await scanRows(file, WHOLE_LINES, MAX_ROW_BYTES);
  if (scan.longLine !== null) {
    throw new AppError(
      "INVALID",
      `Line ${scan.longLine.toLocaleString("en")} is longer than 2 MB: that is no customer.`,
    );
  }
  const lines = (await sampleRows(file, WHOLE_LINES, scan)).map(([line = ""]) => line);
  const objects = lines.map(objectOf).filter((one) => one !== null);
  if (objects.length === 0) throw new AppError("INVALID", "No line of this file is an object in JSON.");
  const names: string[] = [];
  const known = new Set<string>();
  for (const key of objects.flatMap(Object.keys)) {
    if (known.has(key)) continue;
    known.add(key);
    names.push(key);
  }
  demandColumns(names.length);
  const broken = lines.length - objects.length;
  return {
    names,
    rows: objects.map((one) => names.map((name) => cellOf(one[name]))),
    count: scan.rows,
    isCountExact: true,
    notes:
      broken > 0
        ? [`${broken.toLocaleString("en")} of the lines looked at are no objects in JSON. They are left out.`]
        : [],
  };
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

const SAMPLE = 2_000;

type Declared = { readonly type: TraitType; readonly separator: "," | ";" | "|" } | "unusable";

export interface DeclaredTable extends LookedTable {
  /** What the file itself says of a column, by its place. */
  readonly declared: ReadonlyMap<number, Declared>;
}

/** Throws INVALID for Parquet that can't be read. */
export async function tableOfParquet(file: string, folder: string, limits: ReaderLimits): Promise<DeclaredTable> {
  const database = await openReaderDatabase({ folders: [folder], limits });
  const source = `read_parquet(${quotedText(file)})`;
  const ask = async (sql: string) => {
    const reader = await database.runAndReadAll(sql).catch((error: unknown) => {
      if (/out of memory/i.test(String(error))) throw error;
      throw new AppError("INVALID", "This Parquet file is broken off or damaged. Save it anew, and upload that.");
    });
    return reader.getRowsJS();
  };
  const described = (await ask(`SELECT column_name, column_type FROM (DESCRIBE FROM ${source})`)).map(
    ([name, type]) => [String(name), String(type)] as const,
  );
  demandColumns(described.length);
  const count = Number((await ask(`SELECT count(*) FROM ${source}`))[0]?.[0] ?? 0);
  if (count === 0) throw new AppError("INVALID", "This file has names of columns and no rows below them.");
  const cells = described.map(([name, type]) => {
    const column = `"${name.replaceAll('"', '""')}"`;
    return `coalesce(${isList(type) ? `array_to_string(${column}, ',')` : `left(CAST(${column} AS VARCHAR), 10000)`}, '')`;
  });
  const places = count > SAMPLE * 3 ? [0, Math.floor(count / 2), count - SAMPLE] : [0, SAMPLE, SAMPLE * 2];
  const rows: string[][] = [];
  for (const at of places) {
    const some = await ask(`SELECT ${cells.join(", ")} FROM ${source} LIMIT ${SAMPLE} OFFSET ${at}`);
    rows.push(...some.map((row) => row.map(String)));
  }
  const declared = new Map<number, Declared>();
  for (const [at, [, type]] of described.entries()) {
    if (isList(type)) declared.set(at, { type: "tags", separator: "," });
    else if (/^(?:STRUCT|MAP|BLOB|UNION|LIST|BIT)|\[\]/.test(type)) declared.set(at, "unusable");
  }
  return {
    names: columnNames(described.map(([name]) => name)),
    rows,
    count,
    isCountExact: true,
    notes: [],
    declared,
  };
}

function isList(type: string): boolean {
  return /^\w+(?:\(.*\))?\[\]$/.test(type);
}
