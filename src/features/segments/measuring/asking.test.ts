// What the data say to a rule that somebody writes: through real files, and a real database.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RuleRow } from "@/features/datasets/rules/rule-rules";
import { addCustomerData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { addSegment, isAnyOf, publishSegment, ruleRow } from "@/testing/measured-segment";
import type { RuleInput } from "./measuring-contract";
import { relaxRule } from "./use-cases/count-rows";
import { countRule } from "./use-cases/count-rule";
import { findValues, prepareValues } from "./use-cases/find-values";
import { sampleMembers, testCustomer } from "./use-cases/look-at-customers";
import { prepareQuestion } from "./use-cases/prepare-question";
import { readComposition } from "./use-cases/read-composition";
import { prepareOverlap, readOverlap } from "./use-cases/read-overlap";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function furnish() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "reviewer"]);
  const who = { workspaceId, userId: people.editor };
  const { datasetId } = await inScope(database.app, who, "data.import", ({ tx }) =>
    addCustomerData(tx, who, {
      traits: { city: "text", plan: "text" },
      customers: [
        { id: "a", city: "Lyon", plan: "plus" },
        { id: "b", city: "Lyon", plan: "free" },
        { id: "c", city: "Graz", plan: "plus" },
        { id: "d", plan: "plus" },
      ],
    }),
  );
  const segment = (title: string, rows: readonly RuleRow[]) =>
    inScope(database.app, who, "draft.edit", (scope) => addSegment(scope, { title, datasetId, rows }));
  const publish = (documentId: string) =>
    inScope(database.app, who, "document.publish", (scope) => publishSegment(scope, documentId));
  const documentId = await segment("Written", [ruleRow(isAnyOf("city", "Lyon"))]);
  const input = (...rows: readonly RuleRow[]): RuleInput => ({
    ...{ workspaceId, documentId, datasetId, snapshotId: null, match: "all", pins: [] },
    rows: rows.map(({ id, node, within }) => ({ id, node, within })),
  });
  const prepared = (...rows: readonly RuleRow[]) =>
    inScope(database.app, who, "document.read", (scope) => prepareQuestion(scope, input(...rows)));
  return { people, who, datasetId, segment, publish, input, prepared, workspaceId };
}

test("a rule is held against published segments on the same data, and not against drafts", async () => {
  const { who, segment, publish, input } = await furnish();
  const plus = await segment("Plus", [ruleRow(isAnyOf("plan", "plus"))]);
  await publish(plus);
  await segment("Never published", [ruleRow(isAnyOf("plan", "free"))]);
  const prepared = await inScope(database.app, who, "document.read", (scope) =>
    prepareOverlap(scope, input(ruleRow(isAnyOf("city", "Lyon")))),
  );
  expect(await readOverlap(prepared, undefined)).toEqual({
    others: [{ id: plus, title: "Plus", version: 1 }],
    regions: [
      { of: [1], customers: 2 },
      { of: [0], customers: 1 },
      { of: [0, 1], customers: 1 },
    ],
    left: 0,
  });
});

test("a rule that can't be asked has no answers, never everyone", async () => {
  const { prepared } = await furnish();
  const wrong = await prepared(ruleRow(isAnyOf("gone", "x")));
  expect(await readComposition(wrong, undefined)).toBeNull();
  expect(await sampleMembers(wrong, true, undefined)).toBeNull();
  expect(await testCustomer(wrong, true, "a", undefined)).toBeNull();
  expect(await relaxRule(wrong, undefined)).toEqual([]);
});

test("single customers are shown with what they fit, and not who they are to those who may not import", async () => {
  const { prepared } = await furnish();
  const row = ruleRow(isAnyOf("city", "Lyon"));
  const asked = await prepared(row);
  const sample = await sampleMembers(asked, true, undefined);
  expect(sample?.customers.map(({ id }) => id).toSorted()).toEqual(["a", "b"]);
  expect(sample?.traits.map(({ id }) => id)).toEqual(["city", "plan"]);
  expect((await sampleMembers(asked, false, undefined))?.customers.map(({ id, key }) => [id, key])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect((await testCustomer(asked, true, "c", undefined))?.customer).toMatchObject({
    ...{ id: "c", belongs: false, fits: [], values: { city: "Graz", plan: "plus" } },
  });
  expect((await testCustomer(asked, true, "z", undefined))?.customer).toBeNull();
});

test("values are found, but none of a trait that isn't there", async () => {
  const { who, workspaceId, datasetId } = await furnish();
  const find = async (trait: string, search: string) => {
    const asked = { workspaceId, datasetId, snapshotId: null, of: "customers" as const, trait, search };
    const prepared = await inScope(database.app, who, "document.read", (scope) => prepareValues(scope, asked));
    return findValues(prepared, asked, undefined);
  };
  expect(await find("city", "")).toEqual([
    { value: "Lyon", count: 2 },
    { value: "Graz", count: 1 },
  ]);
  expect(await find("city", "gr")).toEqual([{ value: "Graz", count: 1 }]);
  expect(await find("gone", "")).toEqual([]);
});

test("a question that nobody waits for any more is given up", async () => {
  const { prepared } = await furnish();
  const stop = new AbortController();
  stop.abort(new Error("nobody waits"));
  await expect(countRule(await prepared(ruleRow(isAnyOf("city", "Lyon"))), stop.signal)).rejects.toThrow(
    "nobody waits",
  );
});
