// Publishing freezes a measure, and new data are measured against it: on real data, in a real database.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { membersMeasured } from "@/features/datasets/measures/measure-jobs";
import { readNewest, readPoints, readRuns } from "@/features/datasets/measures/use-cases/read-measures";
import type { RuleNode } from "@/features/datasets/rules/rule-rules";
import { snapshotKey } from "@/features/datasets/snapshots/snapshot-files";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import { addDocument } from "@/features/documents/use-cases/add-document";
import { readDocument } from "@/features/documents/use-cases/read-document";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { versionPublished } from "@/features/documents/versions/version-jobs";
import { listOwnNotices } from "@/features/notifications/use-cases/read-notifications";
import { markContradicted } from "@/features/personas/measured/use-cases/mark-contradicted";
import { personaKind } from "@/features/personas/persona-kind";
import { documentMarks, snapshots } from "@/server/db/schema/dataset";
import { appFiles } from "@/server/files/file-store";
import { addCustomerData, type GivenData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { addSegment, isAnyOf, publishSegment, ruleRow } from "@/testing/measured-segment";
import { segmentKind } from "../segment-kind";
import { acceptedScope } from "./use-cases/accepted-scope";
import { measureSegment } from "./use-cases/measure-segment";
import { measureSnapshot } from "./use-cases/measure-snapshot";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const TRAITS = { city: "text", plan: "text", spent: "number", joined: "date" } as const;

/** Customers c1 … cN of whom the given share lives in Lyon; the others in Graz. All are on the plan "plus". */
function people(many: number, lyon: number, from = 1): GivenData["customers"] {
  return Array.from({ length: many }, (_, place) => ({
    id: `c${from + place}`,
    city: place < many * lyon ? "Lyon" : "Graz",
    plan: "plus",
    spent: (place * 7) % 100,
    joined: "2026-10-01",
  }));
}

const others = Array.from({ length: 400 }, (_, place) => ({ id: `o${place}`, city: "Graz", plan: "free", spent: 1 }));

async function furnish() {
  const { workspaceId, people: members } = await addWorkspace(database.owner, ["editor", "owner"]);
  const who = { workspaceId, userId: members.editor };
  const work = acceptedScope(database.app.db, who);
  const data = (given: Partial<GivenData> & { datasetId?: string; number?: number; asOf?: string }) =>
    inScope(database.app, who, "data.import", ({ tx }) =>
      addCustomerData(tx, who, { traits: TRAITS, customers: [], ...given }),
    );
  const editing = <T>(make: Parameters<typeof inScope<"draft.edit", T>>[3]) =>
    inScope(database.app, who, "draft.edit", make);
  const publish = (documentId: string) =>
    inScope(database.app, who, "document.publish", (scope) => publishSegment(scope, documentId));
  const reading = <T>(read: Parameters<typeof inScope<"document.read", T>>[3]) =>
    inScope(database.app, who, "document.read", read);
  return { workspaceId, members, who, work, data, editing, publish, reading };
}

test("a publication is measured by its job, and its first picture is whole", async () => {
  const { work, data, editing, publish, reading } = await furnish();
  const { datasetId } = await data({ customers: [...people(600, 0.31), ...others] });
  const documentId = await editing((scope) =>
    addSegment(scope, { title: "Plus", datasetId, rows: [ruleRow(isAnyOf("plan", "plus"))] }),
  );
  await publish(documentId);
  const jobs = await database.owner.sql<{ payload: unknown }[]>`
    select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${versionPublished.name}`;
  expect(jobs.map(({ payload }) => payload)).toContainEqual(expect.objectContaining({ documentId, number: 1 }));
  await measureSegment(work, { documentId, snapshotId: null });
  const [measure] = await reading((scope) => readNewest(scope, [documentId]));
  expect(measure).toMatchObject({
    ...{ version: 1, state: "measured", count: 600, base: 1_000, isBaseline: true, entered: null, drift: null },
    snapshot: { number: 1, asOf: "2026-11-01", isRemoved: false },
  });
  const traits = new Map(measure?.profile?.traits.map((trait) => [trait.id, trait]));
  expect(traits.get("city")).toMatchObject({
    bins: { kind: "values", values: ["Graz", "Lyon"] },
    members: [414, 186, 0, 0],
    base: [814, 186, 0, 0],
  });
  expect(traits.get("joined")).toMatchObject({ bins: { kind: "days", edges: [31] }, members: [600, 0, 0] });
  expect(traits.get("spent")?.bins).toMatchObject({ kind: "numbers" });
  expect(traits.get("spent")?.typical?.median).toBe(49);
  // A second attempt finds it done.
  expect(await measureSegment(work, { documentId, snapshotId: null })).toBeNull();
  expect(await reading((scope) => readRuns(scope, documentId))).toMatchObject([{ count: 600, problem: null }]);
});

test("new data are measured, who came and went is counted, drift marks the segment and its personas, once for each snapshot", async () => {
  const { workspaceId, members, work, data, editing, publish, reading, who } = await furnish();
  const { datasetId } = await data({ customers: [...people(600, 0.31), ...others] });
  const [documentId, personaId] = await editing(async (scope) => {
    const segment = await addSegment(scope, {
      title: "Plus",
      datasetId,
      rows: [ruleRow(isAnyOf("plan", "plus"))],
    });
    const content = personaKind.schema.parse({
      ...personaKind.empty("Maya"),
      segments: [{ id: segment, title: "Plus", share: null, order: null }],
    });
    return [segment, await addDocument(scope, personaKind, content, { verb: "created" })];
  });
  await publish(documentId);
  await measureSegment(work, { documentId, snapshotId: null });
  const marks = () => database.owner.db.select().from(documentMarks).where(eq(documentMarks.workspaceId, workspaceId));
  const next = await data({ datasetId, number: 2, customers: [...people(600, 0.6, 51), ...others] });
  await measureSnapshot(work, next);
  const [measure] = await reading((scope) => readNewest(scope, [documentId]));
  expect(measure).toMatchObject({ count: 600, entered: 50, left: 50, isBaseline: false, drift: { state: "drifting" } });
  expect(measure?.profile?.traits.find(({ id }) => id === "city")?.base).toEqual([640, 360, 0, 0]);
  const sentence = expect.stringMatching(/^“city: (Lyon|Graz)” went from \d+% to \d+% \(PSI 0\.\d\d\)\.$/);
  expect(measure?.drift?.sentence).toEqual(sentence);
  expect(await marks()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ documentId, sourceId: documentId, sentence }),
      expect.objectContaining({
        documentId: personaId,
        sourceId: documentId,
        sentence: expect.stringMatching(/^In Plus: “city/),
      }),
    ]),
  );
  const notices = () =>
    inScope(database.app, who, "workspace.read", (scope) => listOwnNotices(scope, { limit: 30 } as never));
  expect((await notices()).items.map(({ kind }) => kind)).toEqual(["segment.drifted", "segment.drifted"]);
  // The job may come twice.
  await measureSnapshot(work, next);
  expect((await notices()).items).toHaveLength(2);
  // The data come back.
  await measureSnapshot(work, await data({ datasetId, number: 3, customers: [...people(600, 0.31, 51), ...others] }));
  expect(await marks()).toEqual([]);
  // They drift again, and a newer version is what they are now.
  await measureSnapshot(work, await data({ datasetId, number: 4, customers: [...people(600, 0.7, 51), ...others] }));
  expect(await marks()).toHaveLength(2);
  await editing((scope) =>
    editDraft(scope, segmentKind, {
      ...{ workspaceId, documentId, batchId: crypto.randomUUID() },
      edits: [{ op: "set", path: ["summary"], value: "As they are now" }],
    }),
  );
  await publish(documentId);
  expect(await marks()).toEqual([]);
  await measureSegment(work, { documentId, snapshotId: null });
  const points = await reading((scope) => readPoints(scope, documentId));
  expect(points.map(({ version, snapshot, isBaseline }) => [snapshot.number, version, isBaseline])).toEqual([
    [1, 1, true],
    [2, 1, false],
    [3, 1, false],
    [4, 1, false],
    [4, 2, true],
  ]);
  expect(members.editor).toBe(who.userId);
});

test("a published persona that says something else than the data is contradicted until they say the same", async () => {
  const { workspaceId, work, data, editing, publish, reading } = await furnish();
  const { datasetId } = await data({ customers: [...people(600, 0.05), ...others] });
  const documentId = await editing((scope) =>
    addSegment(scope, { title: "Plus", datasetId, rows: [ruleRow(isAnyOf("plan", "plus"))] }),
  );
  await publish(documentId);
  const personaId = await editing(async (scope) => {
    const content = personaKind.schema.parse({
      ...{ ...personaKind.empty("Maya"), archetype: "Rebuilds", location: "Lyon" },
      segments: [{ id: documentId, title: "Plus", share: null, order: null }],
    });
    const id = await addDocument(scope, personaKind, content, { verb: "created" });
    const input = { workspaceId, documentId: id, revision: 0, note: "First" };
    await publishVersion(scope.also("document.publish"), personaKind, input);
    return id;
  });
  const marks = () =>
    reading(async (scope) =>
      (await readDocument(scope, personaKind, personaId)).document.marks.map((one) => one.sentence),
    );
  const told = async () => {
    const jobs = await database.owner.sql<{ count: number }[]>`
      select count(*)::int from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = ${membersMeasured.name} and j.payload ->> 'documentId' = ${documentId}`;
    await reading((scope) => markContradicted(scope, documentId));
    return jobs[0]?.count;
  };
  await measureSegment(work, { documentId, snapshotId: null });
  expect(await told()).toBe(1);
  expect(await marks()).toEqual([
    expect.stringMatching(
      /^Lives in is “Lyon”, but the data say 5% of them, most often Graz \(95%\) \(Plus v1, .*\)\.$/,
    ),
  ]);
  await measureSnapshot(work, await data({ datasetId, number: 2, customers: [...people(600, 0.5), ...others] }));
  expect(await told()).toBe(2);
  expect((await marks()).filter((sentence) => sentence.startsWith("Lives in"))).toEqual([]);
});

test("a trait that is gone makes a measure invalid and says so; what was measured before stays, and so do the others", async () => {
  const { work, data, editing, publish, reading } = await furnish();
  const { datasetId } = await data({ customers: people(10, 0.5) });
  const make = (title: string, node: RuleNode) =>
    editing((scope) => addSegment(scope, { title, datasetId, rows: [ruleRow(node)] }));
  const plan = await make("Plan", isAnyOf("plan", "plus"));
  const inCity = await make("City", isAnyOf("city", "Lyon"));
  for (const id of [plan, inCity]) {
    await publish(id);
    await measureSegment(work, { documentId: id, snapshotId: null });
  }
  const next = await data({
    ...{ datasetId, number: 2, traits: { city: "text", plan: "number" } },
    customers: [{ id: "c1", city: "Lyon", plan: 3 }],
  });
  await measureSnapshot(work, next);
  const points = await reading((scope) => readPoints(scope, plan));
  expect(points.map(({ state, count, problem }) => ({ state, count, problem }))).toEqual([
    { state: "measured", count: 10, problem: null },
    { state: "invalid", count: null, problem: expect.stringContaining("another type of trait") },
  ]);
  expect(await reading((scope) => readNewest(scope, [plan, inCity]))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ documentId: plan, count: 10 }),
      expect.objectContaining({ documentId: inCity, count: 1, left: 4, entered: 0 }),
    ]),
  );
});

test("segments that rest on others are measured after them, and a failure stops nobody else", async () => {
  const { work, data, editing, publish, reading, workspaceId } = await furnish();
  const { datasetId } = await data({ customers: people(10, 0.5) });
  const inner = await editing((scope) =>
    addSegment(scope, { title: "Lyon", datasetId, rows: [ruleRow(isAnyOf("city", "Lyon"))] }),
  );
  await publish(inner);
  const outer = await editing((scope) =>
    addSegment(scope, {
      ...{ title: "Not Lyon", datasetId },
      rows: [ruleRow({ k: "segment", id: inner, label: "Lyon", version: "newest", op: "not-in" })],
    }),
  );
  await publish(outer);
  const next = await data({ datasetId, number: 2, customers: people(20, 0.5) });
  await measureSnapshot(work, next);
  expect(await reading((scope) => readNewest(scope, [outer]))).toMatchObject([{ count: 10 }]);
  // The file is broken: it fails, keeps what it knew, says so, and the job comes back.
  const broken = await data({ datasetId, number: 3, customers: people(4, 0.5) });
  const key = snapshotKey({ workspaceId, id: broken.snapshotId, revision: 1 });
  const { writeFile } = await import("node:fs/promises");
  await writeFile(await appFiles().local(`${key}customers.parquet`), "no parquet");
  await expect(measureSnapshot(work, broken)).rejects.toThrow();
  const points = await reading((scope) => readPoints(scope, inner));
  expect(points.at(-1)).toMatchObject({
    state: "failed",
    count: null,
    problem: expect.stringContaining("tried again"),
  });
  expect(await reading((scope) => readNewest(scope, [inner, outer]))).toMatchObject([
    { state: "measured" },
    { state: "measured" },
  ]);
  // Data that were deleted meanwhile are no failure.
  await database.owner.db.update(snapshots).set({ removedAt: new Date() }).where(eq(snapshots.id, broken.snapshotId));
  await measureSnapshot(work, broken);
});
