// What the first page tells each person, on a real database.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { askApproval } from "@/features/documents/approvals/use-cases/ask-approval";
import { nameVerifiers } from "@/features/documents/approvals/use-cases/name-verifiers";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { addDays, dayOf } from "@/features/documents/verification/due-day-rules";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { personaKind } from "@/features/personas/persona-kind";
import { decideReview } from "@/features/reviews/deciding/use-cases/decide-review";
import { planSession } from "@/features/reviews/planning/use-cases/plan-session";
import { workspaces } from "@/server/db/schema/workspace";
import type { Permission, Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { sharePercent, todaySentences } from "./today-rules";
import { readOverview } from "./use-cases/read-overview";
import { readToday } from "./use-cases/read-today";

const DAY = 24 * 60 * 60 * 1000;
const now = new Date();
const today = dayOf(now, "UTC");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function newPlace() {
  const roles = ["viewer", "reviewer", "editor", "admin"] as const satisfies readonly Role[];
  const { workspaceId, people } = await addWorkspace(database.owner, roles);
  type Who = (typeof roles)[number];
  const as = <P extends Permission, T>(who: Who, permission: P, work: Parameters<typeof inScope<P, T>>[3]) =>
    inScope(database.app, { workspaceId, userId: people[who] }, permission, work);
  /** A persona of the editor's, published so many days ago: a guess, which keeps for thirty days. */
  const publish = (title: string, daysAgo: number) =>
    as("editor", "draft.edit", async (scope) => {
      const { documentId } = await createDocument(scope, personaKind, { title });
      const edits = [{ op: "set" as const, path: ["archetype"], value: "Somebody" }];
      const { revision } = await editDraft(scope, personaKind, {
        ...{ workspaceId, documentId, batchId: crypto.randomUUID(), edits },
      });
      const input = { workspaceId, documentId, revision, note: "First" };
      const at = { now: new Date(now.getTime() - daysAgo * DAY) };
      await publishVersion(scope.also("document.publish"), personaKind, input, at);
      return documentId;
    });
  const verify = (documentId: string, ...verifiers: Who[]) =>
    as("editor", "draft.edit", (scope) =>
      nameVerifiers(scope, personaKind, { workspaceId, documentId, userIds: verifiers.map((who) => people[who]) }),
    );
  const read = (who: Who) => as(who, "document.read", (scope) => readToday(scope, now));
  return { workspaceId, people, as, publish, verify, read };
}

const titles = (rows: readonly object[]) =>
  rows.map((row) => ("document" in row ? (row.document as { title: string }).title : "title" in row && row.title));

describe("what waits for a person", () => {
  it("is what they verify and is due, the owner's where nobody is named, the longest overdue first", async () => {
    const { publish, verify, read } = await newPlace();
    await publish("Fresh", 2);
    await publish("Due", 20);
    await publish("Overdue", 40);
    await verify(await publish("The reviewer's", 60), "reviewer");
    const mine = await read("editor");
    expect(titles(mine.duties)).toEqual(["Overdue", "Due"]);
    expect(mine.dutyCount).toBe(2);
    expect(mine.personas).toEqual({ all: 4, fresh: 1 });
    // What is to come isn't due yet.
    expect(mine.comingUp).toMatchObject([{ type: "due", document: { title: "Fresh" }, on: addDays(today, 28) }]);
    expect(titles((await read("reviewer")).duties)).toEqual(["The reviewer's"]);
    expect((await read("viewer")).duties).toEqual([]);
    expect((await read("admin")).duties).toEqual([]);
  });

  it("are approvals that they may give, until they have decided or the draft has moved on", async () => {
    const { workspaceId, publish, as, read } = await newPlace();
    const documentId = await publish("Maya", 1);
    await database.owner.db.update(workspaces).set({ approvalsNeeded: 1 }).where(eq(workspaces.id, workspaceId));
    const change = (value: string) =>
      as("editor", "draft.edit", (scope) =>
        editDraft(scope, personaKind, {
          ...{ workspaceId, documentId, batchId: crypto.randomUUID() },
          edits: [{ op: "set", path: ["archetype"], value }],
        }),
      );
    const { revision } = await change("Somebody else");
    await as("editor", "draft.edit", (scope) =>
      askApproval(scope, personaKind, { workspaceId, documentId, revision, note: "Please look" }),
    );
    expect((await read("reviewer")).duties).toMatchObject([
      { type: "approval", document: { title: "Maya", currentVersion: 1 }, askedBy: { name: "editor" } },
    ]);
    expect((await read("editor")).duties).toEqual([]);
    expect((await read("viewer")).duties).toEqual([]);
    await change("Another one");
    expect((await read("reviewer")).duties).toEqual([]);
  });

  it("are their tasks of this week, while later ones lie ahead, and sessions they are asked to", async () => {
    const { workspaceId, people, publish, as, read } = await newPlace();
    const documentId = await publish("Maya", 1);
    const task = (text: string, days: number) => ({ text, assigneeId: people.viewer, dueOn: addDays(today, days) });
    await as("editor", "review.decide", (scope) =>
      decideReview(scope, documentKinds, {
        ...{ workspaceId, documentId, result: "changes-asked", note: "Not yet", revision: 2, version: 1 },
        tasks: [task("Ask three people", 3), task("Count again", 40)],
      }),
    );
    await as("editor", "review.plan", (scope) =>
      planSession(scope, {
        ...{ title: "Autumn review", purpose: "", timeZone: "UTC", facilitatorId: people.editor },
        when: { mode: "live", starts: `${addDays(today, 5)}T10:00`, minutes: 30 },
        items: [{ documentId, minutes: null }],
        participantIds: [people.viewer],
      }),
    );
    const theirs = await read("viewer");
    expect(theirs.duties).toMatchObject([{ type: "task", text: "Ask three people", isOverdue: false }]);
    expect(theirs.comingUp).toMatchObject([
      { type: "session", title: "Autumn review", items: 1, people: ["editor", "viewer"] },
      { type: "task", text: "Count again", on: addDays(today, 40) },
    ]);
    expect((await read("reviewer")).comingUp).toEqual([]);
  });
});

test("leads see how much holds, whose is overdue and what nobody has looked at for long", async () => {
  const { publish, as } = await newPlace();
  await publish("Fresh", 2);
  await publish("Overdue", 40);
  await publish("Long overdue", 90);
  const overview = await as("editor", "cadence.set", (scope) => readOverview(scope, now));
  expect(overview).toMatchObject({ published: 3, verified: 1, overdue: 2, drifting: [] });
  expect(overview.overdueByOwner).toMatchObject([{ owner: { name: "editor" }, count: 2 }]);
  expect(titles(overview.oldest)).toEqual(["Long overdue", "Overdue", "Fresh"]);
});

test.each([
  [0, { all: 0, fresh: 0 }, "Nothing needs you."],
  [1, { all: 1, fresh: 1 }, "One thing needs you. The one persona is fresh."],
  [3, { all: 9, fresh: 7 }, "Three things need you. Seven of nine personas are fresh."],
  [14, { all: 12, fresh: 1 }, "14 things need you. One of twelve personas is fresh."],
  [2, { all: 4, fresh: 0 }, "Two things need you. No personas are fresh."],
])("%i duties and %j read as %j", (count, personas, words) => {
  expect(todaySentences(count, personas)).toBe(words);
});

test("a share is never rounded up to everything nor down to nothing", () => {
  expect([
    sharePercent(0, 0),
    sharePercent(0, 9),
    sharePercent(1, 1000),
    sharePercent(999, 1000),
    sharePercent(9, 9),
  ]).toEqual([0, 0, 1, 99, 100]);
});
