import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { datasets, snapshots } from "@/server/db/schema/dataset";
import { addCustomerData, catalogOf, type GivenData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import type { Catalog, TraitProfile } from "./catalog-rules";
import { listDatasets } from "./dataset-list-queries";
import { readDataset } from "./use-cases/read-dataset";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const GIVEN: GivenData = {
  name: "Loyalty",
  traits: { city: "text", born: "date" },
  customers: [
    { id: "a", city: "Lyon", born: "1980-02-03" },
    { id: "b", city: "Graz" },
  ],
  events: { properties: { voucher: "text" }, rows: [{ of: "a", at: "2026-10-01 10:00:00", voucher: "ANNA10" }] },
};
const TELLING: TraitProfile = {
  known: 1,
  distinct: 1,
  min: "1980-02-03",
  max: "1980-02-03",
  mean: 3,
  deciles: [1],
  top: [{ value: "1980-02-03", count: 1 }],
  bins: [{ from: "1980-02-03", to: "1980-02-04", count: 1 }],
};

/** Everything that could be personal is, and the catalog says more of it than it should. */
function personal(catalog: Catalog): Catalog {
  const marked = (traits: Catalog["traits"]) =>
    traits.map((trait) => (trait.id === "city" ? trait : { ...trait, isPersonal: true, profile: TELLING }));
  return {
    traits: marked(catalog.traits),
    events: catalog.events && { ...catalog.events, properties: marked(catalog.events.properties) },
  };
}

async function furnish() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["viewer", "reviewer", "editor"]);
  const as = (userId: string) => ({ workspaceId, userId });
  const add = (more: Partial<Parameters<typeof addCustomerData>[2]>) =>
    inScope(database.app, as(people.editor), "data.import", ({ tx }) =>
      addCustomerData(tx, as(people.editor), { ...GIVEN, ...more }),
    );
  const first = await add({});
  const second = await add({ datasetId: first.datasetId, number: 2, asOf: "2026-11-15" });
  await database.owner.db.update(snapshots).set({ catalog: { ...personal(catalogOf(GIVEN)) } });
  const read = (userId: string, snapshotId: string | null, datasetId = first.datasetId) =>
    inScope(database.app, as(userId), "document.read", (scope) =>
      readDataset(scope, { workspaceId, datasetId, snapshotId }),
    );
  const list = () =>
    inScope(database.app, as(people.viewer), "document.read", ({ tx }) => listDatasets(tx, workspaceId));
  return { ...first, newestId: second.snapshotId, people, read, list };
}

it("shows the newest snapshot and every one that is asked for, and lists them newest first", async () => {
  const { read, list, people, snapshotId, newestId } = await furnish();
  const newest = await read(people.viewer, null);
  expect(newest).toMatchObject({ name: "Loyalty", shown: { id: newestId, customers: 2, events: 1 } });
  expect(newest.snapshots.map(({ id, number, importedBy }) => [id, number, importedBy])).toEqual([
    [newestId, 2, "editor"],
    [snapshotId, 1, "editor"],
  ]);
  expect((await read(people.viewer, snapshotId)).shown?.id).toBe(snapshotId);
  expect(await list()).toMatchObject([{ name: "Loyalty", snapshots: 2, newest: { id: newestId, asOf: "2026-11-15" } }]);
});

it("lets personal values reach those alone who may import", async () => {
  const { read, people } = await furnish();
  for (const userId of [people.viewer, people.reviewer]) {
    const seen = JSON.stringify(await read(userId, null));
    expect(seen).not.toContain("1980");
    expect(seen).toContain('"known":1,"distinct":1');
  }
  expect(JSON.stringify(await read(people.editor, null))).toContain("1980-02-03");
});

it("keeps a snapshot whose data are gone in the list, and shows nothing of it", async () => {
  const { read, list, people, snapshotId, newestId, datasetId } = await furnish();
  const remove = (id: string) =>
    database.owner.db
      .update(snapshots)
      .set({ removedAt: new Date(), removedBecause: "retention" })
      .where(eq(snapshots.id, id));
  await remove(newestId);
  expect((await read(people.viewer, null)).shown?.id).toBe(snapshotId);
  expect((await read(people.viewer, newestId)).shown).toBeNull();
  await remove(snapshotId);
  const empty = await read(people.viewer, null);
  expect([empty.shown, empty.snapshots.length]).toEqual([null, 2]);
  expect(await list()).toMatchObject([{ newest: null, snapshots: 0 }]);
  await database.owner.db.update(datasets).set({ deletedAt: new Date() }).where(eq(datasets.id, datasetId));
  expect(await list()).toEqual([]);
  await expect(read(people.viewer, null)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("knows no snapshot of another dataset, and no other workspace’s dataset", async () => {
  const one = await furnish();
  const other = await furnish();
  await expect(one.read(one.people.viewer, other.snapshotId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(one.read(one.people.viewer, null, other.datasetId)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
