// Who may write changes while they write; and people who ask for more than anybody may.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { changeRole } from "@/features/workspaces/use-cases/change-role";
import { removeMember } from "@/features/workspaces/use-cases/remove-member";
import { SOCKET_LIMITS } from "@/server/collab/live-sockets";
import { announceAccess } from "@/server/events/announce";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { type LiveEditor, type LiveEditorOptions, liveEditor } from "@/testing/live-editor";
import { type LiveServer, nothingLost, startLiveServer } from "@/testing/live-server";
import { deleteDocument } from "../../deletion/use-cases/delete-document";
import { createDocument } from "../../use-cases/create-document";
import { reopenDocument, retireDocument } from "../../use-cases/retire-document";
import { BODY_FRAGMENT } from "../body-rules";

let database: TestDatabase;
let live: LiveServer;
let narrow: LiveServer;
let workspaceId: string;
let people: Record<"owner" | "editor" | "admin" | "reviewer", string>;
let documentId: string;
const editors: LiveEditor[] = [];
/** By when a change of rights has to be felt. */
const SOON = { timeout: 2_000, interval: 10 };

beforeAll(async () => {
  database = await createTestDatabase();
  live = await startLiveServer(database);
  narrow = await startLiveServer(database, {
    ...SOCKET_LIMITS,
    patience: 300,
    unknownFrom: 5,
    person: 3,
    messages: { burst: 300, second: 100 },
  });
});
afterAll(async () => {
  await Promise.all([live.close(), narrow.close()]);
  await database.drop();
});
beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["owner", "editor", "admin", "reviewer"]));
  ({ documentId } = await inScope(database.app, { workspaceId, userId: people.editor }, "draft.edit", (scope) =>
    createDocument(scope, scenarioKind, { title: "Late delivery" }),
  ));
});
afterEach(() => {
  live.signedOut.clear();
  for (const one of editors.splice(0)) one.leave();
});

function open(role: keyof typeof people, options: Partial<LiveEditorOptions> = {}): LiveEditor {
  const editor = liveEditor({ appUrl: live.appUrl, cookie: people[role], workspaceId, documentId, ...options });
  editors.push(editor);
  return editor;
}

const as = <T>(
  role: keyof typeof people,
  permission: Parameters<typeof inScope>[2],
  work: (scope: never) => Promise<T>,
) => inScope(database.app, { workspaceId, userId: people[role] }, permission, work as never) as Promise<T>;
const setRole = (role: "editor" | "reviewer" | "viewer") =>
  as("owner", "member.manage", (scope) => changeRole(scope, { workspaceId, userId: people.editor, role }));

describe("within two seconds", () => {
  it("12 and 13: a role is lowered and raised again: what was typed meanwhile waits, and arrives", async () => {
    const [ana, ben] = [open("editor"), open("admin")];
    await Promise.all([ana.synced(), ben.synced()]);
    const told: boolean[] = [];
    ana.provider.on("stateless", ({ payload }: { payload: string }) => told.push(JSON.parse(payload).mayWrite));
    await setRole("reviewer");
    await expect.poll(() => told, SOON).toEqual([false]);
    ana.write("Too late.");
    await sleep(200);
    expect([ana.isSaved, ben.text().includes("Too late.")]).toEqual([false, false]);
    await setRole("editor");
    await expect.poll(() => told, SOON).toEqual([false, true]);
    ana.provider.startSync();
    await ana.saved();
    await nothingLost(database, documentId, [ana, ben], ["Too late."]);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    [
      "a member who is removed",
      "gone",
      () => as("owner", "member.manage", (scope) => removeMember(scope, { workspaceId, userId: people.editor })),
    ],
    ["a member who may only view", "no-access", () => setRole("viewer")],
    [
      "a session that was ended elsewhere",
      "signed-out",
      async () => {
        live.signedOut.add(people.editor);
        await announceAccess(database.app.db, people.editor);
      },
    ],
  ])("%s is closed out as “%s”, and those who stay notice nothing", async (_who, reason, act) => {
    const [ana, ben] = [open("editor"), open("admin")];
    await Promise.all([ana.synced(), ben.synced()]);
    await act();
    await expect.poll(() => ana.refusals, SOON).toContain(reason);
    ben.write("Still here.");
    await ben.saved();
    await sleep(100);
    expect(ana.text()).not.toContain("Still here.");
    expect(ben.refusals).toEqual([]);
  });

  it("a document is retired and reopened: open editors read, then write again", async () => {
    const ana = open("editor");
    await ana.synced();
    const told: boolean[] = [];
    ana.provider.on("stateless", ({ payload }: { payload: string }) => told.push(JSON.parse(payload).mayWrite));
    await as("admin", "document.retire", (scope) => retireDocument(scope, scenarioKind, { documentId, reason: "Old" }));
    await expect.poll(() => told, SOON).toEqual([false]);
    const late = open("admin");
    await late.synced();
    expect(late.provider.authorizedScope).toBe("readonly");
    await as("admin", "document.retire", (scope) => reopenDocument(scope, scenarioKind, { documentId }));
    await expect.poll(() => told, SOON).toEqual([false, true]);
    late.write("Back in use.");
    await late.saved();
    await nothingLost(database, documentId, [ana, late], ["Back in use."]);
  });

  it("a document that is deleted closes to everybody as gone", async () => {
    const [ana, rita] = [open("editor"), open("reviewer")];
    await Promise.all([ana.synced(), rita.synced()]);
    ana.write("Doomed.");
    await ana.saved();
    await as("admin", "document.delete", (scope) =>
      deleteDocument(scope, scenarioKind, { workspaceId, documentId, title: "Late delivery" }),
    );
    await expect.poll(() => [ana.refusals[0], rita.refusals[0]], SOON).toEqual(["gone", "gone"]);
    await expect.poll(() => live.collab.documents, { timeout: 5_000 }).toBe(0);
  });
});

describe("who asks for too much", () => {
  it("11: an older editor is refused before it hears anything, whoever uses it", async () => {
    const old = open("editor", { schema: 0 });
    const reader = open("reviewer", { schema: 0 });
    await expect.poll(() => [old.refusals[0], reader.refusals[0]]).toEqual(["schema", "schema"]);
    expect(old.doc.getXmlFragment(BODY_FRAGMENT).length).toBe(0);
  });

  it("14: names in carets are the server's, and nobody speaks for another", async () => {
    const [ana, ben] = [open("editor"), open("admin")];
    await Promise.all([ana.synced(), ben.synced()]);
    ana.provider.awareness?.setLocalState({ user: { id: people.owner, name: "The owner" }, caret: 3 });
    const seen = () => ben.provider.awareness?.getStates().get(ana.doc.clientID);
    await expect.poll(seen).toEqual({ user: { id: people.editor, name: "editor" }, caret: 3 });
    // As if she were Ben: her message under his number.
    ben.provider.awareness?.setLocalState({ caret: 5 });
    const bens = () => ana.provider.awareness?.getStates().get(ben.doc.clientID);
    await expect.poll(bens).toMatchObject({ caret: 5 });
    const states = ben.provider.awareness?.getStates();
    expect([...(states?.keys() ?? [])].sort()).toEqual([ana.doc.clientID, ben.doc.clientID].sort());
    const thief = open("editor", { doc: Object.assign(new Y.Doc(), { clientID: ben.doc.clientID }) });
    await thief.synced();
    thief.provider.awareness?.setLocalState({ caret: 98 });
    for (let caret = 99; caret < 110; caret += 1) thief.provider.setAwarenessField("caret", caret);
    await sleep(200);
    expect(bens()).toEqual({ user: { id: people.admin, name: "admin" }, caret: 5 });
  });

  it("thirty people in one text each see the other twenty-nine, and nobody more", async () => {
    const crowd = Array.from({ length: 30 }, () => open("editor"));
    await Promise.all(crowd.map((one) => one.synced()));
    for (const [number, one] of crowd.entries()) one.provider.setAwarenessField("caret", number);
    await expect
      .poll(() => crowd.map((one) => one.provider.awareness?.getStates().size), { timeout: 5_000 })
      .toEqual(crowd.map(() => 30));
    expect(crowd.flatMap(({ refusals }) => refusals)).toEqual([]);
    for (const one of crowd.slice(0, 10)) one.leave();
    await expect.poll(() => crowd[29]?.provider.awareness?.getStates().size, { timeout: 5_000 }).toBe(20);
  });

  it("15: a reader's forged update changes nothing and is not acknowledged", async () => {
    const [ana, rita] = [open("editor"), open("reviewer")];
    await Promise.all([ana.synced(), rita.synced()]);
    rita.write("Forged.");
    await sleep(200);
    expect([rita.isSaved, ana.text().includes("Forged.")]).toEqual([false, false]);
    expect(await database.owner.sql`select 1 from body_updates where document_id = ${documentId}`).toHaveLength(0);
  });

  it("16: a paste of 1.6 MB and a foreign node are refused once, each with its reason, and others go on", async () => {
    const [ana, eve, ben] = [open("editor"), open("editor"), open("admin")];
    await Promise.all([ana.synced(), eve.synced(), ben.synced()]);
    ana.write("x".repeat(1_600_000));
    eve.doc.getXmlFragment(BODY_FRAGMENT).insert(0, [new Y.XmlElement("script")]);
    await expect.poll(() => [ana.refusals, eve.refusals]).toEqual([["too-large"], ["foreign"]]);
    ben.write("Goes on.");
    await ben.saved();
    await nothingLost(database, documentId, [ben], ["Goes on."]);
    expect([ana.refusals, eve.refusals]).toEqual([["too-large"], ["foreign"]]);
  });

  it("a text that is full takes no more, and takes deletions", async () => {
    const ana = open("editor");
    await ana.synced();
    for (let number = 0; number < 5; number += 1) {
      ana.write(`${number}${"x".repeat(480_000)}`);
      if (number < 4) await ana.saved();
    }
    await expect.poll(() => ana.refusals).toContain("full");
    ana.leave();
    const ben = open("admin");
    await ben.synced();
    ben.doc.getXmlFragment(BODY_FRAGMENT).delete(0, ben.doc.getXmlFragment(BODY_FRAGMENT).length - 1);
    await ben.saved();
    await expect
      .poll(
        async () => {
          const next = open("admin");
          await next.synced();
          next.write("Room again.");
          await sleep(100);
          next.leave();
          return next.isSaved;
        },
        { timeout: 10_000, interval: 500 },
      )
      .toBe(true);
  });

  it("sockets that never say whose they are are ended, and are few from one address", async () => {
    const url = `${narrow.appUrl.replace("http", "ws")}/collab?schema=1`;
    const codes = await Promise.all(
      Array.from(
        { length: 8 },
        () =>
          new Promise<number>((resolve) => {
            new WebSocket(url).addEventListener("close", ({ code }) => resolve(code), { once: true });
          }),
      ),
    );
    expect(codes.sort()).toEqual([1013, 1013, 1013, 4408, 4408, 4408, 4408, 4408]);
  });

  it("a person has so many sockets and no more, and another when one is closed", async () => {
    const { appUrl } = narrow;
    const three = [0, 1, 2].map(() => open("editor", { appUrl }));
    await Promise.all(three.map((one) => one.synced()));
    const fourth = open("editor", { appUrl });
    await expect.poll(() => fourth.refusals).toContain("crowded");
    three[0]?.leave();
    const fifth = open("editor", { appUrl, isStubborn: true });
    await fifth.synced();
  });

  it("a flood ends its own socket, and typing fast does not", async () => {
    const { appUrl } = narrow;
    const [ana, flood] = [open("editor", { appUrl }), open("admin", { appUrl })];
    await Promise.all([ana.synced(), flood.synced()]);
    for (let number = 0; number < 1_000; number += 1) flood.provider.setAwarenessField("caret", number);
    await expect.poll(() => flood.refusals).toContain("too-fast");
    const letters = 60;
    ana.write("");
    for (let number = 0; number < letters; number += 1) {
      ana.type(ana.doc.getXmlFragment(BODY_FRAGMENT).length - 1, "k");
      ana.provider.setAwarenessField("caret", number);
      await sleep(16);
    }
    await ana.saved();
    expect(ana.refusals).toEqual([]);
    await nothingLost(database, documentId, [ana], ["k".repeat(letters)]);
  });
});
