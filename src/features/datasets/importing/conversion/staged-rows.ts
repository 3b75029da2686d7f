// Reads the file once into a table of typed columns. Beside them each row says in a list what stood where no value
// could be made, which the report is written from.
import { AppError } from "@/shared/errors";
import type { ColumnReading, ImportPlan } from "../import-plan-rules";
import type { ReadableFile } from "../reading/normalise-file";
import { cellValue, cleanText, noteOf, plainValue, takesRawCell, withinReason } from "./column-values";
import type { ConversionDatabase } from "./conversion-database";
import { fileSource } from "./file-source";

/** A column that is kept, with its place in the file, its column in the table, and its place in the notes (from 1). */
export interface StagedColumn {
  readonly reading: ColumnReading;
  readonly position: number;
  readonly id: string;
  readonly note: number;
}

export interface StagedRows {
  readonly columns: readonly StagedColumn[];
  /** The row in the file of the table's first one, where the header is row 1. */
  readonly firstRow: number;
  readonly hasRejects: boolean;
  /** Some rows may have `_broken`. */
  readonly hasBroken: boolean;
}

export interface StageOptions {
  readonly file: ReadableFile;
  readonly plan: ImportPlan;
  /** Of all columns in the file's order. */
  readonly names: readonly string[];
  /** Ids of kept columns by name. */
  readonly ids: ReadonlyMap<string, string>;
  /** More columns of the table, made of the kept ones' ids. */
  readonly extra?: readonly string[];
}

export const STAGED = "staged";

/** Makes the table `staged`. Throws INVALID where no column of the plan is in the file. */
export async function stageRows(database: ConversionDatabase, options: StageOptions): Promise<StagedRows> {
  try {
    return await stage(database, options, false);
  } catch (error) {
    // One line that ends otherwise than the first ones makes the strict reader give up on the whole file.
    if (options.file.kind !== "delimited" || !/strict_mode|state machine|CSV Error/i.test(String(error))) throw error;
    await database.run(`DROP TABLE IF EXISTS ${STAGED}`);
    return stage(database, options, true);
  }
}

async function stage(
  database: ConversionDatabase,
  { file, plan, names, ids, extra = [] }: StageOptions,
  isLenient: boolean,
): Promise<StagedRows> {
  const columns = plan.columns.flatMap((reading): StagedColumn[] => {
    const position = names.indexOf(reading.name);
    const id = ids.get(reading.name);
    return position < 0 || id === undefined ? [] : [{ reading, position, id, note: 0 }];
  });
  const staged = columns.map((column, at) => ({ ...column, note: at + 1 }));
  if (staged.length === 0) {
    throw new AppError("INVALID", "None of the columns that were to be read is in the file. Look at it again.");
  }
  const separators = new Map(plan.columns.map(({ name, separator }) => [name, separator ?? ","]));
  const source = await fileSource(database, file, { names, separators, isLenient });
  const cellOf = ({ reading, position }: StagedColumn) => (takesRawCell(reading) ? `r${position}` : `t${position}`);
  const flags = file.kind === "json-lines" ? ["is_broken"] : [];
  const raw = ({ position }: StagedColumn) => `r${position}`;
  const plain = staged.flatMap((column) => {
    const value = plainValue(column.reading, raw(column));
    return value === null ? [] : [{ column, value, name: `p${column.position}` }];
  });
  // Looked at once more before it counts: what isn't within reason is read as any other cell, and noted.
  const made = plain.map(({ value, name }) => `, ${value} AS ${name}`).join("");
  const within = plain.map(({ column, name }) => `${withinReason(column.reading, name)} AS ${name}`).join(", ");
  const rows =
    plain.length > 0 ? `(SELECT * REPLACE (${within}) FROM (SELECT *${made} FROM ${source.sql}))` : source.sql;
  const plainOf = (column: StagedColumn) => plain.find((one) => one.column === column)?.name;
  // Each only where it is needed: a cell that is written plainly is neither cleaned nor looked at any further.
  const cleaned = staged.map((column) => {
    if (takesRawCell(column.reading)) return raw(column);
    const text = cleanText(raw(column));
    const isPlain = plainOf(column);
    return `${isPlain ? `CASE WHEN ${isPlain} IS NULL THEN ${text} END` : text} AS t${column.position}`;
  });
  const valued = staged.map((column) => {
    const value = cellValue(column.reading, cellOf(column), plan.timeZone);
    const known = plainOf(column);
    return `${known ? `coalesce(${known}, ${value})` : value} AS "${column.id}"`;
  });
  const checked = staged.map(({ reading, id }) => `${withinReason(reading, `"${id}"`)} AS "${id}"`);
  const isNoted = staged.map((column) => `("${column.id}" IS NULL AND ${cellOf(column)} <> '')`).join(" OR ");
  const notes = staged.map(
    (column) => `CASE WHEN "${column.id}" IS NULL THEN ${noteOf(column.reading, cellOf(column))} END`,
  );
  await database.run(`
    CREATE TABLE ${STAGED} AS
    SELECT ${[...staged.map(({ id }) => `"${id}"`), ...extra].join(", ")},
      CASE WHEN ${isNoted} THEN [${notes.join(", ")}] END AS _note${flags.length > 0 ? ", is_broken AS _broken" : ""}
    FROM (
      SELECT ${[...checked, ...new Set(staged.map(cellOf)), ...flags].join(", ")}
      FROM (SELECT ${[...valued, ...new Set(staged.map(cellOf)), ...flags].join(", ")}
            FROM (SELECT ${[...cleaned, ...plain.map(({ name }) => name), ...flags].join(", ")} FROM ${rows})))`);
  return {
    columns: staged,
    firstRow: source.hasHeader ? 2 : 1,
    hasRejects: source.hasRejects,
    hasBroken: flags.length > 0,
  };
}
