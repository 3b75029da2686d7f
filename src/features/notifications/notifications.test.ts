// Everybody's notices are their own, on a real database.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import type { NoticeShelf } from "./inbox-rules";
import { finishNotices, markNoticesUnread, snoozeNotice, wakeNotices } from "./use-cases/change-notices";
import { notify } from "./use-cases/notify";
import { countUnreadNotices, listOwnNotices, markNoticesRead } from "./use-cases/read-notifications";

let database: TestDatabase;
let workspaceId: string;
let people: Record<"editor" | "reviewer" | "viewer", string>;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The editor has told the reviewer and the viewer of two threads. */
beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["editor", "reviewer", "viewer"]));
  const userIds = [people.reviewer, people.viewer, people.editor, people.reviewer];
  for (const threadId of ["first", "second"]) {
    await as("editor", (scope) => notify(scope, { kind: "comment.replied", userIds, subject: { threadId } }));
  }
});

function as<T>(role: keyof typeof people, work: Parameters<typeof inScope<"workspace.read", T>>[3]): Promise<T> {
  return inScope(database.app, { workspaceId, userId: people[role] }, "workspace.read", work);
}
const list = (role: keyof typeof people, more: { show?: NoticeShelf; limit?: number; cursor?: string } = {}) =>
  as(role, (scope) => listOwnNotices(scope, { show: "all", limit: 30, ...more }));
const unread = async (role: keyof typeof people) => (await as(role, (scope) => countUnreadNotices(scope))).count;

it("are told to each person once, and not to who acts", async () => {
  expect(await Promise.all([unread("editor"), unread("reviewer"), unread("viewer")])).toEqual([0, 2, 2]);
  expect((await list("viewer")).items.map(({ subject, actor }) => [subject.threadId, actor?.name])).toEqual([
    ["second", "editor"],
    ["first", "editor"],
  ]);
});

it("can be read by nobody else, whoever knows their ids", async () => {
  const theirs = (await list("viewer")).items.map(({ id }) => id);
  expect(await as("reviewer", (scope) => markNoticesRead(scope, { ids: theirs }))).toEqual({ marked: 0 });
  expect(await unread("viewer")).toBe(2);
});

it("are marked one by one, by thread, or all at once", async () => {
  const [newest] = (await list("viewer")).items;
  expect(await as("viewer", (scope) => markNoticesRead(scope, { ids: newest ? [newest.id] : [] }))).toEqual({
    marked: 1,
  });
  expect((await list("viewer", { show: "unread" })).items.map(({ subject }) => subject.threadId)).toEqual(["first"]);
  expect(await as("viewer", (scope) => markNoticesRead(scope, { threadId: "first" }))).toEqual({ marked: 1 });
  expect(await as("reviewer", (scope) => markNoticesRead(scope))).toEqual({ marked: 2 });
  expect((await list("reviewer")).items.every(({ isRead }) => isRead)).toBe(true);
});

it("come page by page", async () => {
  const first = await list("viewer", { limit: 1 });
  const second = await list("viewer", { limit: 1, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items].map(({ subject }) => subject.threadId)).toEqual(["second", "first"]);
  expect(second.nextCursor).toBeNull();
  await expect(list("viewer", { cursor: "' or 1=1" })).rejects.toMatchObject({ code: "INVALID" });
});

it("tell nobody of the same fact twice, and what the clock did to who happens to act as well", async () => {
  const userIds = [people.editor, people.viewer];
  const subject = { documentId: crypto.randomUUID(), documentKind: "persona", title: "Maya", dueOn: "2026-11-30" };
  for (const more of [{}, { userIds: [people.editor, people.viewer, people.reviewer] }]) {
    await as("editor", (scope) =>
      notify(scope, {
        kind: "review.due",
        userIds,
        subject,
        fact: "review-due:maya:2026-11-30",
        isFromClock: true,
        ...more,
      }),
    );
  }
  expect(await Promise.all([unread("editor"), unread("viewer"), unread("reviewer")])).toEqual([1, 3, 3]);
  expect((await list("editor")).items).toMatchObject([{ kind: "review.due", actor: null, subject }]);
});

it("are done and not, read and unread, each of one's own", async () => {
  const [newest, oldest] = (await list("viewer")).items;
  const ids = [newest?.id ?? ""];
  const shelves = async () =>
    Promise.all(
      (["unread", "read", "all", "snoozed", "done"] as const).map(
        async (show) => (await list("viewer", { show })).items.length,
      ),
    );
  await as("reviewer", (scope) => finishNotices(scope, ids, true));
  expect(await shelves()).toEqual([2, 0, 2, 0, 0]);
  await as("viewer", (scope) => finishNotices(scope, ids, true));
  expect(await shelves()).toEqual([1, 0, 1, 0, 1]);
  expect(await unread("viewer")).toBe(1);
  await as("viewer", (scope) => finishNotices(scope, ids, false));
  expect(await shelves()).toEqual([1, 1, 2, 0, 0]);
  await as("viewer", (scope) => markNoticesUnread(scope, [...ids, oldest?.id ?? ""]));
  expect(await shelves()).toEqual([2, 0, 2, 0, 0]);
});

it("sleep until a day, with a reason, and at most twice", async () => {
  const [{ id: notice } = { id: "" }] = (await list("viewer")).items;
  const now = new Date("2026-11-22T10:00:00Z");
  const snooze = (until: string, more = {}) =>
    as("viewer", (scope) => snoozeNotice(scope, { notice, until, reason: "On holiday", ...more }, now));
  const seen = (at: string, show: NoticeShelf) =>
    as("viewer", async (scope) =>
      (await listOwnNotices(scope, { show, limit: 30 }, new Date(at))).items.map(({ id }) => id),
    );
  await expect(snooze("2026-11-22T09:59:59Z")).rejects.toMatchObject({ code: "INVALID" });
  await expect(snooze("2028-01-01T00:00:00Z")).rejects.toMatchObject({ code: "INVALID" });
  await as("reviewer", (scope) => snoozeNotice(scope, { notice, until: "2026-11-23T07:00:00Z", reason: "x" }, now));
  expect(await seen("2026-11-22T10:00:00Z", "all")).toContain(notice);
  await as("viewer", (scope) => markNoticesRead(scope, { ids: [notice] }));
  await snooze("2026-11-23T07:00:00Z");
  expect(await seen("2026-11-23T06:59:59Z", "all")).not.toContain(notice);
  expect(await seen("2026-11-23T06:59:59Z", "snoozed")).toEqual([notice]);
  expect(await seen("2026-11-23T07:00:00Z", "unread")).toContain(notice);
  await as("viewer", (scope) => wakeNotices(scope, [notice]));
  expect(await seen("2026-11-22T10:00:00Z", "unread")).toContain(notice);
  await snooze("2026-11-30T07:00:00Z");
  await expect(snooze("2026-12-07T07:00:00Z")).rejects.toMatchObject({
    code: "BLOCKED",
    message: expect.stringContaining("twice"),
  });
});
