import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import type { ColumnReading, ImportPlan } from "../import-plan-rules";
import { convertFile } from "./convert-file";
import type { Known } from "./table-building";

const READING: ColumnReading = {
  ...{ name: "", role: "trait", type: "text", group: "behavioural", unit: "plain", isPersonal: false },
  ...{ decimal: ".", dateOrder: "ymd", separator: null, yes: ["yes", "ja"], no: ["no"], missing: ["n/a", "-"] },
};
type Columns = Readonly<Record<string, Partial<ColumnReading>>>;

interface Given {
  readonly columns: Columns;
  readonly lines: readonly string[];
  readonly plan?: Partial<ImportPlan>;
  readonly known?: Known;
  /** The text of the file instead of lines below a header. */
  readonly whole?: string | Uint8Array;
}

async function convert({ columns, lines, plan = {}, known, whole }: Given) {
  const folder = await mkdtemp(join(tmpdir(), "convert-"));
  const file = join(folder, "upload");
  const names = Object.keys(columns);
  await writeFile(file, whole ?? [names.join(";"), ...lines, ""].join("\n"));
  const result = await convertFile(
    {
      ...{ file, names, rows: null, known: known ?? null, folder: join(folder, "out") },
      plan: {
        format: { kind: "delimited", encoding: "utf-8", delimiter: ";", quote: '"', hasHeader: true },
        ...{ subject: "customers", asOf: "2026-11-01", timeZone: "Europe/Berlin", cancelled: null },
        columns: names.map((name) => ({ ...READING, ...columns[name], name })),
        ...plan,
      },
    },
    { limits: { memoryMegabytes: 384, threads: 2 }, onProgress: () => {} },
  );
  const ask = async (sql: string) => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const path = (table: string) => `'${join(folder, "out", `${table}.parquet`)}'`;
    const text = sql.replace(/FROM (customers|events)/, (_, table: string) => `FROM ${path(table)}`);
    const rows = (await connection.runAndReadAll(text)).getRowsJson();
    connection.closeSync();
    instance.closeSync();
    return rows;
  };
  const lineList = () => readFile(join(folder, "out", "lines.csv"), "utf8");
  return { ...result, ask, lineList, files: join(folder, "out") };
}

const ID = { role: "customer" } as const;

/** The values of one column in the file's order, and what its report says. */
async function cells(reading: Partial<ColumnReading>, values: readonly string[], plan: Partial<ImportPlan> = {}) {
  const lines = values.map((value, index) => `${index};${value}`);
  const { ask, report } = await convert({ columns: { id: ID, value: reading }, lines, plan });
  const column = report.columns.find(({ name }) => name === "value");
  const rows = await ask("SELECT value FROM customers ORDER BY _row");
  return { values: rows.map(([value]) => value), column };
}

describe("a cell", () => {
  test("of a number is read with the decimal sign of its column; what is no number is unknown, counted and shown", async () => {
    const point = await cells({ type: "number" }, [
      "1.5",
      "1,234.5",
      "12abc",
      "1.234,5",
      " 7 ",
      "-3",
      "1e3",
      "1 234",
      "",
    ]);
    expect(point.values).toEqual([1.5, 1234.5, null, null, 7, -3, 1000, 1234, null]);
    expect(point.column).toMatchObject({
      unreadable: 2,
      missing: [{ spelling: "", count: 1 }],
      examples: [
        { row: 4, text: "12abc" },
        { row: 5, text: "1.234,5" },
      ],
    });
    const comma = await cells({ type: "number", decimal: "," }, ["1,5", "1.234,5", "1.5", "1.234", "7"]);
    expect(comma.values).toEqual([1.5, 1234.5, null, 1234, 7]);
  });

  test("that is infinite or no number at all is refused", async () => {
    const { values, column } = await cells({ type: "number" }, ["NaN", "inf", "-Infinity", "1e999", "2"]);
    expect(values).toEqual([null, null, null, null, 2]);
    expect(column?.unreadable).toBe(4);
  });

  test("in another currency than its column's is no value of it", async () => {
    const unit = { currency: "EUR" };
    const { values } = await cells({ type: "number", unit }, ["€ 10", "$ 12", "EUR 1,000", "7.50 €", "9"]);
    expect(values).toEqual([10, null, 1000, 7.5, 9]);
    const share = await cells({ type: "number", unit: "share" }, ["12 %", "0.5", "5%"]);
    expect(share.values).toEqual([0.12, 0.5, 0.05]);
  });

  test("that spells a missing value is unknown, and told by its spelling", async () => {
    const { values, column } = await cells({ type: "number", missing: ["n/a", "-1", "?"] }, [
      "5",
      "n/a",
      "-1",
      " ? ",
      "",
    ]);
    expect(values).toEqual([5, null, null, null, null]);
    expect(column?.unreadable).toBe(0);
    expect(column?.missing).toEqual([
      { spelling: "", count: 1 },
      { spelling: "-1", count: 1 },
      { spelling: "?", count: 1 },
      { spelling: "n/a", count: 1 },
    ]);
  });

  test("of a day is read in its column's order, never guessed at by itself", async () => {
    const given = ["03/04/2024", "13/04/2024", "2024-04-03", "3.4.24", "30/02/2024", "infinity", "5 Apr 2024"];
    const first = await cells({ type: "date", dateOrder: "dmy" }, given);
    expect(first.values).toEqual(["2024-04-03", "2024-04-13", "2024-04-03", "2024-04-03", null, null, "2024-04-05"]);
    expect(first.column?.unreadable).toBe(2);
    const months = await cells({ type: "date", dateOrder: "mdy" }, given);
    expect(months.values).toEqual(["2024-03-04", null, "2024-04-03", "2024-03-04", null, null, "2024-04-05"]);
    const iso = await cells({ type: "date" }, [
      "2024-02-29",
      "2024-02-30",
      "2023-02-29",
      "20240131",
      "2024.1.5",
      "0012-01-01",
    ]);
    expect(iso.values).toEqual(["2024-02-29", null, null, "2024-01-31", "2024-01-05", null]);
  });

  test("of a moment with an offset is moved to the plan's zone, and one without stands as it is", async () => {
    const { values } = await cells({ type: "time" }, [
      ...["2024-07-01T10:00:00Z", "2024-07-01T10:00Z", "2024-01-01 10:00:00+00:00", "2024-07-01 10:00:00.500"],
      // An hour that the clocks leave out.
      ...["2024-03-31 02:30:00", "2024-07-01", "2024-07-01 8:05 PM", "2024-07-01 25:00:00"],
    ]);
    expect(values).toEqual([
      ...["2024-07-01 12:00:00", "2024-07-01 12:00:00", "2024-01-01 11:00:00", "2024-07-01 10:00:00.5"],
      ...["2024-03-31 02:30:00", "2024-07-01 00:00:00", "2024-07-01 20:05:00", null],
    ]);
    const american = await cells({ type: "time", dateOrder: "mdy" }, ["12/1/2010 8:26", "12/13/2010 8:26:30"]);
    expect(american.values).toEqual(["2010-12-01 08:26:00", "2010-12-13 08:26:30"]);
  });

  test("of yes or no is read by its words", async () => {
    const { values, column } = await cells({ type: "flag" }, ["yes", "JA", " no ", "maybe", "-", ""]);
    expect(values).toEqual([true, true, false, null, null, null]);
    expect(column?.unreadable).toBe(1);
  });

  test("of text loses blanks around it and is put into one normal form", async () => {
    const composed = "Café";
    const { values } = await cells({}, [
      `${composed.normalize("NFD")}`,
      ` ${composed} `,
      "\u00a0İstanbul\u00a0",
      "100%_",
      "-",
    ]);
    expect(values).toEqual([composed, composed, "İstanbul", "100%_", null]);
  });

  test("of several words is taken apart", async () => {
    const { values } = await cells({ type: "tags", separator: "|" }, ["a | b|a", "solo", "|", "", "b||c"]);
    expect(values.map((value) => (Array.isArray(value) ? value.toSorted() : value))).toEqual([
      ["a", "b"],
      ["solo"],
      null,
      null,
      ["b", "c"],
    ]);
  });
});

describe("customers", () => {
  test("keep their ids as text: zeros in front stay, decimals of a spreadsheet go", async () => {
    const { ask } = await convert({ columns: { id: ID }, lines: ["007", "17850.0", "1.50", " A-1 "] });
    expect(await ask("SELECT _row, _id, _key = md5_number_lower(_id) FROM customers ORDER BY _row")).toEqual([
      [0, "007", true],
      [1, "17850", true],
      [2, "1.50", true],
      [3, "A-1", true],
    ]);
  });

  test("who stand in the file twice are one, as in the last row; those without an id are refused; both are listed", async () => {
    const { ask, report, lineList } = await convert({
      columns: { id: ID, city: {} },
      lines: ["a;Lyon", "b;Graz", ";Oslo", "a;Cork", '"=1+1";"-"'],
    });
    expect(await ask("SELECT _row, _id, city FROM customers ORDER BY _row")).toEqual([
      [0, "b", "Graz"],
      [1, "a", "Cork"],
      [2, "=1+1", null],
    ]);
    expect(report).toMatchObject({ rows: 5, kept: 3, customers: 3 });
    expect(report.refused.map(({ count }) => count)).toEqual([1, 1]);
    const list = await lineList();
    expect(list).toContain("2,id,a,Left out: a later row has the same customer’s id");
    expect(list).toContain("4,id,,Left out: it has no customer’s id");
  });

  test("of a file without ids are its rows", async () => {
    const { ask } = await convert({ columns: { city: {} }, lines: ["Lyon", "Graz"] });
    expect(await ask("SELECT _row, _id, _key = md5_number_lower(_id), city FROM customers ORDER BY _row")).toEqual([
      [0, "1", true, "Lyon"],
      [1, "2", true, "Graz"],
    ]);
  });

  test("are numbered in the file's order, however many there are", async () => {
    const lines = Array.from({ length: 300_000 }, (_, index) => `c${index}`);
    const { ask } = await convert({ columns: { id: ID }, lines });
    expect(await ask("SELECT count(*), count(*) FILTER (_id = 'c' || _row), max(_row) FROM customers")).toEqual([
      ["300000", "300000", 299_999],
    ]);
  });
});

test("broken lines are left out and listed by their rows, and rows after them keep their numbers", async () => {
  const { report, lineList, ask } = await convert({
    columns: { id: ID, n: { type: "number" } },
    lines: ["1;5", "2;3;4", "3;x", "4", "5;=cmd", "6;6"],
  });
  expect(await ask("SELECT _id, n FROM customers ORDER BY _row")).toEqual([
    ["1", 5],
    ["3", null],
    ["5", null],
    ["6", 6],
  ]);
  expect(report.rows).toBe(6);
  expect((await lineList()).split("\r\n").slice(1, 5)).toEqual([
    "3,,2;3;4,Left out: it has more cells than there are columns",
    "4,n,x,Unknown from now on: it is no number",
    "5,,4,Left out: it has fewer cells than there are columns",
    // No spreadsheet takes it for a formula.
    "6,n,'=cmd,Unknown from now on: it is no number",
  ]);
});

test("lines that end in different ways are read all the same", async () => {
  const { report } = await convert({ columns: { id: ID, n: {} }, lines: [], whole: "id;n\n1;a\r\n2;b\n3;c\r\n" });
  expect(report.customers).toBe(3);
});

test("a quotation mark that never ends costs the rows from its own to the last one, which the report counts as one line", async () => {
  const { report } = await convert({ columns: { id: ID, n: {} }, lines: ["1;a", '2;"b', "3;c"] });
  expect(report).toMatchObject({ customers: 1 });
  expect(report.refused).toHaveLength(1);
});

test("a file with nothing to keep is refused with a sentence", async () => {
  await expect(convert({ columns: { id: ID }, lines: [] })).rejects.toMatchObject({ code: "INVALID" });
  await expect(convert({ columns: { id: ID, n: {} }, lines: [";a", ";b"] })).rejects.toMatchObject({
    message: expect.stringContaining("without a customer’s id"),
  });
});

test("JSON lines and Parquet are read as well, broken lines told apart", async () => {
  const json = await convert({
    columns: { id: ID, n: { type: "number" }, "likes it": { type: "flag", yes: ["true"], no: ["false"] } },
    lines: [],
    whole: '{"id":1,"n":2.5,"likes it":true}\nnot json\n{"id":"b","n":"x"}\n',
    plan: { format: { kind: "json-lines" } },
  });
  expect(await json.ask("SELECT _id, n, likes_it FROM customers ORDER BY _row")).toEqual([
    ["1", 2.5, true],
    ["b", null, null],
  ]);
  expect(await json.lineList()).toContain("2,,,Left out: it is no JSON");
  const again = await convert({
    columns: {
      _row: { type: "number" },
      "The id": ID,
      _key: { role: "drop" },
      n: { type: "number" },
      likes: { type: "text" },
    },
    lines: [],
    whole: await readFile(join(json.files, "customers.parquet")),
    plan: { format: { kind: "parquet" } },
  });
  expect(again.report).toMatchObject({ rows: 2, customers: 2 });
});

test("the catalog tells what is known of every column, and nothing that personal ones hold", async () => {
  const lines = Array.from(
    { length: 1_000 },
    (_, n) => `c${n};${n % 7};${n / 10};p${n}@example.org;2026-${String((n % 12) + 1).padStart(2, "0")}-15`,
  );
  const { catalog } = await convert({
    columns: {
      id: ID,
      Kind: {},
      "Money spent": { type: "number" },
      "E-mail": { isPersonal: true },
      joined: { type: "date" },
    },
    lines,
  });
  const profile = (id: string) => catalog.traits.find((trait) => trait.id === id)?.profile;
  expect(catalog.traits.map(({ id }) => id)).toEqual(["kind", "money_spent", "e_mail", "joined"]);
  expect(profile("kind")).toMatchObject({ known: 1000, distinct: 7, min: null });
  expect(profile("kind")?.top[0]).toEqual({ value: "0", count: 143 });
  expect(profile("money_spent")).toMatchObject({ known: 1000, distinct: 1000, min: 0, max: 99.9, top: [] });
  expect(profile("money_spent")?.deciles).toEqual([9.9, 19.9, 29.9, 39.9, 49.9, 59.9, 69.9, 79.9, 89.9]);
  const bins = profile("money_spent")?.bins ?? [];
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  expect(bins[0]).toEqual({ from: 0, to: 10, count: 100 });
  expect(profile("joined")).toMatchObject({ min: "2026-01-15", max: "2026-12-15", distinct: 12 });
  expect(profile("joined")?.bins[0]).toEqual({ from: "2026-01-01", to: "2026-02-01", count: 84 });
  expect(profile("e_mail")).toEqual({
    ...{ known: 1000, distinct: 1000, min: null, max: null, mean: null, deciles: [], top: [], bins: [] },
  });
});

describe("events", () => {
  const columns: Columns = {
    who: ID,
    when: { role: "time", type: "time" },
    order: { role: "order" },
    n: { role: "quantity", type: "number" },
    price: { role: "price", type: "number", unit: { currency: "EUR" } },
    product: {},
  };
  const lines = [
    "a;2026-10-31 10:00:00;1;2;5;Tea", // a Saturday
    "a;2026-10-31 10:00:00;1;1;3;Cup",
    "a;2026-06-01 10:00:00;2;1;10;Tea",
    "b;2026-10-01 10:00:00;C3;-1;5;Tea",
    ";2026-10-01 10:00:00;4;1;5;Tea",
    "b;2025-10-30 10:00:00;5;1;4;Pot",
    "c;2026-10-01 10:00:00;C6;-1;5;Tea",
  ];
  const plan: Partial<ImportPlan> = { subject: "events", cancelled: { column: "order", startsWith: "C" } };

  test("become traits of their customers, cancelled ones left out", async () => {
    const { ask, catalog, report } = await convert({ columns, lines, plan });
    expect(report).toMatchObject({ rows: 7, kept: 6, customers: 3, events: 6 });
    const labels = new Map(catalog.traits.map(({ label, id }) => [label, id]));
    const of = async (label: string) =>
      (await ask(`SELECT "${labels.get(label)}" FROM customers ORDER BY _row`)).map(([value]) => value);
    expect(await of("Orders")).toEqual([2, 1, 0]);
    expect(await of("Lines of orders")).toEqual([3, 1, 0]);
    expect(await of("Cancelled orders")).toEqual([0, 1, 1]);
    expect(await of("Total amount")).toEqual([23, 4, 0]);
    expect(await of("Mean amount of an order")).toEqual([11.5, 4, null]);
    expect(await of("Last order")).toEqual(["2026-10-31 10:00:00", "2025-10-30 10:00:00", null]);
    expect(await of("Days since the last order")).toEqual([1, 367, null]);
    expect(await of("Orders in the last 30 days")).toEqual([1, 0, 0]);
    expect(await of("Orders in the last 365 days")).toEqual([2, 0, 0]);
    expect(await of("Amount in the last 90 days")).toEqual([13, 0, 0]);
    expect(await of("Share of orders on weekends")).toEqual([0.5, 0, null]);
    expect(await of("Most frequent product")).toEqual(["Tea", "Pot", null]);
    expect(await of("Different product")).toEqual([2, 1, 0]);
    expect(catalog.traits.every(({ origin }) => origin === "computed")).toBe(true);
  });

  test("stay as they are, with a flag on cancelled ones and an amount of quantity and price", async () => {
    const { ask, catalog } = await convert({ columns, lines, plan });
    expect(await ask("SELECT _row, _name, amount, cancelled, product FROM events WHERE _row > 0 ORDER BY ALL")).toEqual(
      [
        [1, "cancellation", -5, true, "Tea"],
        [1, "purchase", 4, false, "Pot"],
        [2, "cancellation", -5, true, "Tea"],
      ],
    );
    expect(catalog.events).toMatchObject({
      ...{ count: 6, order: "order", amount: "amount", first: "2025-10-30T10:00:00", last: "2026-10-31T10:00:00" },
      names: [
        { value: "purchase", count: 4 },
        { value: "cancellation", count: 2 },
      ],
    });
  });
});

test("what had a name before keeps its id, whatever else is called alike now", async () => {
  const known: Known = { traits: [{ id: "city", label: "City!", type: "text" }], properties: [] };
  const { catalog } = await convert({ columns: { id: ID, City: {}, "City!": {} }, lines: ["1;a;b"], known });
  expect(catalog.traits.map(({ label, id }) => [label, id])).toEqual([
    ["City", "city_2"],
    ["City!", "city"],
  ]);
});
