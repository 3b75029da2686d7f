import { afterAll, beforeAll, expect, test } from "vitest";
import type { RuleNode, RuleRow, TraitNode } from "@/features/datasets/rules/rule-rules";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { addCustomerData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { segmentKind } from "../segment-kind";
import { countRule } from "./use-cases/count-rule";
import { prepareQuestion } from "./use-cases/prepare-question";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const row = (node: RuleNode, within = "include", id: string = crypto.randomUUID()): RuleRow => ({ id, node, within });
const trait = (rest: Partial<TraitNode>): TraitNode => ({
  k: "trait",
  trait: "city",
  label: "City",
  type: "text",
  op: "any-of",
  ...rest,
});

async function furnish() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  const who = { workspaceId, userId: people.editor };
  const { documentId } = await inScope(database.app, who, "draft.edit", (scope) =>
    createDocument(scope, segmentKind, { title: "Regulars" }),
  );
  const data = await inScope(database.app, who, "data.import", ({ tx }) =>
    addCustomerData(tx, who, {
      traits: { city: "text", spent: "number", joined: "date" },
      customers: [
        { id: "a", city: "Lyon", spent: 10, joined: "2026-10-20" },
        { id: "b", city: "Lyon", spent: 200, joined: "2025-01-01" },
        { id: "c", city: "Graz", spent: 50, joined: "2026-10-31" },
        { id: "d", spent: 50 },
      ],
      events: {
        properties: { amount: "number" },
        amount: "amount",
        rows: [
          { of: "a", at: "2026-10-30 10:00:00", amount: 5 },
          { of: "b", at: "2026-10-30 10:00:00", amount: 5 },
          { of: "b", at: "2026-10-31 10:00:00", amount: 7 },
        ],
      },
    }),
  );
  const count = async (rows: readonly RuleRow[]) => {
    const prepared = await inScope(database.app, who, "document.read", (scope) =>
      prepareQuestion(scope, {
        documentId,
        datasetId: data.datasetId,
        snapshotId: null,
        match: "all",
        rows: rows as never,
        pins: [],
      }),
    );
    return countRule(prepared, undefined);
  };
  return { count };
}

test("a rule is counted on the newest snapshot", async () => {
  const { count } = await furnish();
  const inLyon = trait({ values: ["Lyon"] });
  expect(await count([row(inLyon)])).toMatchObject({
    count: 2,
    problems: [],
    snapshot: { customers: 4, asOf: "2026-11-01" },
  });
  expect((await count([row(trait({ op: "none-of", values: ["Lyon"] }))])).count).toBe(2);
  expect((await count([row(trait({ op: "none-of", values: ["Lyon"], unknown: "no" }))])).count).toBe(1);
  expect(
    (await count([row(trait({ trait: "spent", type: "number", op: "at-least", value: 50 })), row(inLyon, "exclude")]))
      .count,
  ).toBe(2);
  const recent = trait({ trait: "joined", type: "date", op: "within", window: { rel: "last", n: 30, unit: "day" } });
  expect((await count([row(recent)])).count).toBe(2);
  const events = (op: "at-least" | "at-most", value: number): RuleNode => ({
    ...{ k: "events", event: null, aggregate: "sum", of: "amount", op, value, window: null, where: [] },
  });
  expect((await count([row(events("at-least", 6))])).count).toBe(1);
  expect((await count([row(events("at-most", 5))])).count).toBe(3);
  const group = crypto.randomUUID();
  expect((await count([row({ k: "group", op: "none" }, "include", group), row(inLyon, group)])).count).toBe(2);
});

test("a rule that can't be asked has nobody, and says why", async () => {
  const { count } = await furnish();
  expect(await count([])).toMatchObject({ count: null, problems: [{ rowId: null }] });
  expect(await count([row(trait({ trait: "gone", values: ["x"] }))])).toMatchObject({ count: null });
  expect(await count([row(trait({ trait: "spent", values: ["x"] }))])).toMatchObject({ count: null });
});
