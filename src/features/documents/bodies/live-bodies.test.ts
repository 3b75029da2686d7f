// What people write together, over real sockets and a real database.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { type LiveEditor, liveEditor } from "@/testing/live-editor";
import { type LiveServer, startLiveServer } from "@/testing/live-server";
import { createDocument } from "../use-cases/create-document";
import { readDraft } from "../use-cases/read-document";
import { bodyText } from "./body-rules";

let database: TestDatabase;
let workspaceId: string;
let people: Record<"editor" | "admin" | "reviewer" | "viewer", string>;
let documentId: string;
let server: LiveServer;
let appUrl: string;
const editors: LiveEditor[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startLiveServer(database);
  ({ appUrl } = server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});
beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["editor", "admin", "reviewer", "viewer"]));
  ({ documentId } = await inScope(database.app, { workspaceId, userId: people.editor }, "draft.edit", (scope) =>
    createDocument(scope, scenarioKind, { title: "Late delivery" }),
  ));
});
afterEach(() => {
  for (const one of editors.splice(0)) one.leave();
});

function open(role: keyof typeof people): LiveEditor {
  const editor = liveEditor({ appUrl, cookie: people[role], workspaceId, documentId });
  editors.push(editor);
  return editor;
}

const draft = () =>
  inScope(database.app, { workspaceId, userId: people.editor }, "draft.read", (scope) =>
    readDraft(scope, scenarioKind, documentId),
  );

it("what one person writes reaches another, and is in the database when it is acknowledged", async () => {
  const ana = open("editor");
  const ben = open("admin");
  await Promise.all([ana.synced(), ben.synced()]);
  ana.write("The parcel is late.");
  await ana.saved();
  const logged = await database.owner.sql`select 1 from body_updates where document_id = ${documentId}`;
  expect(logged.length).toBe(1);
  await expect.poll(() => ben.text()).toContain("The parcel is late.");
  expect(ben.text()).toBe(ana.text());
});

it("the draft's content follows within seconds, as a new revision, and the log is empty then", async () => {
  const before = await draft();
  const ana = open("editor");
  await ana.synced();
  ana.write("She calls the shop.");
  await ana.saved();
  await expect
    .poll(async () => bodyText((await draft()).content.story), { timeout: 6_000 })
    .toContain("She calls the shop.");
  expect((await draft()).revision).toBe(before.revision + 1);
  expect(await database.owner.sql`select 1 from body_updates where document_id = ${documentId}`).toHaveLength(0);
});

it("a reviewer reads along and writes nothing; a viewer is not let in", async () => {
  const ana = open("editor");
  const rita = open("reviewer");
  const vic = open("viewer");
  await Promise.all([ana.synced(), rita.synced()]);
  ana.write("Written by an editor.");
  await expect.poll(() => rita.text()).toContain("Written by an editor.");
  rita.write("Forged.");
  await sleep(300);
  expect(ana.text()).not.toContain("Forged.");
  expect(vic.refusals).toContain("no-access");
});

it("who is demoted while writing writes nothing more, and goes on when it is granted again", async () => {
  const ana = open("editor");
  const ben = open("admin");
  await Promise.all([ana.synced(), ben.synced()]);
  const setRole = (role: string) =>
    database.owner.sql.begin(async (sql) => {
      await sql`update memberships set role = ${role} where workspace_id = ${workspaceId} and user_id = ${people.editor}`;
      await sql`select pg_notify('dramatis_events', ${JSON.stringify({ workspaceId: null, topic: `access:${people.editor}`, body: null })})`;
    });
  await setRole("reviewer");
  await sleep(300);
  ana.write("Too late.");
  await sleep(300);
  expect(ben.text()).not.toContain("Too late.");
  expect(ana.provider.hasUnsyncedChanges).toBe(true);
  await setRole("editor");
  await sleep(300);
  ana.provider.startSync();
  await expect.poll(() => ben.text(), { timeout: 3_000 }).toContain("Too late.");
});
