// Looks at a file that somebody uploaded: what it is, what its columns seem to be.
import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { AppError } from "@/shared/errors";
import type { DelimitedFormat, DetectedColumn, DetectedFile, FileFormat } from "../import-plan-rules";
import { type Column, decimalOf, detectColumn } from "./detect-column";
import { withRoles } from "./detect-roles";
import { kindOf } from "./file-kind";
import { normaliseFile, packedOtherwise } from "./normalise-file";
import type { ReaderLimits, ReaderTools } from "./reader-protocol";
import { headText } from "./sample-text";
import { type DeclaredTable, isJsonLines, tableOfJsonLines, tableOfParquet } from "./tables-of-others";
import { type LookedTable, tableOfText } from "./tables-of-text";
import { encodingOf, inUtf8, unpack } from "./text-files";
import { sheetAsText, sheetNames } from "./xlsx-sheet";

export interface DetectInput {
  /** The upload, an absolute path; what is unpacked or converted is put beside it. */
  readonly file: string;
  readonly fileName: string;
  /** What the person corrected; null to find out. */
  readonly format: FileFormat | null;
}

const FIRST_ROWS = 20;
const MAX_CELL = 200;

interface Looked extends LookedTable {
  readonly format: FileFormat;
  readonly sheets: readonly string[];
  readonly declared?: DeclaredTable["declared"];
}

/** Throws INVALID or LIMIT, with a sentence for people, where the file is no table that can be read. */
export async function detectFile({ file, format }: DetectInput, { limits }: ReaderTools<never>): Promise<DetectedFile> {
  const table = await lookAt(file, format, limits);
  const { names, rows } = table;
  const delimiter = table.format.kind === "delimited" ? table.format.delimiter : null;
  const cells = names.map((_, at) => rows.map((row) => row[at] ?? ""));
  const decimal = decimalOf(cells, delimiter);
  const columns = names.map((name, at) => declared(detectColumn(name, at, cells[at] ?? [], decimal), table));
  const { subject, cancelled, notes, columns: withRole } = withRoles(columns, rows);
  return {
    format: table.format,
    sheets: table.sheets,
    rows: table.count,
    isRowsExact: table.isCountExact,
    columns: withRole.map(plain),
    firstRows: rows.slice(0, FIRST_ROWS).map((row) => row.map((cell) => storable(cell.slice(0, MAX_CELL)))),
    subject,
    shape: createHash("sha256").update(JSON.stringify(names)).digest("hex"),
    notes: [...table.notes, ...notes, ...withRole.flatMap((column) => column.notes), ...privacyNotes(withRole)].map(
      storable,
    ),
    newestDay: newestDay(withRole),
    cancelled,
  };
}

async function lookAt(file: string, format: FileFormat | null, limits: ReaderLimits): Promise<Looked> {
  const kind = await kindOf(file);
  if (kind === "xlsx") return lookAtWorkbook(file, format);
  if (kind === "parquet") {
    const table = await tableOfParquet(file, dirname(file), limits);
    return { ...table, format: { kind: "parquet" }, sheets: [] };
  }
  const packed = kind === "gzip" ? await unpack(file) : file;
  if (kind === "gzip" && (await kindOf(packed)) !== "text") throw packedOtherwise();
  if (format && format.kind !== "delimited") await normaliseFile(file, format);
  const given = format?.kind === "delimited" ? format : null;
  const found = given ? { encoding: given.encoding, unreadable: 0 } : await encodingOf(packed);
  const text = await inUtf8(packed, found.encoding);
  if (format?.kind === "json-lines" || (!given && isJsonLines((await headText(text)).text))) {
    return { ...(await tableOfJsonLines(text)), format: { kind: "json-lines" }, sheets: [] };
  }
  const table = await tableOfText(text, given);
  return {
    ...table,
    format: { kind: "delimited", encoding: found.encoding, ...table.form },
    sheets: [],
    notes: [...encodingNotes(found.encoding, found.unreadable), ...table.notes],
  };
}

function encodingNotes(encoding: DelimitedFormat["encoding"], unreadable: number): readonly string[] {
  if (unreadable > 0) {
    return [`${unreadable.toLocaleString("en")} characters of this file are damaged. They are read as “�”.`];
  }
  return encoding === "windows-1252"
    ? ["The letters are read as Windows (Western European). Choose another encoding where accents look wrong."]
    : [];
}

/** The sheet that was asked for, else the first one with a table on it. */
async function lookAtWorkbook(file: string, format: FileFormat | null): Promise<Looked> {
  if (format && format.kind !== "xlsx") await normaliseFile(file, format);
  const asked = format?.kind === "xlsx" ? format : null;
  const sheets = await sheetNames(file);
  let problem: unknown = new AppError("INVALID", "This workbook has no sheet with a table.");
  for (const sheet of asked ? [asked.sheet] : sheets.slice(0, 10)) {
    try {
      const text = await sheetAsText(file, sheet);
      const table = await tableOfText(text, { delimiter: ",", quote: '"', hasHeader: asked?.hasHeader ?? null });
      const others = sheets.length - 1;
      const note = `This is the sheet “${sheet}”. The workbook has ${others} more.`;
      return {
        ...table,
        format: { kind: "xlsx", sheet, hasHeader: table.form.hasHeader },
        sheets,
        notes: [...(others > 0 && !asked ? [note] : []), ...table.notes],
      };
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "LIMIT") throw error;
      problem = error;
    }
  }
  throw problem;
}

/** What Parquet says of a column counts more than what its values look like. */
function declared(column: Column, table: Looked): Column {
  const known = table.declared?.get(column.position);
  if (!known) return column;
  if (known === "unusable") {
    const note = `“${column.name}” holds tables within the table. It is left out.`;
    return { ...column, type: "text", role: "drop", notes: [note] };
  }
  return { ...column, type: known.type, separator: known.separator, unit: "plain", notes: [] };
}

function privacyNotes(columns: readonly Column[]): readonly string[] {
  const secret = columns.filter(({ personal }) => personal === "secret").map(({ name }) => `“${name}”`);
  const personal = columns
    .filter(({ isPersonal, role }) => isPersonal && role !== "drop")
    .map(({ name }) => `“${name}”`);
  const many = (names: readonly string[]) =>
    names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
  return [
    ...(secret.length > 0
      ? [`${many(secret)} ${secret.length > 1 ? "are" : "is"} left out: no segment needs such numbers.`]
      : []),
    ...(personal.length > 0
      ? [`${many(personal)} ${personal.length > 1 ? "are" : "is"} personal: hidden from viewers and reviewers.`]
      : []),
  ];
}

/** Of when things happened, else the newest day of any column that isn't in the future. */
function newestDay(columns: readonly Column[]): string | null {
  const time = columns.find(({ role }) => role === "time")?.newest;
  if (time) return time;
  const today = new Date().toISOString().slice(0, 10);
  const days = columns.flatMap(({ newest, role }) => (newest && newest <= today && role !== "drop" ? [newest] : []));
  return days.toSorted().at(-1) ?? null;
}

function plain({ distinct: _d, known: _k, personal: _p, newest: _n, notes: _o, ...column }: Column): DetectedColumn {
  return { ...column, examples: column.examples.map(storable), missing: column.missing.map(storable) };
}

/** The database keeps no zero bytes and no halves of characters. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
