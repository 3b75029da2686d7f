// What is due reaches whom it is meant for, on a real database with a clock that is set by hand.
import { afterAll, beforeAll, expect, it } from "vitest";
import { effectiveCadence } from "@/features/documents/verification/cadence-rules";
import { dueMoments, noticeStages } from "@/features/documents/verification/due-day-rules";
import { listOwnNotices } from "@/features/notifications/use-cases/read-notifications";
import { documents, drafts } from "@/server/db/schema/document";
import { freshness } from "@/server/db/schema/verification";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { tellWhatIsDue } from "./use-cases/tell-what-is-due";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const BUILT_IN = effectiveCadence({ document: null, kind: null, workspace: null, pause: null }, null);

async function addDue(workspaceId: string, ownerId: string, title: string, dueOn: string): Promise<string> {
  const { db } = database.owner;
  const documentId = crypto.randomUUID();
  await db.insert(documents).values({ id: documentId, workspaceId, kind: "persona", ownerId });
  await db.insert(drafts).values({ workspaceId, documentId, content: { title }, contentHash: "", changedBy: ownerId });
  await db.insert(freshness).values({
    workspaceId,
    documentId,
    verifiedAt: new Date(0),
    verifiedBy: ownerId,
    verifiedVersion: 1,
    dueOn,
    ...dueMoments(dueOn, BUILT_IN, "UTC"),
    nextNoticeAt: noticeStages(dueOn, BUILT_IN, "UTC")[0]?.at ?? null,
  });
  return documentId;
}

it("the owner is told in time of what nobody else verifies", async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  await addDue(workspaceId, people.editor, "Maya", "2026-11-30");
  const told = () =>
    inScope(
      database.app,
      { workspaceId, userId: people.editor },
      "workspace.read",
      async (scope) => (await listOwnNotices(scope, { show: "all", limit: 30 })).items,
    );
  await tellWhatIsDue(database.app.db, { now: new Date("2026-11-15T23:59:59Z") });
  expect(await told()).toEqual([]);
  await tellWhatIsDue(database.app.db, { now: new Date("2026-11-16T00:00:00Z") });
  await tellWhatIsDue(database.app.db, { now: new Date("2026-11-16T00:05:00Z") });
  expect(await told()).toMatchObject([
    { kind: "review.due", actor: null, subject: { title: "Maya", dueOn: "2026-11-30" } },
  ]);
});
