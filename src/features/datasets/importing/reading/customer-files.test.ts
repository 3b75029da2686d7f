// Real exports, where they are at hand, looked at by a real reader.
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runReader } from "./run-reader";

const FOLDER = resolve("../shared/data/customers");
const isThere = existsSync(FOLDER);
if (!isThere) process.stdout.write(`Skipped: there are no customer files in ${FOLDER}.\n`);

async function look(name: string) {
  const folder = await mkdtemp(join(tmpdir(), "customers-"));
  try {
    await copyFile(join(FOLDER, name), join(folder, "upload"));
    const found = await runReader("detect", { file: join(folder, "upload"), fileName: name, format: null });
    const roles = Object.fromEntries(found.columns.map((column) => [column.name, column]));
    return { found, columns: roles };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test.skipIf(!isThere)("mall customers: coded gender stays a code, a name with brackets stays", async () => {
  const { found, columns } = await look("mall-customers-int.csv");
  expect(found).toMatchObject({ rows: 200, subject: "customers", format: { delimiter: ",", hasHeader: true } });
  expect(columns).toMatchObject({
    CustomerID: { role: "customer" },
    Genre: { type: "text", group: "demographic" },
    Age: { type: "number", group: "demographic" },
    "Annual_Income_(k$)": { type: "number", unit: "plain" },
    Spending_Score: { type: "number", group: "behavioural" },
  });
});

test.skipIf(!isThere)(
  "marketing campaign: semicolons behind a mark of byte order, flags in figures, counts as counts",
  async () => {
    const { found, columns } = await look("marketing-campaign.semicolon-bom.csv");
    expect(found).toMatchObject({ rows: 2_240, subject: "customers", format: { delimiter: ";", encoding: "utf-8" } });
    expect(columns).toMatchObject({
      ID: { role: "customer" },
      Dt_Customer: { type: "date", dateOrder: "ymd" },
      Income: { type: "number", decimal: "." },
      Response: { type: "flag", yes: ["1"], no: ["0"] },
      Kidhome: { type: "number" },
      Education: { type: "text" },
    });
  },
);

test.skipIf(!isThere)("supermarket sales: months first, without being asked", async () => {
  const { found, columns } = await look("supermarket-sales.csv");
  expect(found).toMatchObject({ rows: 1_000, subject: "customers", newestDay: "2019-03-30" });
  expect(columns).toMatchObject({
    "Invoice ID": { role: "customer" },
    Date: { type: "date", dateOrder: "mdy", isDateOrderUnsure: false },
    Rating: { type: "number" },
  });
});

test.skipIf(!isThere)("telco: a blank is nothing, three answers are no flag", async () => {
  const { found, columns } = await look("telco-customer-churn.csv");
  expect(found).toMatchObject({ rows: 7_043, subject: "customers" });
  expect(columns).toMatchObject({
    customerID: { role: "customer" },
    SeniorCitizen: { type: "flag" },
    Churn: { type: "flag", yes: ["yes"] },
    MultipleLines: { type: "text" },
    TotalCharges: { type: "number" },
    tenure: { type: "number" },
  });
  expect(columns.TotalCharges?.filled).toBeLessThan(1);
});

test.skipIf(!isThere)("online retail: packed lines of orders, whose they are, and which were cancelled", async () => {
  const { found, columns } = await look("online-retail.csv.gz");
  expect(found).toMatchObject({
    rows: 541_909,
    isRowsExact: true,
    subject: "events",
    newestDay: "2011-12-09",
    cancelled: { column: "InvoiceNo", startsWith: "C" },
  });
  expect(columns).toMatchObject({
    CustomerID: { role: "customer", type: "text" },
    InvoiceNo: { role: "order", type: "text" },
    InvoiceDate: { role: "time", type: "time" },
    Quantity: { role: "quantity", type: "number" },
    UnitPrice: { role: "price", type: "number" },
    Country: { role: "trait", group: "geographic" },
  });
});
