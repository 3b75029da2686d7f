import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { archiveOf, workbookOf } from "@/testing/workbook";
import type { FileFormat } from "../import-plan-rules";
import { detectFile } from "./detect-file";
import { normaliseFile } from "./normalise-file";

const TOOLS = { limits: { memoryMegabytes: 256, threads: 1 }, onProgress: () => {} };
let folder: string;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "detect-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function upload(content: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(folder, `${made++}-`)), "upload");
  await writeFile(file, content);
  return file;
}

async function detect(content: string | Uint8Array, format: FileFormat | null = null) {
  return detectFile({ file: await upload(content), fileName: "any", format }, TOOLS);
}

const TABLE = "id,name,age\n1,Zoë,30\n2,Ben,40\n3,Ann,\n";
const delimited = (over: object) => ({
  kind: "delimited",
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  hasHeader: true,
  ...over,
});

test.each<readonly [string, string | Uint8Array, object]>([
  ["commas", TABLE, {}],
  ["semicolons and decimal commas", "id;x;y\n1;1,5;2,5\n2;2,5;3,5\n", { delimiter: ";" }],
  ["tabs", TABLE.replaceAll(",", "\t"), { delimiter: "\t" }],
  ["vertical bars", TABLE.replaceAll(",", "|"), { delimiter: "|" }],
  ["single quotation marks", "id,name\n1,'a, b'\n2,'c'\n3,'d'\n", { quote: "'" }],
  ["quoted newlines and doubled marks", 'id,name\n1,"a\nb"\n2,"say ""x"", please"\n3,c\n', {}],
  ["inches", 'id|size\n1|5"\n2|6"\n3|7" wide\n', { delimiter: "|" }],
  ["a mark of byte order", `\ufeff${TABLE}`, {}],
  ["lines of Windows", TABLE.replaceAll("\n", "\r\n"), {}],
  ["lines of old Macs", TABLE.replaceAll("\n", "\r"), {}],
  ["UTF-16 with its mark", Buffer.from(`\ufeff${TABLE}`, "utf16le"), { encoding: "utf-16le" }],
  ["UTF-16 without it", Buffer.from(TABLE, "utf16le"), { encoding: "utf-16le" }],
  ["UTF-16, older order", Buffer.from(`\ufeff${TABLE}`, "utf16le").swap16(), { encoding: "utf-16be" }],
  ["Windows letters", Buffer.from(TABLE, "latin1"), { encoding: "windows-1252" }],
  ["packed", gzipSync(TABLE), {}],
  ["no header", "1,Zoë,30\n2,Ben,40\n3,Ann,50\n", { hasHeader: false }],
])("a text with %s is known by what it says", async (_, content, over) => {
  const found = await detect(content);
  expect(found.format).toEqual(delimited(over));
  expect(found.rows).toBe(over && "delimiter" in over && over.delimiter === ";" ? 2 : 3);
  const file = await upload(content);
  const readable = await normaliseFile(file, found.format);
  const text = await readFile(readable.path, "utf8");
  if (String(content).includes("Zo") || typeof content !== "string") expect(text).toContain("Zoë");
});

test("UTF-8 text is read where it lies", async () => {
  const file = await upload(`\ufeff${TABLE}`);
  const { format } = await detectFile({ file, fileName: "any", format: null }, TOOLS);
  expect((await normaliseFile(file, format)).path).toBe(file);
});

test("a few broken letters don’t make UTF-8 another encoding", async () => {
  const lines = Array.from({ length: 100 }, (_, index) => `${index},Zoë`).join("\n");
  const found = await detect(Buffer.concat([Buffer.from(`id,name\n${lines}\n101,`), Buffer.from([0xe9, 10])]));
  expect(found.format).toEqual(delimited({}));
  expect(found.notes[0]).toBe("1 characters of this file are damaged. They are read as “�”.");
});

test("what a person corrects is followed", async () => {
  const format: FileFormat = {
    kind: "delimited",
    encoding: "windows-1252",
    delimiter: ";",
    quote: null,
    hasHeader: false,
  };
  const found = await detect("a;b\nc;d\n", format);
  expect(found.format).toEqual(format);
  expect(found.columns.map(({ name }) => name)).toEqual(["Column 1", "Column 2"]);
  expect(found.firstRows).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("columns without a name, of the same name and with brackets keep their places", async () => {
  const found = await detect("id,,Income (k$),Income (k$),Column 2\n1,2,3,4,5\n2,3,4,5,6\n");
  expect(found.columns.map(({ name }) => name)).toEqual([
    "id",
    "Column 2",
    "Income (k$)",
    "Income (k$) (2)",
    "Column 2 (2)",
  ]);
  expect(found.columns.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
});

test("what comes late counts", async () => {
  const lines = Array.from(
    { length: 60_000 },
    (_, index) => `${index},${index < 59_000 ? "12" : "unknown to me"},2019-01-01`,
  );
  const found = await detect(`id,visits,day\n${lines.join("\n")}\n`);
  expect(found.rows).toBe(60_000);
  expect(found.columns[1]?.type).toBe("text");
});

test("the day of a short file of many lines is the last one’s", async () => {
  const day = (line: number) => new Date(Date.UTC(2025, 0, 1) + line * 3_600_000).toISOString().slice(0, 19);
  const lines = Array.from({ length: 5_000 }, (_, line) => `${line},c${line % 900},${day(line)},2`);
  const { newestDay } = await detect(["order,customer,ordered at,amount", ...lines].join("\n"));
  expect(newestDay).toBe(day(4_999).slice(0, 10));
});

test("rows of another width are told", async () => {
  const found = await detect(`${TABLE}4,5\n`);
  expect(found.notes).toContain(
    "1 of the 4 rows looked at don’t have 3 cells as the others do. They are left out, and listed in the report.",
  );
});

test("JSON lines are a table of their keys", async () => {
  const found = await detect('{"id":"a","age":30,"vip":true}\n{"id":"b","city":"Rome","vip":false,"age":null}\n');
  expect(found.format).toEqual({ kind: "json-lines" });
  expect(found.columns.map(({ name, type }) => [name, type])).toEqual([
    ["id", "text"],
    ["age", "number"],
    ["vip", "flag"],
    ["city", "text"],
  ]);
});

test("Parquet tells its own types", async () => {
  const file = join(await mkdtemp(join(folder, "parquet-")), "upload");
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (SELECT i AS id, i % 3 = 0 AS vip, [chr(65 + (i % 5)::INT), 'x'] AS tags, DATE '2020-01-01' + i::INT AS day,
    {'a': i} AS inner_table FROM range(3000) t(i)) TO '${file}' (FORMAT parquet)`);
  const found = await detectFile({ file, fileName: "any", format: null }, TOOLS);
  expect(found.rows).toBe(3000);
  expect(found.columns.map(({ name, type, role }) => [name, type, role])).toEqual([
    ["id", "text", "customer"],
    ["vip", "flag", "trait"],
    ["tags", "tags", "trait"],
    ["day", "date", "trait"],
    ["inner_table", "text", "drop"],
  ]);
});

test("a workbook’s sheet is a table, with days as days and titles above it left out", async () => {
  const book = workbookOf({
    Cover: [["About this file"]],
    "Müller & Co": [
      ["Customers, November"],
      [],
      ["id", "name", "joined", "vip", "spend"],
      [1, 'Ann, "the first"', { serial: 43_891 }, true, 12.5],
      [2, null, { serial: 43_892.5 }, false, 0.1],
      [3, "Zoë\nB", { serial: 43_893 }, true, 7],
    ],
  });
  const found = await detect(book, { kind: "xlsx", sheet: "Müller & Co", hasHeader: true });
  expect(found.sheets).toEqual(["Cover", "Müller & Co"]);
  expect(found.rows).toBe(3);
  expect(found.firstRows[0]).toEqual(["1", 'Ann, "the first"', "2020-03-01", "TRUE", "12.5"]);
  expect(found.firstRows[1]).toEqual(["2", "", "2020-03-02 12:00:00", "FALSE", "0.1"]);
  expect(found.columns.map(({ type }) => type)).toEqual(["text", "text", "time", "flag", "number"]);
  expect((await detect(book)).format).toEqual({ kind: "xlsx", sheet: "Müller & Co", hasHeader: true });
});

/** Names that tell nothing; the sentence is what people read. */
const REFUSED: readonly (readonly [string, () => string | Uint8Array, RegExp])[] = [
  ["an empty file", () => "", /^This file is empty\.$/],
  ["blanks alone", () => " \n\n ", /^This file is empty\.$/],
  ["a header alone", () => "id,name,age\n", /names of columns and no rows/],
  [
    "200,000 columns",
    () => `${Array.from({ length: 200_000 }, (_, at) => `c${at}`).join(",")}\n`,
    /more than 1,000 columns/,
  ],
  [
    "a quotation mark that is never closed",
    () => `id,name\n1,"a"\n2,"b${"x".repeat(30_000_000)}`,
    /mark in line 3 is never closed/,
  ],
  [
    "the same with many lines",
    () => `id,name\n1,"a"\n2,"b\n${"3,c\n".repeat(7_000_000)}`,
    /mark in line 3 is never closed/,
  ],
  ["a line of 5 MB", () => `id,name\n1,${"x".repeat(5_000_000)}\n`, /Line 2 is longer than any row/],
  ["a picture", () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /a picture, not a table/],
  ["a PDF", () => "%PDF-1.7\n…", /a PDF, not a table/],
  ["a page", () => "\n<!DOCTYPE html><html><table><tr><td>1", /a web page, not a table/],
  ["an old or locked workbook", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), /protected by a password/],
  [
    "chance",
    () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256)),
    /no table that can be read/,
  ],
  ["a list in JSON", () => '[{"id":1},{"id":2}]', /one long JSON list/],
  ["one object in JSON", () => '{\n "id": 1\n}', /not one object in each line/],
  ["an archive without a workbook", () => archiveOf({ "readme.txt": "hello" }), /archive without an Excel workbook/],
  ["half an archive", () => workbookOf({ A: [["id"], [1]] }).subarray(0, 200), /no Excel workbook/],
  ["a bomb packed once", () => gzipSync(Buffer.alloc(300_000_000)), /far too large when it is unpacked/],
  ["a bomb packed twice", () => gzipSync(gzipSync(TABLE)), /packed twice/],
  ["half a packed file", () => gzipSync(TABLE.repeat(1_000)).subarray(0, 60), /broken off or damaged/],
  ["damaged Parquet", () => "PAR1 and nothing else", /Parquet file is broken off/],
  ["a workbook of one endless row", () => bomb("<row r='1'><c r='A1'><v>1</v></c>"), /far too large/],
  ["a workbook with endless text to share", () => bomb("<si><t>x</t></si>", "xl/sharedStrings.xml"), /far too large/],
];

/** A workbook with 200 MB of the same in one part, which pack to 200 KB. */
function bomb(piece: string, part = "xl/worksheets/sheet1.xml"): Buffer {
  const much = piece.repeat(Math.ceil(200_000_000 / piece.length));
  return archiveOf({
    "xl/workbook.xml": '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": "<sheetData></sheetData>",
    [part]: Buffer.from(much),
  });
}

test.each(REFUSED)("%s is refused in a sentence", async (_, content, sentence) => {
  await expect(detect(content())).rejects.toMatchObject({ name: "AppError", message: expect.stringMatching(sentence) });
});
