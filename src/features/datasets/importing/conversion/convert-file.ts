// From a file and a plan to a snapshot's tables: typed Parquet, the catalog, and the report. Runs in a reader process.
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/shared/errors";
import type { Catalog } from "../../catalog-rules";
import type { ImportPlan, ImportProgress, ImportReport } from "../import-plan-rules";
import { normaliseFile } from "../reading/normalise-file";
import { quotedText } from "../reading/reader-database";
import type { ReaderTools } from "../reading/reader-protocol";
import { type ConversionDatabase, openConversion } from "./conversion-database";
import { customerTable } from "./customer-table";
import { eventTables } from "./event-tables";
import { brokenLines, fileRowOf, linesAsCsv, MAX_LINES, type ReportLine, reportCells } from "./refused-cells";
import { stageRows } from "./staged-rows";
import type { Known, Tables } from "./table-building";

export interface ConvertInput {
  /** The upload, an absolute path. */
  readonly file: string;
  readonly plan: ImportPlan;
  /** Names of all columns of the file in its order, as they were found. */
  readonly names: readonly string[];
  /** About how many rows there are. */
  readonly rows: number | null;
  /** Traits and properties of the dataset's newest snapshot: what has the same name gets the same id. */
  readonly known: Known | null;
  /** An empty folder for the results, an absolute path. */
  readonly folder: string;
}

/** In the folder: customers.parquet, events.parquet where there are events, questions.duckdb, and lines.csv where there are lines. */
export interface Converted {
  readonly catalog: Catalog;
  readonly report: Omit<ImportReport, "detailsKey" | "traits">;
  readonly hasLines: boolean;
  readonly bytes: number;
}

const PROGRESS_MS = 250;

/** Throws INVALID with a sentence where nothing of the file can be kept. */
export async function convertFile(
  { file, plan, names, rows, known, folder }: ConvertInput,
  { limits, onProgress }: ReaderTools<ImportProgress>,
): Promise<Converted> {
  await mkdir(folder, { recursive: true });
  const readable = await normaliseFile(file, plan.format);
  const database = await openConversion(readable.path, folder, limits);
  let phase: ImportProgress["phase"] = "reading";
  let total = rows;
  const tell = () => {
    const share = phase === "reading" ? (database.share() ?? 0) : 1;
    onProgress({ phase, rows: Math.floor(share * (total ?? 0)), total });
  };
  const onPhase = (next: ImportProgress["phase"]) => {
    phase = next;
    tell();
  };
  const ticking = setInterval(tell, PROGRESS_MS);
  try {
    tell();
    const build = plan.subject === "customers" ? customerTable : eventTables;
    const staged = await stageRows(database, { file: readable, names, plan, ...build.columns(plan, known) });
    const [counted] = await database.rows("SELECT count(*) AS n FROM staged");
    const broken = await brokenLines(database, staged);
    total = Number(counted?.n ?? 0) + broken.length;
    onPhase("checking");
    const fileRow = fileRowOf(staged, broken);
    const cells = await reportCells(database, staged, fileRow);
    const tables = await build.make({ database, staged, plan, known, fileRow, onPhase });
    if (tables.customers === 0) throw nothingKept(total, tables, broken.length);
    const { customers, events, catalog } = tables;
    const parquet = await writeParquet(database, folder, events > 0);
    const lines = [...broken, ...cells.lines, ...tables.lines].toSorted((one, other) => one.row - other.row);
    const unreadable = cells.columns.reduce((sum, column) => sum + column.unreadable, 0);
    const all = broken.length + unreadable + tables.listed;
    const listed = lines.slice(0, MAX_LINES);
    if (listed.length > 0) await writeFile(join(folder, "lines.csv"), linesAsCsv(listed, all - listed.length));
    const refused = [...counts(broken), ...tables.refused];
    const kept = plan.subject === "customers" ? customers : events;
    return {
      catalog,
      report: { rows: total, kept, customers, events, refused, columns: cells.columns },
      hasLines: listed.length > 0,
      bytes: parquet,
    };
  } finally {
    clearInterval(ticking);
    await database.close().catch(() => {});
  }
}

async function writeParquet(database: ConversionDatabase, folder: string, hasEvents: boolean): Promise<number> {
  let bytes = 0;
  for (const table of hasEvents ? ["customers", "events"] : ["customers"]) {
    const path = join(folder, `${table}.parquet`);
    const own = table === "customers" ? "_row, _id, _key" : "_row, _at, _name";
    await database.run(
      `COPY (SELECT ${own}, * EXCLUDE (${own}) FROM ${table}) TO ${quotedText(path)} (FORMAT parquet)`,
    );
    bytes += (await stat(path)).size;
  }
  return bytes;
}

function counts(broken: readonly ReportLine[]): ImportReport["refused"] {
  const byReason = Map.groupBy(broken, ({ what }) => what.replace(/^Left out: it/, "Rows left out because a line"));
  return [...byReason].map(([reason, lines]) => ({ reason: `${reason}.`, count: lines.length }));
}

function nothingKept(rows: number, { refused }: Tables, broken: number): AppError {
  if (rows === 0) return new AppError("INVALID", "There are no rows in this file beside its header.");
  if (broken === rows) {
    return new AppError(
      "INVALID",
      "No line of this file has as many cells as there are columns. Look at what stands between its cells.",
    );
  }
  const [first] = refused;
  return new AppError("INVALID", `Nothing of this file could be kept. ${first?.reason ?? ""}`.trim());
}
