// Why a segment became larger or smaller, told by asking again: on real data.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TraitNode } from "@/features/datasets/rules/rule-rules";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import { addCustomerData, type GivenData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { addSegment, publishSegment, ruleRow } from "@/testing/measured-segment";
import { segmentKind } from "../segment-kind";
import { maskedId } from "./member-mask-rules";
import { sizeChangeSentence } from "./size-change-rules";
import { acceptedScope } from "./use-cases/accepted-scope";
import { measureSegment } from "./use-cases/measure-segment";
import { measureSnapshot } from "./use-cases/measure-snapshot";
import { prepareEffect, publicationEffect } from "./use-cases/publication-effect";
import { readSegmentMeasures, readSegmentSizes } from "./use-cases/read-segment-measures";
import { explainChange, movedMembers, prepareChange, prepareMovement } from "./use-cases/size-change";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const TRAITS = { seen: "date", spent: "number" } as const;
/** Seen within the last 30 days, and, with `spent`, spent at least so much. */
const seen: TraitNode = {
  ...{ k: "trait", trait: "seen", label: "Seen", type: "date", op: "within" },
  window: { rel: "last", n: 30, unit: "day" },
};
const spent = (value: number): TraitNode => ({
  ...{ k: "trait", trait: "spent", label: "Spent", type: "number", op: "at-least", value },
});

async function furnish() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "viewer"]);
  const who = { workspaceId, userId: people.editor };
  const data = (given: Partial<GivenData> & { datasetId?: string; number?: number }) =>
    inScope(database.app, who, "data.import", ({ tx }) =>
      addCustomerData(tx, who, { traits: TRAITS, customers: [], ...given }),
    );
  const { datasetId, snapshotId } = await data({
    asOf: "2026-10-01",
    customers: [
      { id: "stays-0001", seen: "2026-09-30", spent: 50 },
      { id: "ages-00002", seen: "2026-09-10", spent: 50 },
      { id: "goes-00003", seen: "2026-09-30", spent: 50 },
      { id: "poor-00004", seen: "2026-09-30", spent: 50 },
      { id: "never-0005", spent: 50 },
    ],
  });
  const documentId = await inScope(database.app, who, "draft.edit", (scope) =>
    addSegment(scope, { title: "Seen", datasetId, rows: [ruleRow(seen), ruleRow(spent(50))] }),
  );
  const publish = () => inScope(database.app, who, "document.publish", (scope) => publishSegment(scope, documentId));
  await publish();
  const work = acceptedScope(database.app.db, who);
  await measureSegment(work, { documentId, snapshotId });
  const second = await data({
    ...{ datasetId, number: 2, asOf: "2026-10-20" },
    customers: [
      { id: "stays-0001", seen: "2026-10-15", spent: 50 },
      { id: "ages-00002", seen: "2026-09-10", spent: 50 },
      { id: "poor-00004", seen: "2026-10-15", spent: 10 },
      { id: "never-0005", seen: "2026-10-15", spent: 90 },
      { id: "new-000006", seen: "2026-10-15", spent: 90 },
      { id: "new-000007", seen: "2026-10-15", spent: 90 },
    ],
  });
  await measureSnapshot(work, second);
  const asking = <T>(ask: Parameters<typeof inScope<"draft.read", T>>[3]) =>
    inScope(database.app, who, "draft.read", ask);
  return { workspaceId, people, who, work, documentId, first: snapshotId, second: second.snapshotId, publish, asking };
}

test("a change is split into new and gone customers, time and traits, which sum up to it", async () => {
  const { documentId, first, second, asking } = await furnish();
  const prepared = await asking((scope) => prepareChange(scope, { documentId, version: 1, snapshotId: second }));
  if (!prepared) throw new Error("nothing to explain");
  const change = await explainChange(prepared, undefined);
  expect(change).toEqual({
    from: { version: 1, snapshotNumber: 1, asOf: "2026-10-01" },
    to: { version: 1, snapshotNumber: 2, asOf: "2026-10-20" },
    before: 4,
    now: 4,
    parts: [
      { cause: "new-customers", change: 2 },
      { cause: "gone-customers", change: -1 },
      // Their days of September fall out of the window; two of them were seen again, or are new to it.
      { cause: "time", change: -1 },
      { cause: "traits", change: 0 },
    ],
    sentence:
      "As many as before: +2 through customers who are new in the data, −1 through customers who aren’t in the data any more, −1 through dates that came into or fell out of the rule’s windows as time passed.",
  });
  expect(change.parts.reduce((sum, part) => sum + part.change, 0)).toBe(change.now - change.before);
  expect(await asking((scope) => prepareChange(scope, { documentId, version: 1, snapshotId: first }))).toBeNull();
});

test("who came and went is listed, masked", async () => {
  const { documentId, first, second, asking } = await furnish();
  const movement = await asking((scope) => prepareMovement(scope, { documentId, version: 1, snapshotId: second }));
  if (!movement) throw new Error("nothing moved");
  expect(await movedMembers(movement, "entered", undefined)).toEqual({
    count: 3,
    members: expect.arrayContaining(["•••005", "•••006", "•••007"].map((one) => one.replace("•••", "••••"))),
  });
  expect((await movedMembers(movement, "left", undefined)).count).toBe(3);
  expect(await asking((scope) => prepareMovement(scope, { documentId, version: 1, snapshotId: first }))).toBeNull();
});

test("before a publication one sees who enters and who leaves; after it, that the rule was edited", async () => {
  const { workspaceId, who, work, documentId, second, publish, asking } = await furnish();
  const effect = async () => {
    const prepared = await asking((scope) => prepareEffect(scope, documentId));
    return prepared && publicationEffect(prepared, undefined);
  };
  expect(await effect()).toMatchObject({ from: 1, before: 4, now: 4, enteredCount: 0, leftCount: 0, problems: [] });
  const edit = (edits: Parameters<typeof editDraft>[2]["edits"]) =>
    inScope(database.app, who, "draft.edit", (scope) =>
      editDraft(scope, segmentKind, { workspaceId, documentId, batchId: crypto.randomUUID(), edits }),
    );
  const { content } = await asking(async (scope) => {
    const { readDraft } = await import("@/features/documents/use-cases/read-document");
    return readDraft(scope, segmentKind, documentId);
  });
  await edit([{ op: "set", path: ["rule", content.rule[1]?.id ?? "", "node"], value: spent(60) }]);
  expect(await effect()).toMatchObject({
    ...{ from: 1, before: 4, now: 3, enteredCount: 0, leftCount: 1, entered: [], left: ["••••001"] },
    snapshot: { number: 2, dataName: "Customers" },
  });
  const pending = () =>
    inScope(database.app, who, "document.read", (scope) => readSegmentMeasures(scope, { documentId, version: null }));
  await publish();
  expect(await pending()).toMatchObject({ version: 2, isPending: true, newest: null });
  await measureSegment(work, { documentId, snapshotId: null });
  expect(await pending()).toMatchObject({ isPending: false, newest: { count: 3, isBaseline: true }, problem: null });
  const prepared = await asking((scope) => prepareChange(scope, { documentId, version: 2, snapshotId: second }));
  expect(prepared && (await explainChange(prepared, undefined))).toMatchObject({
    ...{ before: 4, now: 3, sentence: "1 fewer: −1 through the edited rule." },
    parts: expect.arrayContaining([{ cause: "rule", change: -1 }]),
  });
  await edit([{ op: "set", path: ["rule", content.rule[1]?.id ?? "", "node"], value: { ...spent(1), trait: "gone" } }]);
  expect(await effect()).toMatchObject({
    now: null,
    problems: [{ sentence: expect.stringContaining("isn’t in the data") }],
  });
});

test("viewers read the measures of what is published", async () => {
  const { workspaceId, people, documentId } = await furnish();
  const viewing = { workspaceId, userId: people.viewer };
  const measures = await inScope(database.app, viewing, "document.read", (scope) =>
    readSegmentMeasures(scope, { documentId, version: 1 }),
  );
  expect(measures).toMatchObject({
    version: 1,
    dataName: "Customers",
    newest: { count: 4, base: 6 },
    baseline: { count: 4 },
  });
  expect(measures.points.map(({ entered, left }) => ({ entered, left }))).toEqual([
    { entered: null, left: null },
    { entered: 3, left: 3 },
  ]);
  const sizes = await inScope(database.app, viewing, "document.read", (scope) =>
    readSegmentSizes(scope, [documentId, crypto.randomUUID()]),
  );
  expect(sizes).toEqual([{ documentId, count: 4, base: 6, asOf: "2026-10-20" }]);
});

test.each([
  ["", "••••"],
  ["ab", "••••"],
  ["abc", "••••c"],
  ["0000004217", "••••217"],
  ["customer-0004217", "••••4217"],
  ["💡💡💡", "••••💡"],
])("the id %j is shown as %j", (id, shown) => expect(maskedId(id)).toBe(shown));

test("a change without parts is told as what it is", () => {
  expect(sizeChangeSentence({ from: {}, to: {}, before: 1, now: 1, parts: [] } as never)).toBe("As many as before.");
});
