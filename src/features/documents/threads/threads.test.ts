// Who may say what where, and who hears of it, on a real database.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { listOwnNotices } from "@/features/notifications/use-cases/read-notifications";
import type { Scope } from "@/server/access/open-scope";
import type { Permission, Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { listActivity } from "../activity/use-cases/list-activities";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { createDocument } from "../use-cases/create-document";
import { readDraft } from "../use-cases/read-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { MAX_COMMENTS_IN_TEN_MINUTES, MAX_MENTIONS, mentionOf } from "./thread-rules";
import { deleteComment, editComment } from "./use-cases/change-comment";
import { countByPlace, listThreadsOf, markThreadSeen, readThread } from "./use-cases/read-threads";
import { replyToThread } from "./use-cases/reply-to-thread";
import { resolveThread } from "./use-cases/resolve-thread";
import { startThread } from "./use-cases/start-thread";

const KINDS = documentKinds;
const ROLES = ["viewer", "reviewer", "editor", "admin"] as const;

let database: TestDatabase;
let workspaceId: string;
let people: Record<(typeof ROLES)[number], string>;
let documentId: string;
let claim: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function as<P extends Permission, T>(role: Role, permission: P, work: (scope: Scope<P>) => Promise<T>): Promise<T> {
  const userId = people[role as keyof typeof people];
  return inScope(database.app, { userId, workspaceId }, permission, work);
}

/** A persona with one goal, published as version 1 with the archetype "Brews early", which the draft has changed. */
beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ROLES));
  claim = crypto.randomUUID();
  await as("editor", "draft.edit", async (scope) => {
    ({ documentId } = await createDocument(scope, personaKind, { title: "Maya Okafor" }));
    await write(scope, [
      { op: "set", path: ["archetype"], value: "Brews early" },
      {
        op: "insert",
        path: ["claims", "goals"],
        item: { id: claim, text: "Ten quiet minutes", provenance: "assumption", source: "" },
        before: null,
      },
    ]);
  });
  const { revision } = await as("editor", "draft.read", (scope) => readDraft(scope, personaKind, documentId));
  await as("editor", "document.publish", (scope) =>
    publishVersion(scope, personaKind, { workspaceId, documentId, revision, note: "First", reasons: [] }),
  );
  await as("editor", "draft.edit", (scope) =>
    write(scope, [{ op: "set", path: ["archetype"], value: "Brews at dawn" }]),
  );
});

function write(scope: Scope<"draft.edit">, edits: Parameters<typeof editDraft>[2]["edits"]) {
  return editDraft(scope, personaKind, { workspaceId, documentId, batchId: crypto.randomUUID(), edits });
}

const GOAL = () => `claims.goals.${claim}`;

function start(role: Role, input: { place?: string | null; version?: number | null; body?: string } = {}) {
  const { place = null, version = 1, body = "Is this so?" } = input;
  return as(role, "document.comment", (scope) =>
    startThread(scope, KINDS, { workspaceId, documentId, place, version, body }),
  );
}
const reply = (role: Role, threadId: string, body = "It is.") =>
  as(role, "document.comment", (scope) => replyToThread(scope, KINDS, { threadId, body }));
const resolve = (role: Role, threadId: string, isResolved = true) =>
  as(role, "document.comment", (scope) => resolveThread(scope, KINDS, { threadId, isResolved }));
const read = (role: Role, threadId: string) =>
  as(role, "document.read", (scope) => readThread(scope, KINDS, { documentId, threadId }));
const list = (role: Role, isResolved = false, more: { limit?: number; cursor?: string } = {}) =>
  as(role, "document.read", (scope) =>
    listThreadsOf(scope, KINDS, { workspaceId, documentId, isResolved, limit: 30, ...more }),
  );
const places = (role: Role) => as(role, "document.read", (scope) => countByPlace(scope, { documentId }));
const notices = async (role: Role) =>
  (await as(role, "workspace.read", (scope) => listOwnNotices(scope, { workspaceId, limit: 50 }))).items;
const feed = async (role: Role) =>
  (await as(role, "document.read", (scope) => listActivity(scope, { workspaceId, documentId, limit: 50 }))).items;

describe("a thread", () => {
  it("quotes what stands at its place, in the content it began on", async () => {
    const onVersion = await start("viewer", { place: "archetype" });
    const onDraft = await start("editor", { place: "archetype", version: null });
    expect(await read("editor", onVersion.threadId)).toMatchObject({
      label: "Archetype",
      quote: "Brews early",
      version: 1,
    });
    expect(await read("editor", onDraft.threadId)).toMatchObject({ quote: "Brews at dawn", version: null });
    const onClaim = await start("viewer", { place: GOAL() });
    expect(await read("viewer", onClaim.threadId)).toMatchObject({ label: "Goals", quote: "Ten quiet minutes" });
  });

  it("in a section of the workspace's own is called by that section's name", async () => {
    const [section, first] = [crypto.randomUUID(), crypto.randomUUID()];
    const said = { id: first, text: "One tap and a bucket", provenance: "assumption", source: "" };
    await database.owner.sql`
      insert into extra_fields (id, workspace_id, kind, shape, label, position)
      values (${section}, ${workspaceId}, 'persona', 'claims', 'Their kitchen', 0)`;
    await as("editor", "draft.edit", (scope) =>
      write(scope, [
        {
          op: "insert",
          path: ["sections"],
          item: { id: section, label: "Their kitchen", claims: [said] },
          before: null,
        },
      ]),
    );
    const place = `sections.${section}.claims.${first}`;
    const { threadId } = await start("editor", { place, version: null, body: `@[x](${people.reviewer})` });
    await reply("reviewer", threadId);
    expect(await read("editor", threadId)).toMatchObject({ label: "Their kitchen", quote: "One tap and a bucket" });
    expect((await list("editor")).items[0]?.label).toBe("Their kitchen");
    expect((await notices("editor"))[0]?.subject.label).toBe("Their kitchen");
    expect((await notices("reviewer"))[0]?.subject.label).toBe("Their kitchen");
  });

  it("keeps its quote when the claim goes", async () => {
    const { threadId } = await start("editor", { place: GOAL(), version: null });
    await as("editor", "draft.edit", (scope) => write(scope, [{ op: "remove", path: ["claims", "goals"], id: claim }]));
    expect(await read("editor", threadId)).toMatchObject({ place: GOAL(), quote: "Ten quiet minutes" });
    await reply("editor", threadId);
  });

  it.each(["nowhere", "claims.goals", "claims.goals.x", "__proto__", "constructor", "archetype.length", "title.0"])(
    "begins only at a place that is there: %s",
    async (place) => {
      const begun = start("editor", { place }).then(
        () => "begun",
        (error: { code: string }) => error.code,
      );
      expect(await begun).toBe(place === "claims.goals" ? "begun" : "INVALID");
    },
  );

  it("begins on no version that isn't there, and on no document of another workspace", async () => {
    await expect(start("viewer", { version: 9 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const elsewhere = await addWorkspace(database.owner, ["owner"]);
    const foreign = inScope(
      database.app,
      { userId: elsewhere.people.owner, workspaceId: elsewhere.workspaceId },
      "document.comment",
      (scope) =>
        startThread(scope, KINDS, {
          workspaceId: elsewhere.workspaceId,
          documentId,
          place: null,
          version: 1,
          body: "Mine?",
        }),
    );
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("on the draft is for those who read drafts, in lists, counts, feeds and by its address", async () => {
    await expect(start("viewer", { version: null })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { threadId } = await start("reviewer", { version: null, place: GOAL() });
    await expect(read("viewer", threadId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(reply("viewer", threadId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(resolve("viewer", threadId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await places("viewer")).toEqual({ open: 0, resolved: 0, places: [] });
    expect((await list("viewer")).items).toEqual([]);
    expect(await places("editor")).toEqual({ open: 1, resolved: 0, places: [{ place: GOAL(), open: 1, threadId }] });
    expect((await feed("viewer")).map(({ verb }) => verb)).toEqual(["published"]);
    expect((await feed("editor")).map(({ verb }) => verb)).toContain("commented");
  });

  it("on a version is for everybody who may read it, whoever began it", async () => {
    const { threadId } = await start("viewer");
    await reply("editor", threadId, "We asked seven people.");
    const { comments, commentCount, isOwn } = await read("viewer", threadId);
    expect(comments.map(({ author, isOwn: own }) => [author.name, own])).toEqual([
      ["viewer", true],
      ["editor", false],
    ]);
    expect([commentCount, isOwn]).toEqual([2, true]);
    expect((await feed("viewer"))[0]).toMatchObject({ verb: "commented", actor: { name: "editor" } });
  });

  it("is resolved once, closed to replies, and opened again", async () => {
    const { threadId } = await start("viewer");
    await resolve("reviewer", threadId);
    await resolve("reviewer", threadId);
    expect((await list("viewer")).items).toEqual([]);
    expect((await list("viewer", true)).items[0]).toMatchObject({ resolved: { by: "reviewer" } });
    await expect(reply("viewer", threadId)).rejects.toMatchObject({ code: "BLOCKED" });
    await resolve("viewer", threadId, false);
    await reply("viewer", threadId);
    const told = (await feed("editor")).map(({ verb }) => verb).filter((verb) => verb.includes("resolved"));
    expect(told).toEqual(["unresolved", "resolved"]);
  });

  it("of somebody else is not a viewer's to resolve", async () => {
    const { threadId } = await start("editor");
    await expect(resolve("viewer", threadId)).rejects.toMatchObject({ code: "BLOCKED" });
  });

  it("comes page by page, the one with the newest comment first", async () => {
    const ids: string[] = [];
    for (const body of ["one", "two", "three"]) ids.push((await start("viewer", { body })).threadId);
    await reply("editor", ids[0] ?? "");
    const first = await list("viewer", false, { limit: 2 });
    const second = await list("viewer", false, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([ids[0], ids[2], ids[1]]);
    expect(first.items.map(({ commentCount, opening }) => [commentCount, opening.body])).toEqual([
      [2, "one"],
      [1, "three"],
    ]);
    expect(second.nextCursor).toBeNull();
    await expect(list("viewer", false, { cursor: "1' or 1=1" })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("keeps replies that are written at once, in one order for all", async () => {
    const { threadId } = await start("viewer");
    await Promise.all(Array.from({ length: 8 }, (_, index) => reply("editor", threadId, `Reply ${index}`)));
    const { comments } = await read("viewer", threadId);
    expect(comments).toHaveLength(9);
    expect(comments[0]?.author.name).toBe("viewer");
  });
});

describe("a comment", () => {
  it("is changed by its author alone, and says so", async () => {
    const { threadId, commentId } = await start("viewer");
    const edit = (role: Role, body: string) =>
      as(role, "document.comment", (scope) => editComment(scope, KINDS, { commentId, body }));
    await expect(edit("admin", "No")).rejects.toMatchObject({ code: "BLOCKED" });
    await edit("viewer", "Is it really?");
    const [comment] = (await read("viewer", threadId)).comments;
    expect(comment).toMatchObject({ body: "Is it really?", editedAt: expect.any(String) });
  });

  it("leaves its place and none of its words when it is deleted, by its author or an admin", async () => {
    const { threadId, commentId } = await start("viewer", { body: "A secret" });
    await reply("editor", threadId);
    const remove = (role: Role) => as(role, "document.comment", (scope) => deleteComment(scope, KINDS, { commentId }));
    await expect(remove("editor")).rejects.toMatchObject({ code: "BLOCKED" });
    await remove("admin");
    const { comments, resolved } = await read("viewer", threadId);
    expect(comments.map(({ isDeleted, body }) => [isDeleted, body])).toEqual([
      [true, ""],
      [false, "It is."],
    ]);
    expect(resolved).toBeNull();
    expect(await database.owner.sql`select 1 from comments where body like '%secret%'`).toHaveLength(0);
    await expect(remove("admin")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("that was the last one with words takes its thread from the open ones", async () => {
    const { threadId, commentId } = await start("viewer");
    await as("viewer", "document.comment", (scope) => deleteComment(scope, KINDS, { commentId }));
    expect((await read("viewer", threadId)).resolved).not.toBeNull();
    expect((await places("viewer")).open).toBe(0);
  });

  it("is one of not too many within ten minutes", async () => {
    const { threadId } = await start("viewer");
    await database.owner.sql`
      insert into comments (workspace_id, thread_id, author_id, body)
      select ${workspaceId}, ${threadId}, ${people.viewer}, 'again' from generate_series(2, ${MAX_COMMENTS_IN_TEN_MINUTES})`;
    await expect(reply("viewer", threadId)).rejects.toMatchObject({ code: "LIMIT" });
    await reply("editor", threadId);
  });
});

describe("a mention", () => {
  it("tells its person, under their own name, and tells the others of the thread of a reply", async () => {
    const { threadId } = await start("viewer");
    await reply("editor", threadId, `@[The boss](${people.reviewer}) should know.`);
    expect((await read("viewer", threadId)).comments[1]?.body).toBe(`@[reviewer](${people.reviewer}) should know.`);
    expect((await notices("reviewer")).map(({ kind, actor }) => [kind, actor?.name])).toEqual([
      ["comment.mentioned", "editor"],
    ]);
    expect((await notices("viewer")).map(({ kind }) => kind)).toEqual(["comment.replied"]);
    expect(await notices("editor")).toEqual([]);
  });

  it("of oneself tells nobody", async () => {
    await start("viewer", { body: `Note to @[me](${people.viewer})` });
    expect(await notices("viewer")).toEqual([]);
  });

  it("is refused for a stranger, for who can't see the thread, and for a crowd; nothing is said then", async () => {
    const stranger = await addPerson(database.owner, "Stranger");
    await expect(start("viewer", { body: `@[x](${stranger})` })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("not a member"),
    });
    await expect(start("editor", { version: null, body: `@[x](${people.viewer})` })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringMatching(/^viewer reads published versions only/),
    });
    const crowd = Array.from({ length: MAX_MENTIONS + 1 }, () => mentionOf({ userId: crypto.randomUUID(), name: "x" }));
    await expect(start("viewer", { body: crowd.join(" ") })).rejects.toMatchObject({ code: "LIMIT" });
    expect((await places("editor")).open).toBe(0);
    expect(await notices("viewer")).toEqual([]);
  });

  it("that is added to a comment later tells only who was not told before", async () => {
    const { commentId } = await start("viewer", { body: `@[x](${people.reviewer})` });
    const body = `@[x](${people.reviewer}) and @[y](${people.admin})`;
    await as("viewer", "document.comment", (scope) => editComment(scope, KINDS, { commentId, body }));
    expect(await notices("reviewer")).toHaveLength(1);
    expect(await notices("admin")).toHaveLength(1);
  });

  it("is read once its thread is opened", async () => {
    const { threadId } = await start("viewer", { body: `@[x](${people.reviewer})` });
    const other = await start("viewer", { body: `@[x](${people.reviewer})` });
    const seen = await as("reviewer", "document.comment", (scope) => markThreadSeen(scope, { threadId }));
    expect(seen).toEqual({ marked: 1 });
    expect((await notices("reviewer")).map(({ subject, isRead }) => [subject.threadId, isRead])).toEqual([
      [other.threadId, false],
      [threadId, true],
    ]);
  });

  it("of a reply on the draft doesn't reach who has become a viewer meanwhile", async () => {
    const { threadId } = await start("reviewer", { version: null });
    await database.owner.sql`
      update memberships set role = 'viewer' where workspace_id = ${workspaceId} and user_id = ${people.reviewer}`;
    await reply("editor", threadId);
    expect(await notices("reviewer")).toEqual([]);
  });
});
