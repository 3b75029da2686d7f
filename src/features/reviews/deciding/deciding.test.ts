// How the review of a document ends, alone or in a session, on a real database.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { nameVerifiers } from "@/features/documents/approvals/use-cases/name-verifiers";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { readDocument, readDraft } from "@/features/documents/use-cases/read-document";
import { retireDocument } from "@/features/documents/use-cases/retire-document";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { personaKind } from "@/features/personas/persona-kind";
import { documentMarks } from "@/server/db/schema/dataset";
import { activities } from "@/server/db/schema/discussion";
import { reviewTasks } from "@/server/db/schema/review";
import { freshness, verifications } from "@/server/db/schema/verification";
import { notifications } from "@/server/db/schema/workspace";
import type { Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { type ChangeTaskInput, changeTaskInput } from "../tasks/task-contract";
import { changeTask } from "../tasks/use-cases/change-task";
import { listOpenTasks, listOwnTasks } from "../tasks/use-cases/list-tasks";
import { type DecideReviewInput, decideInput } from "./decide-contract";
import { decideAlone } from "./use-cases/decide-alone";
import { decideReview } from "./use-cases/decide-review";
import { readPacket } from "./use-cases/read-packet";

type Person = "admin" | "editor" | "reviewer" | "viewer";

let database: TestDatabase;
let workspaceId: string;
let people: Record<Person, string>;
let documentId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const as = (role: Role) => ({ workspaceId, userId: people[role as Person] });

beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["admin", "editor", "reviewer", "viewer"]));
  documentId = await inScope(database.app, as("editor"), "draft.edit", async (scope) => {
    const made = await createDocument(scope, personaKind, { title: "Maya Okafor" });
    return made.documentId;
  });
  await write("archetype", "The hurried rebuilder");
});

function write(field: string, value: string) {
  return inScope(database.app, as("editor"), "draft.edit", (scope) => {
    const edits = [{ op: "set" as const, path: [field], value }];
    return editDraft(scope, personaKind, { workspaceId, documentId, batchId: crypto.randomUUID(), edits });
  });
}

function publish() {
  return inScope(database.app, as("editor"), "document.publish", async (scope) => {
    const { revision } = await readDraft(scope.also("draft.read"), personaKind, documentId);
    const input = { workspaceId, documentId, revision, note: "First", reason: "wording" as const };
    return publishVersion(scope, personaKind, input);
  });
}

function nameReviewer() {
  return inScope(database.app, as("editor"), "draft.edit", (scope) =>
    nameVerifiers(scope, personaKind, { workspaceId, documentId, userIds: [people.reviewer] }),
  );
}

/** As a person with the page open would: with what it shows, unless said otherwise. */
async function decide(
  who: Person,
  result: DecideReviewInput["result"],
  said: Partial<DecideReviewInput> = {},
  now = new Date(),
) {
  const { revision, version, last } = await seen();
  const input = { result, note: "", tasks: [], revision, version, lastReview: last, reason: "correction", ...said };
  const checked = decideInput.parse({ workspaceId, documentId, ...input });
  return inScope(database.app, as(who), "review.decide", (scope) =>
    decideReview(scope, documentKinds, checked, { now }),
  );
}

async function seen() {
  const { revision, document } = await inScope(database.app, as("editor"), "draft.read", async (scope) => ({
    ...(await readDraft(scope, personaKind, documentId)),
    ...(await readDocument(scope.also("document.read"), personaKind, documentId)),
  }));
  const rows = await history();
  return { revision, document, version: document.currentVersion, last: rows.at(-1)?.id ?? null };
}

async function history() {
  const rows = await database.owner.db.select().from(verifications).orderBy(verifications.id);
  return rows.filter((row) => row.documentId === documentId);
}

async function told(kind: string) {
  const rows = await database.owner.db.select().from(notifications);
  return rows.filter((row) => row.workspaceId === workspaceId && row.kind === kind);
}

describe("still true", () => {
  it("confirms the current version until the day that follows, takes its marks off, and is a row of history", async () => {
    await publish();
    const mark = { workspaceId, documentId, mark: "drifting" as const, sentence: "It moved.", sourceId: documentId };
    await database.owner.db.insert(documentMarks).values(mark);
    const decided = await decide("admin", "still-true", { note: "Looked at it" }, new Date("2026-11-22T12:00:00Z"));
    // A persona that nobody has looked into is a guess, and guesses keep for thirty days.
    expect(decided).toEqual({ dueOn: "2026-12-22", number: 1, isDraftAhead: false });
    const { document } = await seen();
    expect(document.freshness).toMatchObject({
      verifiedVersion: 1,
      verifiedBy: { id: people.admin },
      dueOn: "2026-12-22",
    });
    expect(document.marks).toEqual([]);
    expect((await history()).at(-1)).toMatchObject({
      ...{ result: "still-true", version: 1, note: "Looked at it", verifiedBy: people.admin, sessionId: null },
    });
    expect(await told("review.decided")).toMatchObject([{ userId: people.editor, subject: { result: "still-true" } }]);
    const rows = await database.owner.db.select().from(activities);
    expect(rows.filter((row) => row.documentId === documentId && row.verb === "verified")).toHaveLength(1);
  });

  it("says so when the draft is ahead of what it confirms", async () => {
    await publish();
    await write("summary", "Something newer");
    expect(await decide("editor", "still-true")).toMatchObject({ number: 1, isDraftAhead: true });
  });

  it("is refused for what was never published, and for what is retired", async () => {
    await expect(decide("editor", "still-true")).rejects.toMatchObject({ code: "BLOCKED", message: /never published/ });
    await publish();
    await inScope(database.app, as("editor"), "document.retire", (scope) =>
      retireDocument(scope, personaKind, { documentId, reason: "" }),
    );
    await expect(decide("editor", "still-true")).rejects.toMatchObject({ code: "BLOCKED", message: /retired/ });
    expect(await history()).toHaveLength(1);
  });

  it("of two tabs or two people one wins, and the other is told who it was", async () => {
    await publish();
    const { last } = await seen();
    const both = await Promise.allSettled([
      decide("editor", "still-true", { lastReview: last }),
      decide("admin", "still-true", { lastReview: last }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await history()).toHaveLength(2);
    await expect(decide("admin", "still-true", { lastReview: last })).rejects.toMatchObject({
      ...{ code: "CONFLICT", message: /decided on it since.*still true/ },
    });
  });

  it("is refused when another version is current than the one that was seen", async () => {
    await publish();
    await write("summary", "Second");
    await publish();
    await expect(decide("editor", "still-true", { version: 1 })).rejects.toMatchObject({
      ...{ code: "CONFLICT", message: /v2 is the current one now/, details: { currentVersion: 2 } },
    });
  });
});

describe("who decides", () => {
  it("is an editor, or a reviewer who is named; never a viewer", async () => {
    await publish();
    await expect(decide("viewer", "still-true")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(decide("reviewer", "still-true")).rejects.toMatchObject({
      code: "BLOCKED",
      message: /Only its verifiers/,
    });
    await nameReviewer();
    await expect(decide("viewer", "still-true")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await decide("reviewer", "still-true");
    await decide("reviewer", "changes-asked", { note: "The goals are old" });
    await write("summary", "Newer");
    await expect(decide("reviewer", "published", { note: "New" })).rejects.toMatchObject({
      message: /takes an editor/,
    });
    await expect(decide("reviewer", "retired", { note: "Gone" })).rejects.toMatchObject({ message: /takes an editor/ });
    expect((await history()).map(({ result }) => result)).toEqual(["published", "still-true", "changes-asked"]);
  });

  it("is nobody of another workspace", async () => {
    await publish();
    const { revision } = await seen();
    const other = await addWorkspace(database.owner, ["editor"]);
    const input = decideInput.parse({
      ...{
        workspaceId: other.workspaceId,
        documentId,
        result: "still-true",
        note: "",
        tasks: [],
        revision,
        version: 1,
      },
    });
    const who = { workspaceId: other.workspaceId, userId: other.people.editor };
    const act = inScope(database.app, who, "review.decide", (scope) => decideReview(scope, documentKinds, input));
    await expect(act).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("publishing", () => {
  it("makes the next version, verified once and by the same decision", async () => {
    await publish();
    await write("summary", "Second");
    const now = new Date("2026-11-22T12:00:00Z");
    const decided = await decide("editor", "published", { note: "Two more interviews" }, now);
    expect(decided).toEqual({ dueOn: "2026-12-22", number: 2, isDraftAhead: false });
    expect((await history()).map(({ result, version }) => [result, version])).toEqual([
      ["published", 1],
      ["published", 2],
    ]);
  });

  it("is refused for a draft that moved on, for one without changes, and without a word", async () => {
    await publish();
    const { revision } = await seen();
    await expect(decide("editor", "published", { note: "x" })).rejects.toMatchObject({
      message: /Nothing has changed/,
    });
    await write("summary", "Second");
    await expect(decide("editor", "published", { note: "x", revision })).rejects.toMatchObject({
      ...{ code: "CONFLICT", message: /draft has changed/ },
    });
    await expect(decide("editor", "published")).rejects.toMatchObject({ code: "INVALID", message: /what is new/ });
    expect(await history()).toHaveLength(1);
  });
});

describe("asking for changes", () => {
  it("needs a word or a task; tasks are given and told, and the document stands as it stood", async () => {
    await publish();
    const before = (await seen()).document.freshness;
    await expect(decide("editor", "changes-asked")).rejects.toMatchObject({ code: "INVALID" });
    const task = { text: "Ask five customers", assigneeId: people.reviewer, dueOn: "2026-12-01" };
    await decide("editor", "changes-asked", { tasks: [task] }, new Date("2026-11-22T12:00:00Z"));
    const rows = await database.owner.db.select().from(reviewTasks);
    expect(rows.filter((row) => row.documentId === documentId)).toMatchObject([{ ...task, createdBy: people.editor }]);
    expect(await told("task.given")).toMatchObject([{ userId: people.reviewer, subject: { text: task.text } }]);
    expect((await seen()).document.freshness).toEqual(before);
  });

  it("gives no task to strangers, for days that are over or that no calendar has, and then decides nothing", async () => {
    await publish();
    const stranger = await addPerson(database.owner, "Stranger");
    const now = new Date("2026-11-22T12:00:00Z");
    const task = { text: "Ask five customers", assigneeId: people.reviewer, dueOn: "2026-12-01" };
    const refused = (one: Partial<typeof task>) =>
      decide("editor", "changes-asked", { tasks: [{ ...task, ...one }] }, now);
    await expect(refused({ assigneeId: stranger })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(refused({ dueOn: "2026-11-21" })).rejects.toMatchObject({
      ...{ code: "INVALID", message: /over/, details: { path: "tasks.0.dueOn" } },
    });
    await expect(refused({ dueOn: "2036-11-21" })).rejects.toMatchObject({ message: /within 2 years/ });
    await expect(refused({ dueOn: "2027-02-31" })).rejects.toThrow(/no day of the calendar/);
    await expect(refused({ dueOn: "2027-02-29" })).rejects.toThrow(/no day of the calendar/);
    expect(await history()).toHaveLength(1);
  });
});

it("retiring needs a reason, takes no tasks, and keeps both in the history", async () => {
  await publish();
  await expect(decide("editor", "retired")).rejects.toMatchObject({ code: "INVALID", message: /why it is retired/ });
  const tasks = [{ text: "Look again", assigneeId: people.editor, dueOn: "2099-01-01" }];
  await expect(decide("editor", "retired", { note: "Gone", tasks })).rejects.toMatchObject({ code: "INVALID" });
  await decide("editor", "retired", { note: "Nobody like her is left" });
  expect((await seen()).document).toMatchObject({ state: "retired", retired: { reason: "Nobody like her is left" } });
  expect((await history()).at(-1)).toMatchObject({ result: "retired", version: 1, note: "Nobody like her is left" });
  await expect(decide("editor", "retired", { note: "Again" })).rejects.toMatchObject({ code: "BLOCKED" });
});

describe("a task", () => {
  async function given() {
    await publish();
    const task = { text: "Ask five customers", assigneeId: people.viewer, dueOn: "2026-12-01" };
    await decide("editor", "changes-asked", { tasks: [task] }, new Date("2026-11-22T12:00:00Z"));
    const [one] = await inScope(database.app, as("viewer"), "document.read", listOwnTasks);
    if (!one) throw new Error("No task was given.");
    return one.id;
  }
  const now = new Date("2026-11-22T12:00:00Z");
  const change = (who: Person, input: Omit<ChangeTaskInput, "workspaceId">) =>
    inScope(database.app, as(who), "document.read", (scope) => changeTask(scope, { workspaceId, ...input }, { now }));

  it("is done, taken up again and moved by who does it and by editors alone", async () => {
    const taskId = await given();
    expect(await change("viewer", { taskId, isDone: true })).toMatchObject({ doneAt: expect.any(String) });
    expect(await inScope(database.app, as("viewer"), "document.read", listOwnTasks)).toEqual([]);
    expect(await change("editor", { taskId, isDone: false })).toMatchObject({ doneAt: null });
    expect(await change("viewer", { taskId, dueOn: "2026-12-24" })).toMatchObject({ dueOn: "2026-12-24" });
    await expect(change("reviewer", { taskId, isDone: true })).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(change("viewer", { taskId, dueOn: "2026-11-21" })).rejects.toMatchObject({ code: "INVALID" });
    expect(changeTaskInput.safeParse({ workspaceId, taskId, dueOn: "2027-02-31" }).success).toBe(false);
    await expect(change("viewer", { taskId: crypto.randomUUID(), isDone: true })).rejects.toMatchObject({
      ...{ code: "NOT_FOUND" },
    });
  });

  it("of somebody else is not told to who reads versions only, and goes with a retired document", async () => {
    await publish();
    const task = { text: "Ask five customers", assigneeId: people.reviewer, dueOn: "2026-12-01" };
    await decide("editor", "changes-asked", { tasks: [task] }, now);
    const openFor = (who: Person) =>
      inScope(database.app, as(who), "document.read", (scope) => listOpenTasks(scope, { documentId }));
    expect([await openFor("viewer"), await openFor("admin")]).toMatchObject([[], [{ text: task.text }]]);
    await decide("editor", "retired", { note: "Gone" });
    expect(await inScope(database.app, as("reviewer"), "document.read", listOwnTasks)).toEqual([]);
  });
});

describe("the packet", () => {
  const packet = (who: Person) =>
    inScope(database.app, as(who), "document.read", (scope) => readPacket(scope, documentKinds, { documentId }));

  it("holds what changed and what publishing lacks for reviewers, and for viewers what is published", async () => {
    await expect(packet("viewer")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await publish();
    await write("summary", "Something newer");
    await decide("editor", "changes-asked", { note: "Not yet" });
    const forReviewer = await packet("reviewer");
    expect(forReviewer.changes.map(({ place }) => place)).toEqual(["summary"]);
    expect(forReviewer.publishing).toMatchObject({ isChanged: true, approvals: { needed: 0 } });
    expect(forReviewer).toMatchObject({ isVerifier: false, version: { number: 1 }, evidence: { claims: 0 } });
    expect(forReviewer.reviews.map(({ result }) => result)).toEqual(["changes-asked", "published"]);
    expect(forReviewer.lastReview).toBe(forReviewer.reviews[0]?.id);
    const forViewer = await packet("viewer");
    expect(forViewer).toMatchObject({ changes: [], revision: null, publishing: null });
    expect(forViewer.reviews.map(({ result }) => result)).toEqual(["published"]);
    expect(JSON.stringify(forViewer)).not.toContain("Something newer");
  });

  it("foretells the day that a confirmation gives, and who verifies by name or by owning it", async () => {
    await publish();
    const { nextDueOn, isVerifier } = await packet("editor");
    expect(isVerifier).toBe(true);
    expect(await decide("editor", "still-true")).toMatchObject({ dueOn: nextDueOn });
    await nameReviewer();
    expect([(await packet("editor")).isVerifier, (await packet("reviewer")).isVerifier]).toEqual([false, true]);
  });

  it("leads from one document that waits to the next, the longest waiting first, and to nothing of others", async () => {
    await publish();
    const first = documentId;
    const made = await inScope(database.app, as("editor"), "draft.edit", (scope) =>
      createDocument(scope, personaKind, { title: "Ruth" }),
    );
    documentId = made.documentId;
    await write("archetype", "The careful one");
    await publish();
    const { revision, last } = await seen();
    const next = (who: Person) =>
      inScope(database.app, as(who), "review.decide", (scope) =>
        decideAlone(scope, documentKinds, {
          ...{
            workspaceId,
            documentId,
            result: "still-true",
            note: "",
            tasks: [],
            revision,
            version: 1,
            lastReview: last,
          },
        }),
      );
    await database.owner.db
      .update(freshness)
      .set({ dueFrom: new Date(Date.now() - 1000), overdueAt: new Date(Date.now() + 1000) })
      .where(eq(freshness.documentId, first));
    expect((await next("editor")).next).toEqual({ kind: "persona", documentId: first, title: "Maya Okafor" });
  });
});
