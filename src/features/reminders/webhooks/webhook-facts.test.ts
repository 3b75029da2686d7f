// What happens in the product, from the job that says so to the call that waits.
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import { documentsMarked } from "@/features/documents/marks/mark-jobs";
import { markDocuments } from "@/features/documents/marks/use-cases/mark-documents";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { recordVerification } from "@/features/documents/verification/use-cases/record-verification";
import { documentVerified } from "@/features/documents/verification/verification-jobs";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { personaKind } from "@/features/personas/persona-kind";
import { planSession } from "@/features/reviews/planning/use-cases/plan-session";
import { tasksGiven } from "@/features/reviews/tasks/task-jobs";
import { giveTasks } from "@/features/reviews/tasks/use-cases/give-tasks";
import type { Scope } from "@/server/access/open-scope";
import { deliveries, webhooks } from "@/server/db/schema/reminder";
import { reviewItems, reviewSessions } from "@/server/db/schema/review";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { tellWhatIsDue } from "../noticing/use-cases/tell-what-is-due";
import { tellClosed, tellMarkedDocuments, tellPlanned, tellTasks, tellVerified } from "./use-cases/tell-facts";
import { eventOf } from "./webhook-queries";

const DAY = 24 * 60 * 60 * 1000;
let database: TestDatabase;
let who: { readonly workspaceId: string; readonly userId: string };
let reviewerId: string;
let documentId: string;

const inEditor = <T>(work: (scope: Scope<"review.plan">) => Promise<T>) =>
  inScope(database.app, who, "review.plan", work);

beforeAll(async () => {
  database = await createTestDatabase();
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "reviewer"]);
  who = { workspaceId, userId: people.editor };
  reviewerId = people.reviewer;
  await database.owner.db.insert(webhooks).values({
    ...{ workspaceId, name: "Hook", format: "standard", url: "https://hooks.example.org/", kinds: [] },
    ...{ secret: new Uint8Array([1]), createdBy: people.editor },
  });
  documentId = await inEditor(async (scope) => {
    const made = await createDocument(scope.also("draft.edit"), personaKind, { title: "Maya" });
    const edits = [{ op: "set" as const, path: ["archetype"], value: "Buys for the whole family" }];
    const batch = { workspaceId, documentId: made.documentId, batchId: crypto.randomUUID(), edits };
    const { revision } = await editDraft(scope.also("draft.edit"), personaKind, batch);
    const publishing = { workspaceId, documentId: made.documentId, revision, note: "First" };
    await publishVersion(scope.also("document.publish"), personaKind, publishing);
    return made.documentId;
  });
});
afterAll(() => database.drop());

/** What the queue holds of a job, as its handler would be given it. */
async function payloads<P extends { parse(value: unknown): unknown }>(job: { name: string; payload: P }) {
  const rows = await database.owner.sql`
    select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${job.name} order by j.id`;
  return rows.map(({ payload }) => job.payload.parse(payload) as ReturnType<P["parse"]>);
}

/** What came since the last look. */
let seen = 0;
async function told() {
  const rows = await database.owner.db
    .select()
    .from(deliveries)
    .where(eq(deliveries.channel, "webhook"))
    .orderBy(asc(deliveries.createdAt), asc(deliveries.fact));
  const events = rows.slice(seen).map(eventOf);
  seen = rows.length;
  return events.map(({ type, sentence, path }) => ({ type, sentence, path }));
}
const app = () => database.app.db;
/** Everything is handled twice, as a queue may. */
async function twice(work: () => Promise<unknown>) {
  await work();
  await work();
}

test("publishing and confirming are told, each once", async () => {
  for (const one of await payloads(documentVerified)) await twice(() => tellVerified(app(), one));
  const path = `/personas/${documentId}`;
  expect(await told()).toEqual([
    {
      type: "version.published",
      path,
      sentence: expect.stringMatching(/^editor published version 1 of Maya. “First” Its/),
    },
  ]);
  const verified = { documentId, version: 1, content: personaKind.empty("Maya"), note: "" };
  await inEditor((scope) => recordVerification(scope, personaKind, { ...verified, result: "still-true" }));
  await inEditor((scope) =>
    recordVerification(scope, personaKind, { ...verified, result: "changes-asked", note: "Older data" }),
  );
  for (const one of await payloads(documentVerified)) await twice(() => tellVerified(app(), one));
  expect(await told()).toEqual([
    {
      type: "document.verified",
      path,
      sentence: expect.stringMatching(/^editor confirmed that Maya is still true. Its next review is due by \d+ \w{3}/),
    },
    { type: "document.verified", path, sentence: "editor asks for changes to Maya. “Older data”" },
  ]);
});

test("a mark is told once for as long as it is there", async () => {
  const mark = { mark: "event", sourceId: crypto.randomUUID(), sentence: "The price went up." } as const;
  await inEditor((scope) => markDocuments(scope, [documentId], mark));
  await inEditor((scope) => markDocuments(scope, [documentId], mark));
  const marked = await payloads(documentsMarked);
  expect(marked).toHaveLength(2);
  for (const one of marked) await tellMarkedDocuments(app(), one);
  expect(await told()).toEqual([
    { type: "document.marked", sentence: "Maya: The price went up.", path: `/personas/${documentId}/review` },
  ]);
});

test("a session is told when it is planned and when it is over, with what was decided; tasks when they are given", async () => {
  const { sessionId } = await inEditor((scope) =>
    planSession(scope, {
      title: "Quarterly <review>",
      purpose: "",
      when: { mode: "live", starts: "2999-11-30T10:00", minutes: 60 },
      timeZone: "Europe/Berlin",
      facilitatorId: who.userId,
      participantIds: [reviewerId],
      items: [{ documentId, minutes: 10 }],
    }),
  );
  await twice(() => tellPlanned(app(), { ...who, sessionId }));
  const path = `/reviews/${sessionId}`;
  expect(await told()).toEqual([
    {
      type: "session.planned",
      path,
      sentence: expect.stringContaining("“Quarterly <review>” of one document: Sat 30 Nov 2999"),
    },
  ]);
  const closed = { state: "closed" as const, closedAt: new Date() };
  await database.owner.db.update(reviewSessions).set(closed).where(eq(reviewSessions.id, sessionId));
  const decision = { result: "still-true" as const, version: 1, decisionNote: "Holds" };
  await database.owner.db.update(reviewItems).set(decision).where(eq(reviewItems.sessionId, sessionId));
  await twice(() => tellClosed(app(), { ...who, sessionId }));
  expect(await told()).toEqual([
    {
      type: "session.closed",
      path,
      sentence: "The review session “Quarterly <review>” is over.\n• Maya: Still true (v1)",
    },
  ]);
  await inEditor((scope) =>
    giveTasks(scope.also("review.decide"), {
      document: { id: documentId, kind: "persona", title: "Maya", timeZone: "UTC" },
      tasks: [
        {
          text: "Ask five buyers",
          assigneeId: who.userId,
          dueOn: new Date(Date.now() + DAY).toISOString().slice(0, 10),
        },
      ],
      sessionId: null,
      now: new Date(),
    }),
  );
  for (const one of await payloads(tasksGiven)) await twice(() => tellTasks(app(), one));
  expect(await told()).toEqual([
    {
      type: "task.given",
      path: `/personas/${documentId}`,
      sentence: expect.stringMatching(/^editor asks editor to do something about Maya by .+: Ask five buyers$/),
    },
  ]);
});

test("the clock tells once that a document is due, and once that it is overdue", async () => {
  const path = `/personas/${documentId}/review`;
  // Due in thirty days, first told fourteen before, and again three days before and on the day.
  const told16 = await tellAt(16);
  expect(told16).toEqual([
    { type: "document.due", path, sentence: expect.stringMatching(/^Maya is to be reviewed by /) },
  ]);
  expect([...(await tellAt(28)), ...(await tellAt(30))]).toEqual([]);
  expect(await tellAt(31)).toEqual([
    { type: "document.overdue", path, sentence: expect.stringMatching(/^Maya is overdue: it was to be reviewed by /) },
  ]);
  expect([...(await tellAt(45)), ...(await tellAt(61))]).toEqual([]);
});

async function tellAt(days: number) {
  await tellWhatIsDue(app(), { now: new Date(Date.now() + days * DAY) });
  return told();
}
