// Members as files: safe in a spreadsheet, the same in Parquet, only for who may, and never unnoticed.
import { readFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RequestContext } from "@/server/trpc/procedures";
import { addCustomerData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { addSegment, isAnyOf, publishSegment, ruleRow } from "@/testing/measured-segment";
import { sessionOf } from "@/testing/sessions";
import { silentEvents } from "@/testing/silent-events";
import { acceptedScope } from "./use-cases/accepted-scope";
import { exportSegment, readExportColumns } from "./use-cases/export-segment";
import { measureSegment } from "./use-cases/measure-segment";
import { measureSnapshot } from "./use-cases/measure-snapshot";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const TRAITS = { plan: "text", note: "text", spent: "number", tags: "tags" } as const;

async function furnish() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "reviewer"]);
  const who = { workspaceId, userId: people.editor };
  const data = (given: object) =>
    inScope(database.app, who, "data.import", ({ tx }) =>
      addCustomerData(tx, who, { traits: TRAITS, customers: [], ...given }),
    );
  const { datasetId } = await data({
    customers: [
      { id: "=1+1", plan: "plus", note: "=HYPERLINK(1)", spent: -5, tags: ["-a", "b"] },
      { id: "b2", plan: "plus", note: 'say "hi", é', spent: 7 },
      { id: "c3", plan: "free", note: "@x" },
    ],
  });
  const documentId = await inScope(database.app, who, "draft.edit", (scope) =>
    addSegment(scope, { title: "Plus / members", datasetId, rows: [ruleRow(isAnyOf("plan", "plus"))] }),
  );
  await inScope(database.app, who, "document.publish", (scope) => publishSegment(scope, documentId));
  const work = acceptedScope(database.app.db, who);
  await measureSegment(work, { documentId, snapshotId: null });
  const second = await data({
    ...{ datasetId, number: 2 },
    customers: [
      { id: "b2", plan: "plus", note: "stays" },
      { id: "d4", plan: "plus", note: "+new" },
    ],
  });
  await measureSnapshot(work, second);
  const as = async (userId: string): Promise<RequestContext> => {
    const session = await sessionOf(database.owner, userId);
    return {
      db: database.app.db,
      claimedUserId: async () => userId,
      session: async () => session,
      sessionNow: async () => session,
      events: silentEvents(),
      ip: "",
      userAgent: "",
    };
  };
  const ask = async (rest: Record<string, string>, userId: string = people.editor) =>
    exportSegment(await as(userId), { workspaceId, documentId, ...rest });
  return { workspaceId, people, who, documentId, first: datasetId, second: second.snapshotId, ask };
}

test("a spreadsheet gets texts as texts, and whole ids", async () => {
  const { ask, second } = await furnish();
  const { file, name, type, prefix } = await ask({
    what: "left",
    snapshotId: second,
    columns: "note,spent,tags",
    bom: "1",
  });
  expect({ name, type, prefix }).toEqual({
    name: "plus-members-v1-left.csv",
    type: "text/csv; charset=utf-8",
    prefix: "\ufeff",
  });
  expect(await readFile(file, "utf8")).toBe("Customer id,note,spent,tags\n'=1+1,'=HYPERLINK(1),-5.0,'-a; b\n");
  const entered = await ask({ what: "entered", snapshotId: second, columns: "note" });
  expect(await readFile(entered.file, "utf8")).toBe("Customer id,note\nd4,'+new\n");
  const members = await ask({ what: "members" });
  expect((await readFile(members.file, "utf8")).trim().split("\n").sort()).toEqual(["Customer id", "b2", "d4"]);
  const counts = await ask({ what: "counts", format: "parquet" });
  expect(counts.name).toBe("plus-members-v1-counts.csv");
  expect(await readFile(counts.file, "utf8")).toBe(
    "Snapshot,Day,Version,Customers,Everyone,Entered,Left\r\n1,2026-11-01,1,2,3,,\r\n2,2026-11-01,1,2,2,1,1\r\n",
  );
});

test("Parquet has the values as they are", async () => {
  const { ask } = await furnish();
  const { file, name } = await ask({ what: "members", format: "parquet", columns: "note" });
  expect(name).toBe("plus-members-v1-members.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows = await connection.runAndReadAll(`FROM read_parquet('${file}') ORDER BY customer_id`);
  expect(rows.getRowObjectsJS()).toEqual([
    { customer_id: "b2", note: "stays" },
    { customer_id: "d4", note: "+new" },
  ]);
  connection.closeSync();
  instance.closeSync();
});

test("each export stands in the audit log; who may not gets nothing, and neither does who asks for what there isn't", async () => {
  const { ask, people, workspaceId, who, documentId } = await furnish();
  await ask({ what: "members" });
  const log = () =>
    database.owner
      .sql`select details from audit_events where workspace_id = ${workspaceId} and action = 'data.exported'`;
  expect(await log()).toEqual([{ details: { what: "members v1", name: "Plus / members", rows: 2 } }]);
  await expect(ask({ what: "members" }, people.reviewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(ask({ what: "members", workspaceId: crypto.randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(ask({ what: "members", documentId: crypto.randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(ask({ what: "members", snapshotId: crypto.randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(ask({ what: "members", columns: "gone" })).rejects.toMatchObject({ code: "INVALID" });
  await expect(ask({ what: "members", columns: 'x" FROM y' })).rejects.toMatchObject({ code: "INVALID" });
  await expect(ask({ what: "everything" })).rejects.toMatchObject({ code: "INVALID" });
  expect(await log()).toHaveLength(1);
  const columns = await inScope(database.app, who, "data.export", (scope) => readExportColumns(scope, documentId));
  expect(columns.map(({ id }) => id)).toEqual(["plan", "note", "spent", "tags"]);
});
