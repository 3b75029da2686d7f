import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import type { ColumnReading } from "../import-plan-rules";
import { quotedText } from "../reading/reader-database";
import { cellValue, cleanText, plainValue, withinReason } from "./column-values";

const READING: ColumnReading = {
  ...{ name: "", role: "trait", type: "text", group: "behavioural", unit: "plain", isPersonal: false },
  ...{ decimal: ".", dateOrder: "ymd", separator: null, yes: ["Yes", "1", "n/a"], no: ["no", "yes"], missing: ["n/a"] },
};

const DAYS = ["2024-01-05", "0024-01-05", "2024-02-30", "24-01-05", "20240105", "2024/01/05", "2024.01.05", "2024-1-5"];
const ODD = [
  "9999-12-31",
  "10000-01-1",
  "4-1-5 (BC)",
  "-100-01-05",
  "infinity  ",
  "+infinity ",
  "epoch     ",
  "2024-1-5Z ",
];
const CLOCKS = ["10:20:30", "24:00:00", "23:59:60", "1:02:03", "10:00+02", "10:00:0Z", "10:20:3.5", "10:20"];
const CELLS = [
  ...[...DAYS, ...ODD].flatMap((day) => [
    day,
    ` ${day}`,
    ...CLOCKS.flatMap((time) => [`${day} ${time}`, `${day}T${time}`]),
  ]),
  ...["yes", "Yes", "YES", " yes", "no", "1", "n/a", "N/A", "maybe", "", " "],
];

test("a cell that is written plainly has the value that it has when all is looked at", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  const plainly: string[] = [];
  for (const type of ["date", "time", "flag"] as const) {
    const column = { ...READING, type };
    const whole = withinReason(column, `(${cellValue(column, `(${cleanText("cell")})`, "Europe/Berlin")})`);
    const plain = withinReason(column, `(${plainValue(column, "cell")})`);
    const cells = `(VALUES ${CELLS.map((cell) => `(${quotedText(cell)})`).join(", ")}) t(cell)`;
    const found = await connection.runAndReadAll(
      `SELECT cell FROM (SELECT cell, ${plain} AS a, ${whole} AS b FROM ${cells})
       WHERE a IS NOT NULL AND a IS DISTINCT FROM b`,
    );
    expect(found.getRowsJson()).toEqual([]);
    const read = await connection.runAndReadAll(`SELECT count(${plain}) FROM ${cells}`);
    plainly.push(String(read.getRowsJson()[0]?.[0]));
  }
  expect(plainly.every((count) => Number(count) > 0)).toBe(true);
  connection.closeSync();
  instance.closeSync();
});
