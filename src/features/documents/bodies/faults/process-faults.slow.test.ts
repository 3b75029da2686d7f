// Processes killed, lines cut: whatever happens, what was acknowledged is in the database, everybody agrees, and nothing is
// there twice. The numbers are those of the list in the issue on live documents.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { type LiveEditor, liveEditor } from "@/testing/live-editor";
import { type Api, type Line, openLine, signedIn, startApi } from "@/testing/live-process";
import { durableText, nothingLost } from "@/testing/live-server";
import { createDocument } from "../../use-cases/create-document";
import { readDraft } from "../../use-cases/read-document";
import { bodyText } from "../body-rules";

let database: TestDatabase;
let line: Line;
let workspaceId: string;
let editorId: string;
let documentId: string;
const cookies: string[] = [];
const apis: Api[] = [];
const editors: LiveEditor[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  line = await openLine();
  const made = await addWorkspace(database.owner, ["editor"]);
  workspaceId = made.workspaceId;
  editorId = made.people.editor;
  cookies.push(await signedIn(database, line, editorId));
  for (let number = 1; number < 10; number += 1) {
    const userId = await addPerson(database.owner, `Editor ${number}`);
    await database.owner
      .sql`insert into memberships (workspace_id, user_id, role) values (${workspaceId}, ${userId}, 'editor')`;
    cookies.push(await signedIn(database, line, userId));
  }
});
afterAll(async () => {
  line.close();
  for (const { process, ended } of apis) {
    process.kill("SIGKILL");
    await ended;
  }
  await database.drop();
});
beforeEach(async () => {
  ({ documentId } = await inScope(database.app, { workspaceId, userId: editorId }, "draft.edit", (scope) =>
    createDocument(scope, scenarioKind, { title: "Late delivery" }),
  ));
});
afterEach(() => {
  line.idleCut = 0;
  line.drop(false);
  for (const one of editors.splice(0)) one.leave();
});

/** Makes sure that so many processes run, and that the line leads to them. */
async function running(count: number): Promise<readonly Api[]> {
  const alive = apis.filter(({ process }) => process.exitCode === null && process.signalCode === null);
  while (alive.length > count) await stop(alive.pop());
  while (alive.length < count) alive.push(await startApi(database, line));
  apis.splice(0, apis.length, ...alive);
  line.targets = alive.map(({ port }) => port);
  return alive;
}

async function stop(api: Api | undefined, signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
  api?.process.kill(signal);
  return (await api?.ended) ?? null;
}

function open(person = 0): LiveEditor {
  const appUrl = `http://localhost:${line.port}`;
  const cookie = cookies[person] ?? "";
  const editor = liveEditor({ appUrl, cookie, workspaceId, documentId, isStubborn: true });
  editors.push(editor);
  return editor;
}

const storedText = () =>
  inScope(database.app, { workspaceId, userId: editorId }, "draft.read", async (scope) =>
    bodyText((await readDraft(scope, scenarioKind, documentId)).content.story),
  );

it("1: kill -9 while somebody types who then closes the tab; the next start stores what was acknowledged", async () => {
  const [api] = await running(1);
  const ana = open();
  await ana.synced();
  const acknowledged: string[] = [];
  for (let number = 0; number < 20; number += 1) {
    ana.write(`Sentence ${number}.`);
    await ana.saved();
    acknowledged.push(`Sentence ${number}.`);
  }
  ana.write("Perhaps.");
  await stop(api, "SIGKILL");
  ana.leave();
  await nothingLost(database, documentId, [], acknowledged);
  expect(await storedText()).not.toContain("Sentence");
  await running(1);
  await expect.poll(storedText, { timeout: 10_000 }).toContain("Sentence 19.");
  expect(await database.owner.sql`select 1 from body_updates`).toHaveLength(0);
});

it("2 and 29: a deployment while ten people write: SIGTERM stores in time, ends well, and they go on", async () => {
  const [api] = await running(1);
  const people = cookies.map((_, person) => open(person));
  await Promise.all(people.map((one) => one.synced()));
  let isOver = false;
  const acknowledged: string[] = [];
  const writing = people.map(async (one, person) => {
    for (let number = 0; !isOver; number += 1) {
      const text = `Person ${person} writes ${number}.`;
      one.write(text);
      await one.saved(30_000);
      acknowledged.push(text);
      await sleep(20);
    }
  });
  await sleep(500);
  const asked = Date.now();
  expect(await stop(api)).toBe(0);
  expect(Date.now() - asked).toBeLessThan(10_000);
  await running(1);
  await sleep(1_500);
  isOver = true;
  await Promise.all(writing);
  expect(acknowledged.length).toBeGreaterThan(50);
  await nothingLost(database, documentId, people, acknowledged);
});

it("3: SIGTERM while the database refuses stores: it ends in time with an error, and the log has everything", async () => {
  const [api] = await running(1);
  const ana = open();
  await ana.synced();
  ana.write("Acknowledged.");
  await ana.saved();
  await database.owner.sql`alter table bodies rename to bodies_away`;
  try {
    const asked = Date.now();
    expect(await stop(api)).toBe(1);
    expect(Date.now() - asked).toBeLessThan(12_500);
    expect(api?.output()).not.toContain("Acknowledged");
  } finally {
    await database.owner.sql`alter table bodies_away rename to bodies`;
  }
  await nothingLost(database, documentId, [], ["Acknowledged."]);
  await running(1);
  await expect.poll(storedText, { timeout: 10_000 }).toContain("Acknowledged.");
});

it("9: two processes hold one document: who is at one sees who is at the other, and no store takes anything back", async () => {
  await running(2);
  const people = [0, 1, 2, 3].map((person) => open(person));
  await Promise.all(people.map((one) => one.synced()));
  const acknowledged: string[] = [];
  await Promise.all(
    people.map(async (one, person) => {
      for (let number = 0; number < 30; number += 1) {
        one.write(`Person ${person} writes ${number}.`);
        await one.saved();
        acknowledged.push(`Person ${person} writes ${number}.`);
        await sleep(100);
      }
    }),
  );
  await nothingLost(database, documentId, people, acknowledged);
  for (const one of editors.splice(0)) one.leave();
  await expect.poll(() => database.owner.sql`select 1 from body_updates`, { timeout: 15_000 }).toHaveLength(0);
  await nothingLost(database, documentId, [], acknowledged);
  const stored = (await storedText()).split("\n").filter((text) => text.startsWith("Person"));
  expect(stored.sort()).toEqual([...acknowledged].sort());
});

it("9: one of two is killed with its people in the middle of a word; they go on at the other", async () => {
  const [first, second] = await running(2);
  line.targets = [first?.port ?? 0];
  const ana = open(0);
  await ana.synced();
  line.targets = [second?.port ?? 0];
  const ben = open(1);
  await ben.synced();
  ana.write("Before.");
  await ana.saved();
  await expect.poll(() => ben.text()).toContain("Before.");
  ana.write("In the");
  await stop(first, "SIGKILL");
  ana.write("middle.");
  await ana.saved();
  ben.write("After.");
  await ben.saved();
  await nothingLost(database, documentId, [ana, ben], ["Before.", "In the", "middle.", "After."]);
});

it("18: a line that swallows everything: what was typed meanwhile arrives when somebody notices", async () => {
  await running(1);
  const [ana, ben] = [open(0), open(1)];
  await Promise.all([ana.synced(), ben.synced()]);
  line.drop(true);
  ana.write("Into the void.");
  await sleep(300);
  expect(ana.isSaved).toBe(false);
  line.drop(false);
  ana.cut();
  await ana.saved();
  await nothingLost(database, documentId, [ana, ben], ["Into the void."]);
});

it("19: a proxy that cuts idle lines loses nothing", async () => {
  await running(1);
  line.idleCut = 150;
  const [ana, ben] = [open(0), open(1)];
  const acknowledged: string[] = [];
  for (let number = 0; number < 5; number += 1) {
    ana.write(`Ana ${number}.`);
    ben.write(`Ben ${number}.`);
    await Promise.all([ana.saved(), ben.saved()]);
    acknowledged.push(`Ana ${number}.`, `Ben ${number}.`);
    await sleep(250);
  }
  line.idleCut = 0;
  await nothingLost(database, documentId, [ana, ben], acknowledged);
});

it("lines cut again and again at random moments lose nothing", async () => {
  await running(2);
  const people = [0, 1, 2].map((person) => open(person));
  await Promise.all(people.map((one) => one.synced()));
  let isOver = false;
  const cutting = (async () => {
    while (!isOver) {
      await sleep(100 + Math.random() * 400);
      line.cut();
    }
  })();
  const acknowledged: string[] = [];
  await Promise.all(
    people.map(async (one, person) => {
      for (let number = 0; number < 15; number += 1) {
        one.write(`Person ${person} writes ${number}.`);
        await one.saved(20_000);
        acknowledged.push(`Person ${person} writes ${number}.`);
      }
    }),
  );
  isOver = true;
  await cutting;
  await nothingLost(database, documentId, people, acknowledged);
});

it("26: a hundred people join within five seconds", async () => {
  await running(1);
  const host = open();
  await host.synced();
  host.write("Welcome.");
  await host.saved();
  const started = Date.now();
  const crowd = await Promise.all(
    Array.from({ length: 100 }, async (_, number) => {
      const one = open(number % 10);
      await one.synced(5_000);
      return one;
    }),
  );
  expect(Date.now() - started).toBeLessThan(5_000);
  expect(crowd.flatMap((one) => one.refusals)).toEqual([]);
  crowd[99]?.write("Thank you.");
  await crowd[99]?.saved();
  await nothingLost(database, documentId, [host, ...crowd], ["Welcome.", "Thank you."]);
});

it("garbage ends no process", async () => {
  const [api] = await running(1);
  const ana = open();
  await ana.synced();
  const appUrl = `http://localhost:${line.port}`;
  const name = `${workspaceId}/${documentId}`;
  const forged: (string | Uint8Array)[] = [
    "text",
    "",
    new Uint8Array(),
    new Uint8Array([255, 255, 255, 255, 255, 255]),
    new Uint8Array(3 * 1024 * 1024),
    new TextEncoder().encode(`${String.fromCharCode(name.length)}${name}\u0002\u0000\u0000`),
    new TextEncoder().encode(`${String.fromCharCode(name.length)}${name}\u0063`),
  ];
  for (const cookie of [cookies[1] ?? "", ""]) {
    for (const frame of forged) {
      const socket = new WebSocket(`ws://localhost:${line.port}/collab?schema=1`, {
        headers: { cookie, origin: appUrl },
      } as unknown as string[]);
      await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
      socket.send(frame as Uint8Array<ArrayBuffer>);
      await sleep(20);
      socket.close();
    }
  }
  const big = new WebSocket(`ws://localhost:${line.port}/collab?schema=1`, {
    headers: { cookie: cookies[1], origin: appUrl },
  } as unknown as string[]);
  const closed = new Promise<CloseEvent>((resolve) => big.addEventListener("close", resolve, { once: true }));
  await new Promise((resolve) => big.addEventListener("open", resolve, { once: true }));
  big.send(new Uint8Array(3 * 1024 * 1024));
  expect((await closed).code).toBe(1009);
  ana.write("Still here.");
  await ana.saved();
  expect(api?.process.exitCode).toBeNull();
  expect(await durableText(database, documentId)).toMatch(/\nStill here\.$/);
});
