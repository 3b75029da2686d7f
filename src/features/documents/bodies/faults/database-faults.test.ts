// A database that refuses, stalls or holds what can't be read; a server edit in between. One oracle for all of it: what was
// acknowledged is in the database, everybody agrees, and nothing is there twice.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { documentKinds } from "@/api/document-kinds";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { type LiveEditor, liveEditor } from "@/testing/live-editor";
import { type LiveServer, nothingLost, startLiveServer } from "@/testing/live-server";
import { createDocument } from "../../use-cases/create-document";
import { readDraft } from "../../use-cases/read-document";
import { BODY_FRAGMENT, type BodyNode, bodyText } from "../body-rules";
import { readBody, setBody } from "../body-yjs";
import { changeBody } from "../use-cases/change-body";
import { storeLeftBodies } from "../use-cases/serve-bodies";
import { storeBody } from "../use-cases/store-body";

let database: TestDatabase;
let live: LiveServer;
let other: LiveServer;
let workspaceId: string;
let userId: string;
let documentId: string;
const editors: LiveEditor[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  [live, other] = await Promise.all([startLiveServer(database), startLiveServer(database)]);
});
afterAll(async () => {
  await Promise.all([live.close(), other.close()]);
  await database.drop();
});
beforeEach(async () => {
  const made = await addWorkspace(database.owner, ["editor"]);
  workspaceId = made.workspaceId;
  userId = made.people.editor;
  ({ documentId } = await asEditor((scope) => createDocument(scope, scenarioKind, { title: "Late delivery" })));
});
afterEach(async () => {
  for (const one of editors.splice(0)) one.leave();
  await expect.poll(() => live.collab.documents + other.collab.documents, { timeout: 15_000 }).toBe(0);
});

const asEditor = <T>(work: Parameters<typeof inScope<"draft.edit", T>>[3]) =>
  inScope(database.app, { workspaceId, userId }, "draft.edit", work);

function open(at = live, doc?: Y.Doc): LiveEditor {
  const { appUrl } = at;
  const editor = liveEditor({ appUrl, cookie: userId, workspaceId, documentId, isStubborn: true, ...(doc && { doc }) });
  editors.push(editor);
  return editor;
}

const storedText = () =>
  asEditor(async (scope) =>
    bodyText((await readDraft(scope.also("draft.read"), scenarioKind, documentId)).content.story),
  );

/** The database refuses what the table or function is for, while `work` runs. */
async function without(what: "table bodies" | "function append_body_updates", work: () => Promise<void>) {
  const [kind = "", name = ""] = what.split(" ");
  await database.owner.sql.unsafe(`alter ${kind} ${name} rename to away`);
  try {
    await work();
  } finally {
    await database.owner.sql.unsafe(`alter ${kind} away rename to ${name}`);
  }
}

it("4: a store fails, the last editor leaves, the database comes back: it is stored with nobody there", async () => {
  const ana = open();
  await ana.synced();
  await without("table bodies", async () => {
    ana.write("Written to a log.");
    await ana.saved();
    ana.leave();
    await sleep(600);
    expect(await storedText()).not.toContain("Written");
  });
  await expect.poll(storedText, { timeout: 10_000 }).toContain("Written to a log.");
  await nothingLost(database, documentId, [], ["Written to a log."]);
});

it("5: a load fails: nobody gets an empty text, and it opens when the database is back", async () => {
  await asEditor((scope) => changeBody(scope, scenarioKind, documentId, (doc) => setBody(doc, body("Precious."))));
  let ana: LiveEditor | undefined;
  await without("table bodies", async () => {
    ana = open();
    await expect.poll(() => ana?.refusals).toContain("unavailable");
    expect(ana?.provider.isSynced).toBe(false);
  });
  await ana?.synced();
  expect(ana?.text()).toBe("Precious.");
  await nothingLost(database, documentId, [], ["Precious."]);
});

it("6: the log refuses: nothing is acknowledged, nobody else sees it, and it goes through when it can be written", async () => {
  const [ana, ben] = [open(), open()];
  await Promise.all([ana.synced(), ben.synced()]);
  await without("function append_body_updates", async () => {
    ana.write("Not yet.");
    await expect.poll(() => ana.refusals).toContain("unwritten");
    await sleep(200);
    expect(ana.isSaved).toBe(false);
    expect(ben.text()).not.toContain("Not yet.");
  });
  await ana.saved();
  await nothingLost(database, documentId, [ana, ben], ["Not yet."]);
});

it("6: the log takes two seconds: what is typed meanwhile keeps its order, and nothing is said too early", async () => {
  const [ana, ben] = [open(), open()];
  await Promise.all([ana.synced(), ben.synced()]);
  await database.owner.sql.begin(async (sql) => {
    await sql`lock table body_updates in access exclusive mode`;
    for (let number = 0; number < 10; number += 1) ana.write(`Line ${number}.`);
    await sleep(2_000);
    expect(ana.isSaved).toBe(false);
    expect(ben.text()).not.toContain("Line");
  });
  await ana.saved();
  const lines = Array.from({ length: 10 }, (_, number) => `Line ${number}.`);
  expect(ana.text()).toContain(lines.join("\n"));
  await nothingLost(database, documentId, [ana, ben], lines);
});

it("6: connections to the database break off again and again", async () => {
  const [ana, ben] = [open(), open()];
  await Promise.all([ana.synced(), ben.synced()]);
  const lines: string[] = [];
  for (let number = 0; number < 4; number += 1) {
    // Between two statements: postgres.js throws by itself where a connection ends in the middle of sending one.
    await sleep(100);
    await database.owner.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'dramatis_app' and state = 'idle'`;
    await sleep(100);
    ana.write(`Line ${number}.`);
    await ana.saved();
    lines.push(`Line ${number}.`);
  }
  await nothingLost(database, documentId, [ana, ben], lines);
});

it("7: a text that can't be read as prose is kept all the same, and its words stay findable", async () => {
  const ana = open();
  await ana.synced();
  ana.write("A sentence.");
  // A row of a table that stands in no table: each node is ours, their order is nobody's.
  ana.doc.getXmlFragment(BODY_FRAGMENT).insert(0, [new Y.XmlElement("tableRow")]);
  await ana.saved();
  await expect.poll(storedText, { timeout: 10_000 }).toContain("A sentence.");
  await nothingLost(database, documentId, [], ["A sentence."]);
});

it("8: a row of the log that can't be read is set aside, and everybody keeps working", async () => {
  const ana = open();
  await ana.synced();
  ana.write("Before.");
  await ana.saved();
  await database.owner.sql`
    insert into body_updates (workspace_id, document_id, author_id, data)
    values (${workspaceId}, ${documentId}, ${userId}, ${Buffer.from("poison")})`;
  ana.write("After.");
  await ana.saved();
  ana.leave();
  await expect.poll(storedText, { timeout: 10_000 }).toContain("After.");
  const bad = await database.owner.sql`select data from bad_body_updates where document_id = ${documentId}`;
  expect(bad).toHaveLength(1);
  const ben = open();
  await ben.synced();
  await nothingLost(database, documentId, [ben], ["Before.", "After."]);
});

it("9: the channel between processes is broken for a while: nobody misses anything, nothing is taken back", async () => {
  const [ana, ben] = [open(live), open(other)];
  await Promise.all([ana.synced(), ben.synced()]);
  ana.write("One.");
  await ana.saved();
  await expect.poll(() => ben.text()).toContain("One.");
  const listeners = database.owner.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen %'`;
  await listeners;
  ana.write("Two.");
  ben.write("Three.");
  await Promise.all([ana.saved(), ben.saved()]);
  await nothingLost(database, documentId, [ana, ben], ["One.", "Two.", "Three."]);
});

it("9: what another process stored and this one has not heard of survives this one's store", async () => {
  const ana = open(live);
  await ana.synced();
  ana.write("Ana's.");
  await ana.saved();
  // As a process whose word never arrives: nothing is told.
  await asEditor(async (scope) => {
    await storeBody(scope, scenarioKind, documentId);
  });
  const [row] = await database.owner.sql<
    { state: Uint8Array }[]
  >`select state from bodies where document_id = ${documentId}`;
  const unheard = new Y.Doc();
  Y.applyUpdate(unheard, row?.state ?? new Uint8Array());
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Unheard.")]);
  unheard.getXmlFragment(BODY_FRAGMENT).insert(0, [paragraph]);
  const state = Buffer.from(Y.encodeStateAsUpdate(unheard));
  await database.owner.sql`update bodies set state = ${state} where document_id = ${documentId}`;
  ana.write("Ana's second.");
  await ana.saved();
  await expect.poll(storedText, { timeout: 10_000 }).toContain("Ana's second.");
  await nothingLost(database, documentId, [ana], ["Unheard.", "Ana's.", "Ana's second."]);
});

it("10: twenty people open at once what nobody has opened before: nothing is there twice", async () => {
  await asEditor((scope) => changeBody(scope, scenarioKind, documentId, (doc) => setBody(doc, body("Once."))));
  await database.owner.sql`delete from bodies where document_id = ${documentId}`;
  const crowd = Array.from({ length: 20 }, (_, number) => open(number % 2 ? live : other));
  await Promise.all(crowd.map((one) => one.synced()));
  crowd[0]?.write("More.");
  await crowd[0]?.saved();
  await nothingLost(database, documentId, crowd, ["Once.", "More."]);
});

it("17: two people write for an hour offline, on both sides of a deletion, and merge", async () => {
  const first = open();
  await first.synced();
  first.write("Common.");
  await first.saved();
  const copies = [new Y.Doc(), new Y.Doc()].map((doc) => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc));
    return doc;
  });
  first.leave();
  const lines: string[] = [];
  for (const [who, doc] of copies.entries()) {
    for (let number = 0; number < 200; number += 1) {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(`Offline ${who} ${number}.`)]);
      doc.getXmlFragment(BODY_FRAGMENT).push([paragraph]);
      lines.push(`Offline ${who} ${number}.`);
    }
  }
  copies[0]?.getXmlFragment(BODY_FRAGMENT).delete(0, 1);
  const back = copies.map((doc) => open(live, doc));
  await Promise.all(back.map((one) => one.saved()));
  await nothingLost(database, documentId, back, ["Common.", ...lines]);
});

it("20: the server changes the text under the hands of three people, who stay connected", async () => {
  const people = [open(live), open(live), open(other)];
  await Promise.all(people.map((one) => one.synced()));
  const lines: string[] = [];
  const write = async (round: number) => {
    for (const [person, one] of people.entries()) {
      one.write(`Person ${person} round ${round}.`);
      lines.push(`Person ${person} round ${round}.`);
    }
  };
  for (let round = 0; round < 5; round += 1) {
    await write(round);
    await asEditor((scope) =>
      changeBody(scope, scenarioKind, documentId, (doc) => {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [new Y.XmlText(`Server ${round}.`)]);
        doc.getXmlFragment(BODY_FRAGMENT).insert(0, [paragraph]);
      }),
    );
    lines.push(`Server ${round}.`);
  }
  await Promise.all(people.map((one) => one.saved()));
  await expect.poll(() => people.every((one) => one.text().includes("Server 4.")), { timeout: 5_000 }).toBe(true);
  await nothingLost(database, documentId, people, lines);
  expect(people.flatMap(({ refusals }) => refusals)).toEqual([]);
});

it("25: emoji, halves of them, right-to-left and a table of a hundred rows come back as they were", async () => {
  const ana = open();
  const ben = open(other);
  await Promise.all([ana.synced(), ben.synced()]);
  ana.write("👩‍👩‍👧 שלום مرحبا é");
  ana.write("half \ud83d of a pair and a \u0000 null");
  const row = (number: number): BodyNode => ({
    type: "tableRow",
    content: [1, 2].map((cell) => ({
      type: "tableCell",
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [{ type: "paragraph", content: [{ type: "text", text: `Cell ${number}.${cell}` }] }],
    })),
  });
  const before = readBody(ana.doc).marked;
  const table: BodyNode = { type: "table", content: Array.from({ length: 100 }, (_, number) => row(number)) };
  setBody(ana.doc, { type: "doc", content: [...(before?.content ?? []), table] });
  await ana.saved();
  ben.write("Goes on.");
  await ben.saved();
  await nothingLost(database, documentId, [ana, ben], ["👩‍👩‍👧 שלום مرحبا é", "Cell 99.2", "Goes on."]);
  await expect.poll(storedText, { timeout: 10_000 }).toContain("Goes on.");
  expect(await storedText()).toContain("half \ufffd of a pair and a  null");
});

it("28: a page that connects twice is one more reader, and types once", async () => {
  const doc = new Y.Doc();
  const [first, second] = [open(live, doc), open(live, doc)];
  await Promise.all([first.synced(), second.synced()]);
  first.leave();
  second.write("Once.");
  await second.saved();
  const ben = open();
  await ben.synced();
  await nothingLost(database, documentId, [second, ben], ["Once."]);
});

it("the sweep stores what a process left, and one that can't be stored doesn't stop the others", async () => {
  const ana = open();
  await ana.synced();
  ana.write("Left behind.");
  await ana.saved();
  const rows = await database.owner.sql`select * from body_updates where document_id = ${documentId}`;
  expect(rows.length).toBeGreaterThan(0);
  expect(await storeLeftBodies({ db: database.app.db, kinds: documentKinds }, 60)).toBe(0);
  expect(await storeLeftBodies({ db: database.app.db, kinds: documentKinds }, 0)).toBeGreaterThan(0);
  expect(await storedText()).toContain("Left behind.");
  expect(await database.owner.sql`select 1 from body_updates where document_id = ${documentId}`).toHaveLength(0);
});

it("two hundred times opened and closed, everything is let go of", async () => {
  const listening = () => live.collab.documents;
  for (let turn = 0; turn < 20; turn += 1) {
    const crowd = Array.from({ length: 10 }, () => open());
    await Promise.all(crowd.map((one) => one.synced()));
    for (const one of editors.splice(0)) one.leave();
    await expect.poll(listening, { timeout: 5_000, interval: 5 }).toBe(0);
  }
});

function body(text: string): BodyNode {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}
