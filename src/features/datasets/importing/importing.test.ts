import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/env";
import { datasets, importPlans, imports, snapshots } from "@/server/db/schema/dataset";
import { memberships } from "@/server/db/schema/workspace";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { addUpload, confirmUpload, findImportRow, type Importer, type UploadedFile } from "@/testing/imported-file";
import { databaseFile, openSnapshot, snapshotKey } from "../snapshots/snapshot-files";
import { resumeSilentImports } from "./import-job-handlers";
import type { ImportPlan, ImportReport } from "./import-plan-rules";
import { uploadFolder } from "./upload/upload-files";
import { cancelImport } from "./use-cases/cancel-import";
import { readImport, readImportLines } from "./use-cases/read-import";
import { runImport } from "./use-cases/run-import";
import { startImport } from "./use-cases/start-import";

/** Each import and each look at a file starts a process. */
const PATIENT = { timeout: 60_000 };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const SMALL = "customer_id,city,spent\na,Lyon,10\nb,Graz,x\nc,Lyon,30\na,Cork,11\n";
const NEW = { name: "Customers", purpose: "Tests", retentionDays: null };

async function furnish(): Promise<Importer> {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  return { workspaceId, userId: people.editor };
}

/** Many rows, so that it takes a while. */
function long(): string {
  const rows = Array.from(
    { length: 400_000 },
    (_, n) => `c${n},City ${n % 900},${n},${n % 7} July,${"x".repeat(n % 50)}`,
  );
  return `customer_id,city,spent,some day,words\n${rows.join("\n")}\n`;
}

const asNumber = (plan: ImportPlan): ImportPlan => ({
  ...plan,
  columns: plan.columns.map((column) => (column.name === "spent" ? { ...column, type: "number" } : column)),
});

async function confirm(who: Importer, { importId, plan }: UploadedFile): Promise<void> {
  await inScope(database.app, who, "data.import", (scope) =>
    startImport(scope, { workspaceId: who.workspaceId, importId, plan: asNumber(plan), dataset: NEW }),
  );
}

const snapshotsOf = ({ workspaceId }: Importer) =>
  database.owner.db.select().from(snapshots).where(eq(snapshots.workspaceId, workspaceId));

/** Names of all files that the workspace has in the store, and of its uploads. */
function filesOf({ workspaceId }: Importer): readonly string[] {
  const listed = (folder: string) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true })
          .map(String)
          .filter((name) => name.includes("."))
      : [];
  return [
    ...listed(join(env().DATA_DIR, "files", "snapshots", workspaceId)),
    ...listed(join(env().DATA_DIR, "uploads", workspaceId)),
  ];
}

async function jobs(name: string, contains: string): Promise<number> {
  const found = await database.owner.sql`
    select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${name} and j.payload::text like ${`%${contains}%`}`;
  return found.length;
}

test(
  "an import becomes a snapshot with its files, its report and the job that measures on it; the upload is gone",
  PATIENT,
  async () => {
    const who = await furnish();
    const upload = await addUpload(database, who, { text: SMALL });
    const row = await confirmUpload(database, who, upload, asNumber(upload.plan));
    expect(row).toMatchObject({ state: "done", problem: null, detected: null });
    const [snapshot] = await snapshotsOf(who);
    expect(snapshot).toMatchObject({ id: row.snapshotId, number: 1, customers: 3, events: 0, importedBy: who.userId });
    const report = row.report as unknown as ImportReport;
    expect(report).toMatchObject({ rows: 4, kept: 3, customers: 3, traits: null });
    const details = await inScope(database.app, who, "data.import", (scope) => readImport(scope, upload.importId));
    const { csv, fileName } = await readImportLines(details);
    expect(fileName).toBe("customers, report.csv");
    expect(csv).toContain("3,spent,x,");
    expect(await jobs("datasets.snapshot-taken", row.snapshotId ?? "")).toBe(1);
    expect(existsSync(uploadFolder(who.workspaceId, upload.importId))).toBe(false);
    // Questions find their file made already.
    const files = { workspaceId: who.workspaceId, id: row.snapshotId ?? "", revision: 1, hasEvents: false };
    expect(existsSync(databaseFile(files))).toBe(true);
    expect(await openSnapshot(files)).toBe(databaseFile(files));
  },
);

test(
  "a second file of the shape is offered the plan and the data of the first; ids stay, changes are told",
  PATIENT,
  async () => {
    const who = await furnish();
    const first = await addUpload(database, who, { text: SMALL });
    const row = await confirmUpload(database, who, first, asNumber(first.plan));
    const again = await addUpload(database, who, { text: "customer_id,city,spent\nz,Oslo,1\n" });
    const read = () => inScope(database.app, who, "data.import", (scope) => readImport(scope, again.importId));
    const { remembered } = await read();
    expect(remembered?.plan).toEqual(asNumber(first.plan));
    expect(remembered?.dataset).toEqual({ id: row.datasetId, name: "Customers" });
    const into = { id: row.datasetId ?? "" };
    await confirmUpload(database, who, again, remembered?.plan ?? again.plan, into);
    const other = await addUpload(database, who, { text: "customer_id,City!,spent\nz,Oslo,much\ny,Oslo,little\n" });
    const plan = { ...other.plan, columns: other.plan.columns.map((one) => ({ ...one, type: "text" as const })) };
    const third = await confirmUpload(database, who, other, plan, into);
    expect((third.report as unknown as ImportReport).traits).toEqual({
      ...{ appeared: ["City!"], vanished: ["city"] },
      retyped: [{ label: "spent", from: "number", to: "text" }],
    });
    expect((await snapshotsOf(who)).map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
  },
);

test("the same file twice, and two at once, are two snapshots", PATIENT, async () => {
  const who = await furnish();
  const [one, two] = [await addUpload(database, who, { text: SMALL }), await addUpload(database, who, { text: SMALL })];
  const [dataset] = await database.owner.db
    .insert(datasets)
    .values({ ...NEW, workspaceId: who.workspaceId, createdBy: who.userId })
    .returning();
  const into = { id: dataset?.id ?? "" };
  const rows = await Promise.all([one, two].map((upload) => confirmUpload(database, who, upload, upload.plan, into)));
  expect(rows.map(({ state }) => state)).toEqual(["done", "done"]);
  expect((await snapshotsOf(who)).map(({ number }) => number).toSorted()).toEqual([1, 2]);
});

test("a cancelled import stops and leaves nothing", PATIENT, async () => {
  const who = await furnish();
  const upload = await addUpload(database, who, { text: long() });
  await confirm(who, upload);
  const running = runImport(database.app.db, { ...who, importId: upload.importId });
  await expect.poll(async () => (await findImportRow(database, upload.importId)).state).toBe("running");
  await inScope(database.app, who, "data.import", (scope) => cancelImport(scope, upload.importId));
  await running;
  expect(await findImportRow(database, upload.importId)).toMatchObject({ state: "cancelled", snapshotId: null });
  expect(await snapshotsOf(who)).toEqual([]);
  expect(filesOf(who)).toEqual([]);
  await inScope(database.app, who, "data.import", (scope) => cancelImport(scope, upload.importId));
});

test(
  "an import whose worker was killed is taken up again by another, and nothing of the first attempt stays",
  PATIENT,
  async () => {
    const who = await furnish();
    const upload = await addUpload(database, who, { text: SMALL });
    await confirm(who, upload);
    // What a killed worker leaves: a row that says running, files half-way in the store.
    const left = crypto.randomUUID();
    const { appFiles } = await import("@/server/files/file-store");
    const { mkdtemp, writeFile } = await import("node:fs/promises");
    const half = join(await mkdtemp(join(env().DATA_DIR, "half-")), "customers.parquet");
    await writeFile(half, "half");
    await appFiles().put(
      `${snapshotKey({ workspaceId: who.workspaceId, id: left, revision: 1 })}customers.parquet`,
      half,
    );
    await database.owner.db
      .update(imports)
      .set({ state: "running", progress: { attempt: 1, snapshotId: left }, aliveAt: sql`now()` })
      .where(eq(imports.id, upload.importId));
    const asked = { ...who, importId: upload.importId };
    // It may still live.
    await runImport(database.app.db, asked);
    expect((await findImportRow(database, upload.importId)).state).toBe("running");
    await database.owner.db
      .update(imports)
      .set({ aliveAt: sql`now() - interval '1 minute'` })
      .where(eq(imports.id, upload.importId));
    const before = await jobs("datasets.import-file", upload.importId);
    await resumeSilentImports(database.app.db);
    expect(await jobs("datasets.import-file", upload.importId)).toBe(before + 1);
    await runImport(database.app.db, asked);
    const row = await findImportRow(database, upload.importId);
    expect(row.state).toBe("done");
    expect(filesOf(who).map((name) => name.split("/")[0])).toEqual(filesOf(who).map(() => row.snapshotId));
  },
);

test("an import that broke off three times is given up, and nothing stays", PATIENT, async () => {
  const who = await furnish();
  const upload = await addUpload(database, who, { text: SMALL });
  await confirm(who, upload);
  await database.owner.db
    .update(imports)
    .set({ progress: { attempt: 3 } })
    .where(eq(imports.id, upload.importId));
  await runImport(database.app.db, { ...who, importId: upload.importId });
  expect(await findImportRow(database, upload.importId)).toMatchObject({
    state: "failed",
    problem: expect.stringContaining("three times"),
  });
  expect(await snapshotsOf(who)).toEqual([]);
});

test("who may no longer import, or whose data were deleted meanwhile, gets nothing stored", PATIENT, async () => {
  const who = await furnish();
  const upload = await addUpload(database, who, { text: SMALL });
  await confirm(who, upload);
  await database.owner.db.update(memberships).set({ role: "viewer" }).where(eq(memberships.userId, who.userId));
  await runImport(database.app.db, { ...who, importId: upload.importId });
  expect(await findImportRow(database, upload.importId)).toMatchObject({ state: "failed", snapshotId: null });
  await database.owner.db.update(memberships).set({ role: "editor" }).where(eq(memberships.userId, who.userId));

  const [dataset] = await database.owner.db
    .insert(datasets)
    .values({ ...NEW, workspaceId: who.workspaceId, createdBy: who.userId })
    .returning();
  const second = await addUpload(database, who, { text: SMALL });
  const { workspaceId } = who;
  const { importId, plan } = second;
  await inScope(database.app, who, "data.import", (scope) =>
    startImport(scope, { workspaceId, importId, plan, dataset: { id: dataset?.id ?? "" } }),
  );
  await database.owner.db
    .update(datasets)
    .set({ deletedAt: new Date() })
    .where(eq(datasets.id, dataset?.id ?? ""));
  await runImport(database.app.db, { ...who, importId });
  expect(await findImportRow(database, importId)).toMatchObject({
    state: "failed",
    problem: expect.stringContaining("deleted meanwhile"),
  });
  expect(await snapshotsOf(who)).toEqual([]);
  expect(filesOf(who).filter((name) => name.endsWith(".parquet"))).toEqual([]);
  const plans = await database.owner.db.select().from(importPlans).where(eq(importPlans.workspaceId, workspaceId));
  expect(plans).toEqual([]);
});

test(
  "a plan that doesn't fit its file is refused with what is wrong, and can be put right after it failed",
  PATIENT,
  async () => {
    const who = await furnish();
    const upload = await addUpload(database, who, { text: "customer_id,city\n,Lyon\n,Graz\n" });
    const { workspaceId } = who;
    const { importId, plan } = upload;
    const start = (change: Partial<ImportPlan>) =>
      inScope(database.app, who, "data.import", (scope) =>
        startImport(scope, { workspaceId, importId, plan: { ...plan, ...change }, dataset: NEW }),
      );
    const [first] = plan.columns;
    if (!first) throw new Error("no columns");
    await expect(start({ columns: [{ ...first, name: "other" }] })).rejects.toThrow("There is no column “other”");
    await expect(start({ columns: [first, first] })).rejects.toThrow("named twice");
    const columns = plan.columns.map((column) => ({ ...column, role: "customer" as const }));
    await expect(start({ columns })).rejects.toThrow("Two columns");
    const failed = await confirmUpload(database, who, upload, {
      ...plan,
      columns: plan.columns.map((one) => ({ ...one, role: one.name === "customer_id" ? "customer" : "trait" })),
    });
    expect(failed).toMatchObject({ state: "failed", problem: expect.stringContaining("Nothing of this file") });
    const city = plan.columns.filter(({ name }) => name === "city").map((one) => ({ ...one, role: "trait" as const }));
    expect(await confirmUpload(database, who, upload, { ...plan, columns: city })).toMatchObject({ state: "done" });
  },
);
