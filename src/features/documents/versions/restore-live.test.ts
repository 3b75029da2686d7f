// Restoring over real sockets, while three people type.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { liveEditor } from "@/testing/live-editor";
import { type LiveServer, startLiveServer } from "@/testing/live-server";
import { storeBody } from "../bodies/use-cases/store-body";
import { createDocument } from "../use-cases/create-document";
import { readHistory } from "../use-cases/read-document";
import { publishVersion } from "./use-cases/publish-version";
import { readDraftNow } from "./use-cases/read-draft-now";
import { restoreSetAsideDraft, restoreVersion } from "./use-cases/restore-draft";

let database: TestDatabase;
let server: LiveServer;
let appUrl: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startLiveServer(database);
  ({ appUrl } = server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

it("a restore comes to three people who type, disconnects nobody, and is undone by the copy that it kept", async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "admin", "owner"]);
  const editor = { workspaceId, userId: people.editor };
  const { documentId } = await inScope(database.app, editor, "draft.edit", (scope) =>
    createDocument(scope, scenarioKind, { title: "The bus" }),
  );
  const crowd = [people.editor, people.admin, people.owner].map((cookie) =>
    liveEditor({ appUrl, cookie, workspaceId, documentId }),
  );
  const [ana, ben, kofi] = crowd as [(typeof crowd)[0], (typeof crowd)[0], (typeof crowd)[0]];
  const saved = () => Promise.all(crowd.map((one) => one.saved()));
  await Promise.all(crowd.map((one) => one.synced()));
  const beginning = ana.body()?.content?.length ?? 0;
  for (const name of ["Alpha waits here.", "Bravo walks there.", "Charlie reads a book."]) ana.write(name);
  await ana.saved();
  const { revision } = await inScope(database.app, editor, "draft.edit", (scope) =>
    storeBody(scope, scenarioKind, documentId),
  );
  await inScope(database.app, editor, "document.publish", (scope) =>
    publishVersion(scope, scenarioKind, { workspaceId, documentId, revision, note: "First" }),
  );
  ana.write("Delta was never published.");
  await ana.saved();
  await expect.poll(() => kofi.text(), { timeout: 10_000 }).toContain("Delta");

  // Everybody types in a paragraph of their own, before, during and after.
  let isOver = false;
  const typing = crowd.map(async (one, index) => {
    for (let word = 0; !isOver; word += 1) {
      one.type(beginning + index, ` ${"abc"[index]}${word}`);
      await sleep(7);
    }
  });
  await sleep(100);
  await inScope(database.app, editor, "document.restore", (scope) =>
    restoreVersion(scope, scenarioKind, { documentId, number: 1 }),
  );
  await sleep(200);
  isOver = true;
  await Promise.all(typing);
  await saved();
  await expect.poll(() => new Set(crowd.map((one) => one.text())).size, { timeout: 10_000 }).toBe(1);
  expect(ana.text()).not.toContain("Delta");
  const lines = ana.text().split("\n").slice(-3);
  for (const [index, name] of ["Alpha waits here.", "Bravo walks there.", "Charlie reads a book."].entries()) {
    expect(lines[index]).toMatch(new RegExp(`^${name.replace(".", "\\.")}( ${"abc"[index]}\\d+)+$`));
  }
  expect(crowd.flatMap(({ refusals }) => refusals)).toEqual([]);
  const draft = await inScope(database.app, editor, "draft.read", (scope) =>
    readDraftNow(scope, scenarioKind, documentId),
  );
  expect(draft.content.story).toEqual(ana.body());

  const { restorePoints } = await inScope(database.app, editor, "document.read", (scope) =>
    readHistory(scope, scenarioKind, documentId),
  );
  const aside = restorePoints.find(({ cause }) => cause === "restore");
  await inScope(database.app, editor, "document.restore", (scope) =>
    restoreSetAsideDraft(scope, scenarioKind, { documentId, restorePointId: aside?.id ?? 0 }),
  );
  await expect.poll(() => ben.text(), { timeout: 10_000 }).toContain("Delta was never published.");

  for (const one of crowd) one.leave();
  // What nobody published is kept when everybody has left.
  await expect
    .poll(
      async () => {
        const [row] = await database.owner
          .sql`select count(*)::int as kept from restore_points where document_id = ${documentId} and cause = 'automatic'`;
        return row?.kept;
      },
      { timeout: 10_000 },
    )
    .toBe(1);
});
