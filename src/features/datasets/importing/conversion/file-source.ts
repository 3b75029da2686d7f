// The file as a table of text: one column for each column of the file, r0, r1, …

import { MAX_ROW_BYTES, type ReadableFile } from "../reading/normalise-file";
import { quotedText } from "../reading/reader-database";
import type { ConversionDatabase } from "./conversion-database";

/** Read at once by each thread. What DuckDB takes by itself is four times as much. */
const BUFFER_BYTES = 8 * 1024 * 1024;
/** Broken lines that are told one by one; those beyond are left out all the same. */
const MAX_BROKEN = 100_000;

export interface FileSource {
  /** What stands after FROM. JSON lines that are broken have `is_broken`. */
  readonly sql: string;
  /** Broken lines are in DuckDB's table `reject_errors` once the file was read. */
  readonly hasRejects: boolean;
  readonly hasHeader: boolean;
}

export interface SourceOptions {
  /** Names of all columns in the file's order. */
  readonly names: readonly string[];
  /** Columns whose values are several words, with what stands between them. */
  readonly separators: ReadonlyMap<string, string>;
  /** Read what keeps to no rule of writing, such as lines that end in different ways. */
  readonly isLenient: boolean;
}

const cell = (position: number) => `r${position}`;
const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`;

export async function fileSource(
  database: ConversionDatabase,
  file: ReadableFile,
  { names, separators, isLenient }: SourceOptions,
): Promise<FileSource> {
  if (file.kind === "delimited") return { ...delimited(file, names, isLenient), hasRejects: true };
  if (file.kind === "json-lines") return { sql: jsonLines(file.path, names), hasRejects: false, hasHeader: false };
  // By place: names were cleaned.
  const described = await database.rows(`DESCRIBE FROM read_parquet(${quotedText(file.path)})`);
  const cells = described.slice(0, names.length).map(({ column_name, column_type }, position) => {
    const column = quotedName(String(column_name));
    const text = String(column_type).endsWith("[]")
      ? `array_to_string(${column}, ${quotedText(separators.get(names[position] ?? "") ?? ",")})`
      : `CAST(${column} AS VARCHAR)`;
    return `${text} AS ${cell(position)}`;
  });
  const sql = `(SELECT ${cells.join(", ")} FROM read_parquet(${quotedText(file.path)}))`;
  return { sql, hasRejects: false, hasHeader: false };
}

function delimited({ path, text }: ReadableFile, names: readonly string[], isLenient: boolean) {
  const { delimiter, quote, hasHeader } = text ?? { delimiter: ",", quote: '"', hasHeader: true };
  const mark = quotedText(quote ?? "");
  const options = [
    "auto_detect = false",
    `delim = ${quotedText(delimiter)}`,
    `quote = ${mark}`,
    `escape = ${mark}`,
    `header = ${hasHeader}`,
    `columns = {${names.map((_, position) => `'${cell(position)}': 'VARCHAR'`).join(", ")}}`,
    `max_line_size = ${MAX_ROW_BYTES}`,
    `buffer_size = ${BUFFER_BYTES}`,
    "store_rejects = true",
    `rejects_limit = ${MAX_BROKEN}`,
    ...(isLenient ? ["strict_mode = false"] : []),
  ];
  return { sql: `read_csv(${quotedText(path)}, ${options.join(", ")})`, hasHeader };
}

function jsonLines(path: string, names: readonly string[]): string {
  const structure = JSON.stringify(Object.fromEntries(names.map((name) => [name, "VARCHAR"])));
  const cells = names.map((name, position) => `line[${quotedText(name)}] AS ${cell(position)}`);
  // A character that no JSON holds unescaped keeps each line whole.
  const lines = `read_csv(${quotedText(path)}, auto_detect = false, header = false, delim = chr(1), quote = '', escape = '',
    max_line_size = ${MAX_ROW_BYTES}, buffer_size = ${BUFFER_BYTES}, columns = {'text': 'VARCHAR'})`;
  const parsed = `SELECT CASE WHEN json_valid(text) AND starts_with(ltrim(text), '{')
    THEN from_json(text, ${quotedText(structure)}) END AS line FROM ${lines}`;
  return `(SELECT ${cells.join(", ")}, line IS NULL AS is_broken FROM (${parsed}))`;
}
