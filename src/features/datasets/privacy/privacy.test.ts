import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/env";
import type { Trait } from "@/features/datasets/catalog-rules";
import { snapshots } from "@/server/db/schema/dataset";
import { addCustomerData, traitsOf } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { newestSnapshot } from "../dataset-queries";
import { uploadFolder, uploadsFolder } from "../importing/upload/upload-files";
import { ask } from "../questions/rule-question";
import { appQuestions, databaseFile, openSnapshot, snapshotFolder, snapshotsFolder } from "../snapshots/snapshot-files";
import { takePeopleOut } from "./use-cases/erase-people";
import { findPerson, placesToLook } from "./use-cases/find-person";
import { keepRetention } from "./use-cases/keep-retention";
import { removeFiles } from "./use-cases/remove-files";
import { deleteDataset, deleteSnapshot } from "./use-cases/remove-snapshot";
import { removeWorkspaceFiles } from "./use-cases/remove-workspace-files";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const TRAITS = { city: "text", email: "text" } as const;

async function furnish() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["admin"]);
  const who = { workspaceId, userId: people.admin };
  const add = (more: { datasetId?: string; number?: number } = {}) =>
    inScope(database.app, who, "data.import", ({ tx }) =>
      addCustomerData(tx, who, {
        ...more,
        traits: TRAITS,
        customers: [
          { id: "a", city: "Lyon", email: "Ann@example.org" },
          { id: "b", city: "Graz", email: "bo@example.org" },
        ],
        events: {
          properties: { amount: "number" },
          rows: [
            { of: "a", at: "2026-10-30 10:00:00", amount: 5 },
            { of: "b", at: "2026-10-30 10:00:00", amount: 7 },
          ],
        },
      }),
    );
  const first = await add();
  const second = await add({ datasetId: first.datasetId, number: 2 });
  const traits: Trait[] = traitsOf(TRAITS).map((trait) => ({ ...trait, isPersonal: trait.id === "email" }));
  await database.owner.db.update(snapshots).set({ catalog: { traits, events: null } });
  const find = async (text: string) =>
    findPerson(await inScope(database.app, who, "data.export", placesToLook), { workspaceId, text }, undefined);
  const newest = () =>
    inScope(database.app, who, "document.read", ({ tx }) => newestSnapshot(tx, workspaceId, first.datasetId));
  return { who, workspaceId, first, second, find, newest };
}

test("somebody is found by id or by anything personal, with all that is known of them", async () => {
  const { find } = await furnish();
  const [person, ...others] = await find("ann@EXAMPLE.org");
  expect(others).toEqual([]);
  expect(person?.id).toBe("a");
  expect(person?.snapshots.map(({ number, events }) => [number, events])).toEqual([
    [2, 1],
    [1, 1],
  ]);
  expect(person?.snapshots[0]?.values).toContainEqual({ label: "city", text: "Lyon" });
  expect(await find("b")).toHaveLength(1);
  expect(await find("Lyon")).toEqual([]);
  expect(await find("' OR 1=1 --")).toEqual([]);
});

test("who is erased is gone from every snapshot and its events, and nobody else is", async () => {
  const { who, workspaceId, find, newest, second } = await furnish();
  const [person] = await find("a");
  const erased = { ...who, keys: [person?.key ?? ""] };
  await takePeopleOut(database.app.db, erased);
  expect(await find("a")).toEqual([]);
  expect(await find("b")).toHaveLength(1);
  const snapshot = await newest();
  expect(snapshot).toMatchObject({ customers: 1, events: 1, revision: 2 });
  const old = join(env().DATA_DIR, "files", snapshotFolder({ workspaceId, id: second.snapshotId }), "1");
  await expect(stat(old)).rejects.toThrow("ENOENT");
  const file = await openSnapshot({ workspaceId, id: second.snapshotId, revision: 2, hasEvents: true });
  const asker = { engine: await appQuestions(), file };
  expect(await ask(asker, "SELECT sum(amount) AS n FROM {events}")).toEqual([{ n: 7 }]);
  // A second run, such as after a process that was killed before it had deleted the old files, deletes them, and writes
  // nothing into the log.
  await mkdir(old, { recursive: true });
  await writeFile(join(old, "customers.parquet"), "left behind");
  await takePeopleOut(database.app.db, erased);
  await expect(stat(old)).rejects.toThrow("ENOENT");
  const acts = await database.owner.sql`
    select details from audit_events where workspace_id = ${workspaceId} and action = 'person.erased'`;
  expect(acts.map(({ details }) => details)).toEqual([{ people: 1, snapshots: 2 }]);
});

test("a deleted snapshot's data are gone, its size is kept, and the one before is the newest", async () => {
  const { who, workspaceId, find, newest, first, second } = await furnish();
  await find("a");
  await inScope(database.app, who, "data.delete", (scope) => deleteSnapshot(scope, second.snapshotId));
  await removeFiles(database.app.db, { workspaceId, snapshotId: second.snapshotId, revision: 1 });
  expect((await newest())?.id).toBe(first.snapshotId);
  const removed = { workspaceId, id: second.snapshotId, revision: 1, hasEvents: true };
  await expect(openSnapshot(removed)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const [row] = await database.owner.sql`select * from snapshots where id = ${second.snapshotId}`;
  expect(row).toMatchObject({ customers: 2, removed_because: "deleted", catalog: { traits: [], events: null } });
  await expect(
    inScope(database.app, who, "data.delete", (scope) => deleteSnapshot(scope, second.snapshotId)),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a deleted dataset has no data left", async () => {
  const { who, newest, first } = await furnish();
  await inScope(database.app, who, "data.delete", (scope) => deleteDataset(scope, first.datasetId));
  expect(await newest()).toBeUndefined();
});

test("data whose time is over are removed, others stay", async () => {
  const { newest, first, second } = await furnish();
  await database.owner.sql`update datasets set retention_days = 30 where id = ${first.datasetId}`;
  await database.owner
    .sql`update snapshots set imported_at = now() - interval '31 days' where id = ${first.snapshotId}`;
  await keepRetention(database.app.db);
  const rows = await database.owner.sql`
    select id, removed_because from snapshots where dataset_id = ${first.datasetId} order by number`;
  expect(rows.map(({ removed_because }) => removed_because)).toEqual(["retention", null]);
  expect((await newest())?.id).toBe(second.snapshotId);
});

test("of a deleted workspace no file is left, wherever it was copied to, and another's stay", async () => {
  const [gone, kept] = [await furnish(), await furnish()];
  await gone.find("a");
  await kept.find("a");
  const revisions = [gone.first, gone.second].map(({ snapshotId }) => ({ id: snapshotId, revision: 1 }));
  await mkdir(uploadFolder(gone.workspaceId, crypto.randomUUID()), { recursive: true });
  await removeWorkspaceFiles(database.app.db, { goneWorkspaceId: gone.workspaceId, snapshots: revisions });
  const left = [
    join(env().DATA_DIR, "files", snapshotsFolder(gone.workspaceId)),
    join(uploadsFolder(), gone.workspaceId),
    ...revisions.map(databaseFile),
  ];
  for (const path of left) await expect(stat(path), path).rejects.toThrow("ENOENT");
  expect(await kept.find("b")).toHaveLength(1);
});
