// What the file held that couldn't be taken as it stood, column by column and line by line.
import type { ColumnReport } from "../import-plan-rules";
import { quotedText } from "../reading/reader-database";
import type { ConversionDatabase } from "./conversion-database";
import { STAGED, type StagedColumn, type StagedRows } from "./staged-rows";

/** Lines of the downloadable list; beyond them only the counts go on. */
export const MAX_LINES = 20_000;
const MAX_EXAMPLES = 20;
const MAX_CELL = 200;
/** Personal cells are in the list alone, which is deleted with the snapshot. */
const HIDDEN = "•••";

/** Something that happened to a row of the file, the header being row 1; `column` is null for the row as a whole. */
export interface ReportLine {
  readonly row: number;
  readonly column: string | null;
  readonly text: string;
  readonly what: string;
}

/** Tells which row of the file a row of the table was; broken lines have none in the table. */
export type FileRow = (row: number) => number;

const BROKEN: Readonly<Record<string, string>> = {
  "MISSING COLUMNS": "Left out: it has fewer cells than there are columns",
  "TOO MANY COLUMNS": "Left out: it has more cells than there are columns",
  "UNQUOTED VALUE": "Left out: a quotation mark doesn’t end where it should",
  "LINE SIZE OVER MAXIMUM": "Left out: it is too long to be a line of customers",
  "INVALID ENCODING": "Left out: it holds bytes that are no text",
};

/** Lines that were no rows, in their order. */
export async function brokenLines(
  database: ConversionDatabase,
  { hasRejects }: StagedRows,
): Promise<readonly ReportLine[]> {
  if (!hasRejects) return [];
  const rows = await database.rows(
    `SELECT line, min(CAST(error_type AS VARCHAR)) AS kind, left(min(csv_line), ${MAX_CELL}) AS text
     FROM reject_errors GROUP BY line ORDER BY line`,
  );
  return rows.map(({ line, kind, text }) => ({
    row: Number(line),
    column: null,
    text: String(text ?? ""),
    what: BROKEN[String(kind)] ?? "Left out: it can’t be read",
  }));
}

export function fileRowOf({ firstRow }: StagedRows, broken: readonly ReportLine[]): FileRow {
  // How many rows of the table stand before each broken line.
  const before = broken.map(({ row }, index) => row - index - firstRow);
  return (row) => {
    let low = 0;
    let high = before.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((before[middle] ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return row + firstRow + low;
  };
}

/** The notes of all rows as a table: which row, which column, what stood there, and whether it is a spelling of nothing. */
async function unfoldNotes(database: ConversionDatabase, columns: readonly StagedColumn[]): Promise<void> {
  const spellings = columns.flatMap(({ reading, note }) =>
    [...new Set(reading.missing)].map((spelling) => `(${note}, ${quotedText(spelling)})`),
  );
  const known = `(VALUES ${spellings.length > 0 ? spellings.join(", ") : "(0, '')"}) AS m(note, spelling)`;
  await database.run(`
    CREATE TEMP TABLE notes AS
    SELECT n.row, n.note, n.text, m.spelling IS NOT NULL AS is_missing
    FROM (SELECT row, note, text FROM (
            SELECT rowid AS row, generate_subscripts(_note, 1) AS note, unnest(_note) AS text
            FROM ${STAGED} WHERE _note IS NOT NULL) WHERE text IS NOT NULL) n
    LEFT JOIN ${known} ON m.note = n.note AND m.spelling = n.text`);
}

export interface CellReport {
  readonly columns: readonly ColumnReport[];
  readonly lines: readonly ReportLine[];
}

export async function reportCells(
  database: ConversionDatabase,
  { columns }: StagedRows,
  fileRow: FileRow,
): Promise<CellReport> {
  await unfoldNotes(database, columns);
  const nulls = await database.rows(
    `SELECT ${columns.map(({ id, note }) => `count(*) - count("${id}") AS n${note}`).join(", ")} FROM ${STAGED}`,
  );
  const counted = await database.rows(
    `SELECT note, CASE WHEN is_missing THEN text END AS spelling, count(*) AS n
     FROM notes GROUP BY note, spelling ORDER BY n DESC, spelling`,
  );
  const shown = await database.rows(
    `SELECT note, row, text FROM (
       SELECT *, row_number() OVER (PARTITION BY note ORDER BY row) AS place FROM notes WHERE NOT is_missing)
     WHERE place <= ${MAX_EXAMPLES} ORDER BY note, row`,
  );
  const listed = await database.rows(
    `SELECT note, row, text FROM notes WHERE NOT is_missing ORDER BY row, note LIMIT ${MAX_LINES}`,
  );
  await database.run("DROP TABLE notes");
  const byNote = new Map(columns.map((column) => [column.note, column]));
  return {
    columns: columns.map(({ reading, note }): ColumnReport => {
      const own = counted.filter((row) => Number(row.note) === note);
      const noted = own.reduce((sum, row) => sum + Number(row.n), 0);
      const empty = Number(nulls[0]?.[`n${note}`] ?? 0) - noted;
      const spelled = own.flatMap(({ spelling, n }) =>
        spelling === null ? [] : [{ spelling: String(spelling), count: Number(n) }],
      );
      return {
        name: reading.name,
        missing: [...(empty > 0 ? [{ spelling: "", count: empty }] : []), ...spelled],
        unreadable: own.reduce((sum, row) => sum + (row.spelling === null ? Number(row.n) : 0), 0),
        examples: shown
          .filter((row) => Number(row.note) === note)
          .map(({ row, text }) => ({ row: fileRow(Number(row)), text: reading.isPersonal ? HIDDEN : plainText(text) })),
      };
    }),
    lines: listed.map(({ note, row, text }) => {
      const reading = byNote.get(Number(note))?.reading;
      return {
        row: fileRow(Number(row)),
        column: reading?.name ?? null,
        text: plainText(text),
        what: `Unknown from now on: ${UNREADABLE[reading?.type ?? "text"]}`,
      };
    }),
  };
}

const UNREADABLE = {
  text: "it is no text",
  tags: "it holds no words",
  number: "it is no number",
  flag: "it is neither yes nor no",
  date: "it is no day of the calendar, written as the column is",
  time: "it is no moment, written as the column is",
} as const;

/** As the database can keep it. */
export function plainText(value: unknown): string {
  return String(value ?? "")
    .toWellFormed()
    .replaceAll("\0", "");
}

/** As CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function linesAsCsv(lines: readonly ReportLine[], more: number): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = lines.map(({ row, column, text, what }) => [String(row), column ?? "", text, what]);
  const rest = more > 0 ? [["", "", "", `And ${more} more, which are not listed`]] : [];
  return [["Row", "Column", "Cell", "What happened"], ...rows, ...rest]
    .map((row) => row.map(cell).join(","))
    .join("\r\n")
    .concat("\r\n");
}
