import { afterAll, beforeAll, expect, test } from "vitest";
import { retireDocument } from "@/features/documents/use-cases/retire-document";
import { addCustomerData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { addSegment, isAnyOf, publishSegment, ruleRow } from "@/testing/measured-segment";
import { segmentKind } from "../segment-kind";
import { readRuleVocabulary } from "./use-cases/read-rule-vocabulary";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function furnish() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "reviewer"]);
  const who = { workspaceId, userId: people.editor };
  const import_ = (name: string) =>
    inScope(database.app, who, "data.import", ({ tx }) =>
      addCustomerData(tx, who, { name, traits: { city: "text" }, customers: [{ id: "a", city: "Lyon" }] }),
    );
  const add = (title: string, datasetId: string) =>
    inScope(database.app, who, "draft.edit", (scope) =>
      addSegment(scope, { title, datasetId, rows: [ruleRow(isAnyOf("city", "Lyon"))] }),
    );
  const publish = (documentId: string) =>
    inScope(database.app, who, "document.publish", (scope) => publishSegment(scope, documentId));
  const read = (documentId: string, datasetId: string | null, userId = who.userId) =>
    inScope(database.app, { workspaceId, userId }, "draft.read", (scope) =>
      readRuleVocabulary(scope, { documentId, datasetId }),
    );
  return { who, people, import_, add, publish, read };
}

test("a rule can name the published segments on the same data, but not its own", async () => {
  const { who, import_, add, publish, read } = await furnish();
  const { datasetId } = await import_("Loyalty");
  const other = await import_("Shop");
  const [own, rebuilders, traders, gone] = await Promise.all(
    ["Own", "Rebuilders", "traders", "Gone"].map((title) => add(title, datasetId)),
  );
  await add("Never published", datasetId);
  for (const id of [own, traders, rebuilders, gone, await add("On other data", other.datasetId)])
    await publish(id ?? "");
  await inScope(database.app, who, "document.retire", (scope) =>
    retireDocument(scope, segmentKind, { documentId: gone ?? "", reason: "" }),
  );
  const { datasets, data, segments } = await read(own ?? "", datasetId);
  expect(datasets.map(({ name }) => name)).toEqual(["Loyalty", "Shop"]);
  expect(data).toMatchObject({ name: "Loyalty", snapshot: { number: 1, customers: 1, asOf: "2026-11-01" } });
  expect(segments).toEqual([
    { id: rebuilders, title: "Rebuilders", version: 1 },
    { id: traders, title: "traders", version: 1 },
  ]);
});

test("data that are gone, or another workspace’s, are no data, and others can still be chosen", async () => {
  const [here, there] = [await furnish(), await furnish()];
  const { datasetId } = await here.import_("Loyalty");
  const foreign = await there.import_("Foreign");
  const documentId = await here.add("Own", datasetId);
  for (const id of [null, crypto.randomUUID(), foreign.datasetId]) {
    expect(await here.read(documentId, id)).toEqual({
      datasets: [{ id: datasetId, name: "Loyalty" }],
      data: null,
      segments: [],
    });
  }
});
