// What the feed tells whom, on a real database.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { createDocument } from "../use-cases/create-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import type { ListActivitiesInput } from "./activity-contract";
import { listActivity } from "./use-cases/list-activities";

let database: TestDatabase;
let workspaceId: string;
let people: Record<"viewer" | "editor" | "admin", string>;
let published: string;
let unpublished: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The editor has published Maya and renamed the draft since; the admin has begun Dev. */
beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["viewer", "editor", "admin"]));
  // Each act in a transaction of its own, since one transaction has one time.
  const editor = { workspaceId, userId: people.editor };
  const set = (path: string, value: string) =>
    inScope(database.app, editor, "draft.edit", (scope) =>
      editDraft(scope, personaKind, {
        workspaceId,
        documentId: published,
        batchId: crypto.randomUUID(),
        edits: [{ op: "set", path: [path], value }],
      }),
    );
  await inScope(database.app, editor, "draft.edit", async (scope) => {
    ({ documentId: published } = await createDocument(scope, personaKind, { title: "Maya" }));
  });
  await set("archetype", "Brews early");
  const { revision } = await set("quote", "Not before the kettle.");
  await inScope(database.app, editor, "document.publish", (scope) =>
    publishVersion(scope, personaKind, { workspaceId, documentId: published, revision, note: "First" }),
  );
  await set("title", "Maya, secretly renamed");
  await inScope(database.app, { workspaceId, userId: people.admin }, "draft.edit", async (scope) => {
    ({ documentId: unpublished } = await createDocument(scope, personaKind, { title: "Dev" }));
  });
});

function feed(role: keyof typeof people, filter: Partial<Omit<ListActivitiesInput, "workspaceId">> = {}) {
  return inScope(database.app, { workspaceId, userId: people[role] }, "document.read", (scope) =>
    listActivity(scope, { workspaceId, limit: 30, ...filter }),
  );
}
const told = async (...args: Parameters<typeof feed>) =>
  (await feed(...args)).items.map(({ actor, verb, document, count }) => [actor.name, verb, document.title, count]);

it("tells who reads drafts of everything, newest first, edits of an hour as one", async () => {
  expect(await told("editor")).toEqual([
    ["admin", "created", "Dev", 1],
    ["editor", "edited", "Maya, secretly renamed", 3],
    ["editor", "published", "Maya, secretly renamed", 1],
    ["editor", "created", "Maya, secretly renamed", 1],
  ]);
});

it("tells a viewer of what is published, under its published name, and of nothing else", async () => {
  expect(await told("viewer")).toEqual([["editor", "published", "Maya", 1]]);
  expect(await told("viewer", { documentId: published })).toHaveLength(1);
  await expect(feed("viewer", { documentId: unpublished })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("looks for a document, a person, or a kind of act", async () => {
  expect(await told("editor", { documentId: unpublished })).toEqual([["admin", "created", "Dev", 1]]);
  expect(await told("editor", { actorId: people.admin })).toEqual([["admin", "created", "Dev", 1]]);
  expect(await told("editor", { group: "published" })).toEqual([["editor", "published", "Maya, secretly renamed", 1]]);
  expect(await told("editor", { actorId: people.viewer })).toEqual([]);
});

it("comes page by page without a gap or a double", async () => {
  const first = await feed("editor", { limit: 3 });
  const second = await feed("editor", { limit: 3, cursor: first.nextCursor ?? "" });
  const whole = await feed("editor");
  expect([...first.items, ...second.items]).toEqual(whole.items);
  expect(second.nextCursor).toBeNull();
  await expect(feed("editor", { cursor: "yesterday" })).rejects.toMatchObject({ code: "INVALID" });
});
