// A workbook's sheet as text with commas, row by row: however long it is, little of it is held.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/shared/errors";
import { broken, openArchive, tooLarge } from "./xlsx-archive";
import { attribute, plainNames, readDateStyles, readShared, readWorkbook, richText, unescaped } from "./xlsx-workbook";

/** Rows from which the table's width is told. */
const LOOKED_AT = 1_000;
const MAX_ROW = 16 * 1024 * 1024;

/** Names of the sheets that are shown. Throws INVALID for what is no workbook, LIMIT for a bomb. */
export async function sheetNames(file: string): Promise<readonly string[]> {
  return (await readWorkbook(await openArchive(file))).sheets.map(({ name }) => name);
}

/** The file with the sheet's text, beside the workbook; made when it is missing. Throws INVALID or LIMIT. */
export async function sheetAsText(file: string, sheet: string): Promise<string> {
  const target = `${file}.${createHash("sha256").update(sheet).digest("hex").slice(0, 12)}.csv`;
  const isThere = await stat(target).then(
    () => true,
    () => false,
  );
  if (isThere) return target;
  // Another reader may be at it too: the last one to be done stays.
  const beside = `${target}.${crypto.randomUUID()}`;
  await pipeline(Readable.from(linesOf(tableRows(rowsOf(file, sheet)))), createWriteStream(beside, { mode: 0o600 }));
  await rename(beside, target);
  return target;
}

type Cells = readonly string[];

async function* rowsOf(file: string, sheet: string): AsyncGenerator<Cells> {
  const archive = await openArchive(file);
  const workbook = await readWorkbook(archive);
  const found = workbook.sheets.find(({ name }) => name === sheet);
  if (!found) throw new AppError("INVALID", `The workbook has no sheet “${sheet}”. Choose another one.`);
  const pieces = archive.text(found.part);
  if (!pieces) throw broken();
  const context: CellContext = {
    shared: await readShared(archive),
    isDate: await readDateStyles(archive),
    is1904: workbook.is1904,
  };
  let rest = "";
  for await (const piece of pieces) {
    rest = plainNames(rest + piece);
    let from = 0;
    for (;;) {
      const end = rest.indexOf("</row>", from);
      if (end < 0) break;
      const start = rest.indexOf("<row", from);
      if (start >= 0 && start < end) yield cellsOf(rest.slice(start, end), context);
      from = end + 6;
    }
    rest = rest.slice(from);
    if (rest.length > MAX_ROW) throw tooLarge();
  }
}

interface CellContext {
  readonly shared: readonly string[];
  readonly isDate: readonly boolean[];
  readonly is1904: boolean;
}

const CELL = /<c(?=[\s>/])([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

function cellsOf(row: string, context: CellContext): Cells {
  const cells: string[] = [];
  // An empty row closes itself, and its successor may stand in the same piece.
  const inside = row.slice(Math.max(0, row.lastIndexOf("<row")));
  for (const [, given = "", content = ""] of inside.matchAll(CELL)) {
    const place = /(?:^|\s)r="([A-Z]{1,3})\d/.exec(given)?.[1];
    const at = place ? columnIndex(place) : cells.length;
    while (cells.length < at) cells.push("");
    cells[at] = cellText(given, content, context);
  }
  while (cells.length > 0 && cells.at(-1) === "") cells.pop();
  return cells;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function cellText(given: string, content: string, { shared, isDate, is1904 }: CellContext): string {
  const type = /(?:^|\s)t="(\w+)"/.exec(given)?.[1] ?? "n";
  if (type === "inlineStr") return richText(content);
  const value = unescaped(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? "");
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "e") return "";
  if (type === "d") return value.replace("T", " ");
  if (type !== "n" || value === "") return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const style = Number(attribute(given, "s") || -1);
  return isDate[style] ? serialText(number, is1904) : String(number);
}

/** A day, a moment or a time of day, counted in days since 1900, whose February it gives 29 days, or since 1904. */
function serialText(serial: number, is1904: boolean): string {
  const days = is1904 ? serial + 1_462 : serial < 60 ? serial + 1 : serial;
  const iso = new Date(Math.round((days - 25_569) * 86_400) * 1_000);
  if (Number.isNaN(iso.getTime()) || serial < 0) return String(serial);
  const text = iso.toISOString();
  if (serial < 1 && !is1904) return text.slice(11, 19);
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}

/** Without empty rows and the titles above the table, each as wide as the table. */
async function* tableRows(rows: AsyncIterable<Cells>): AsyncGenerator<Cells> {
  let first: Cells[] | null = [];
  let width = 0;
  const filled = (cells: Cells) => cells.filter((cell) => cell.trim() !== "").length;
  const begin = (buffered: readonly Cells[]): readonly Cells[] => {
    width = Math.max(0, ...buffered.map(({ length }) => length));
    const counts = buffered.map(filled).sort((one, other) => one - other);
    const usual = counts[counts.length >> 1] ?? 0;
    const start = usual < 3 ? 0 : buffered.findIndex((cells) => filled(cells) > 1);
    return buffered.slice(Math.max(0, start));
  };
  const padded = (cells: Cells) =>
    cells.length < width ? [...cells, ...Array.from({ length: width - cells.length }, () => "")] : cells;
  for await (const cells of rows) {
    if (filled(cells) === 0) continue;
    if (!first) yield padded(cells);
    else if (first.push(cells) === LOOKED_AT) {
      for (const one of begin(first)) yield padded(one);
      first = null;
    }
  }
  for (const one of begin(first ?? [])) yield padded(one);
}

async function* linesOf(rows: AsyncIterable<Cells>): AsyncGenerator<string> {
  let lines = "";
  for await (const cells of rows) {
    lines += `${cells.map(quotedCell).join(",")}\n`;
    if (lines.length < 256 * 1024) continue;
    yield lines;
    lines = "";
  }
  if (lines) yield lines;
}

function quotedCell(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
