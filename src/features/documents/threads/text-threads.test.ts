// Threads on words that people write together: begun, moved, cut, copied and undone, in real shared documents over a real
// database.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentKinds } from "@/api/document-kinds";
import { listOwnNotices } from "@/features/notifications/use-cases/read-notifications";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import type { Scope } from "@/server/access/open-scope";
import type { Permission, Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { listActivity } from "../activity/use-cases/list-activities";
import { anchoredRanges } from "../bodies/body-anchors";
import { appendUpdates } from "../bodies/body-queries";
import { BODY_FRAGMENT, type BodyNode, bodyText } from "../bodies/body-rules";
import { bodyWords } from "../bodies/body-words-rules";
import { readBody, setBody } from "../bodies/body-yjs";
import { changeBody } from "../bodies/use-cases/change-body";
import { openBody } from "../bodies/use-cases/open-body";
import { storeBody } from "../bodies/use-cases/store-body";
import { createDocument } from "../use-cases/create-document";
import { readDraft } from "../use-cases/read-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { decideProposal, withdrawProposal } from "./use-cases/decide-proposal";
import { listInText } from "./use-cases/list-in-text";
import { readThread } from "./use-cases/read-threads";
import { resolveThread } from "./use-cases/resolve-thread";
import { startTextThread } from "./use-cases/start-text-thread";

const ROLES = ["viewer", "reviewer", "editor", "admin"] as const;
let database: TestDatabase;
let workspaceId: string;
let people: Record<(typeof ROLES)[number], string>;
let documentId: string;
/** The editor's open document, of which every change is written down as its editor would do it. */
let live: Y.Doc;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function as<P extends Permission, T>(role: Role, permission: P, work: (scope: Scope<P>) => Promise<T>): Promise<T> {
  const userId = people[role as keyof typeof people];
  return inScope(database.app, { userId, workspaceId }, permission, work);
}

const p = (...content: BodyNode[]): BodyNode => ({ type: "paragraph", content });
const t = (text: string, ...marks: string[]): BodyNode => ({
  type: "text",
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const list = (...items: BodyNode[][]): BodyNode => ({
  type: "bulletList",
  content: items.map((content) => ({ type: "listItem", content })),
});
const STORY: BodyNode[] = [
  p(t("The parcel is "), t("late", "bold"), t(" again. She waits.")),
  list([p(t("First the doorbell"))], [p(t("then the neighbour"))]),
  { type: "codeBlock", content: [t("const late = true;")] },
  {
    type: "table",
    content: [{ type: "tableRow", content: [{ type: "tableCell", content: [p(t("In a cell, she waits."))] }] }],
  },
];

async function begin(content: BodyNode[] = STORY): Promise<void> {
  ({ documentId } = await as("editor", "draft.edit", async (scope) => {
    const made = await createDocument(scope, scenarioKind, { title: "Late delivery" });
    await changeBody(scope, scenarioKind, made.documentId, (doc) => setBody(doc, { type: "doc", content }));
    return made;
  }));
  live = await now();
}

beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ROLES));
  await begin();
});

/** The document as the server knows it. */
async function now(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  await as("editor", "draft.edit", async (scope) => {
    const opened = await openBody(scope, scenarioKind, documentId);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(opened.doc));
  });
  return doc;
}

/** What the editor does in their document, acknowledged and stored. */
async function write(change: (doc: Y.Doc) => void): Promise<void> {
  await pull();
  const before = Y.encodeStateVector(live);
  change(live);
  const data = Y.encodeStateAsUpdate(live, before);
  await appendUpdates(database.app.db, "", [{ workspaceId, documentId, authorId: people.editor, data }]);
  await as("editor", "draft.edit", (scope) => storeBody(scope, scenarioKind, documentId));
}

async function pull(): Promise<void> {
  Y.applyUpdate(live, Y.encodeStateAsUpdate(await now()));
}

const block = (index: number) => live.getXmlFragment(BODY_FRAGMENT).get(index) as Y.XmlElement;
const textOf = (element: Y.XmlElement) => element.get(0) as Y.XmlText;

/** Where words stand in the editor's document, as the editor sends it. */
function select(quote: string, doc = live) {
  const { flat, pieces } = bodyWords(doc);
  const from = flat.indexOf(quote);
  if (from < 0) throw new Error(`there is no “${quote}”`);
  const encoded = (at: number, assoc: number) => {
    const piece = pieces.find((one) => one.from <= at - (assoc < 0 ? 1 : 0) && at - (assoc < 0 ? 1 : 0) < one.to);
    if (!piece) throw new Error("no words are there");
    const position = Y.createRelativePositionFromTypeIndex(piece.text, piece.at + at - piece.from, assoc);
    return Buffer.from(Y.encodeRelativePosition(position)).toString("base64");
  };
  return { from: encoded(from, 0), to: encoded(from + quote.length, -1) };
}

function start(role: Role, quote: string, more: { version?: number; proposal?: string; isBlind?: boolean } = {}) {
  const { version = null, proposal = null, isBlind = version !== null } = more;
  const positions = isBlind ? null : select(quote);
  return as(role, "document.comment", (scope) =>
    startTextThread(scope, documentKinds, { documentId, version, quote, positions, body: "Is this so?", proposal }),
  );
}
const anchors = async (threadId: string) => {
  const words = bodyWords(await now());
  return anchoredRanges(words, threadId).map(({ from, to }) => words.flat.slice(from, to));
};
const read = (threadId: string) =>
  as("editor", "document.read", (scope) => readThread(scope, documentKinds, { documentId, threadId }));
const isGone = async (threadId: string) => (await read(threadId)).isOrphaned;
const draft = () => as("editor", "draft.read", (scope) => readDraft(scope, scenarioKind, documentId));
const publish = async () => {
  const { revision } = await draft();
  return as("editor", "document.publish", (scope) =>
    publishVersion(scope, scenarioKind, { workspaceId, documentId, revision, note: "First", reasons: [] }),
  );
};

describe("a thread on words", () => {
  it("is anchored on them by who may not write; the text and its revision stay what they were", async () => {
    const before = await draft();
    const { threadId, isAnchored } = await start("reviewer", "is late again");
    expect(isAnchored).toBe(true);
    expect(await anchors(threadId)).toEqual(["is late again"]);
    const after = await draft();
    expect([after.revision, after.content]).toEqual([before.revision, before.content]);
    expect(await read(threadId)).toMatchObject({ place: "story", label: "Story", quote: "is late again" });
    expect(readBody(await now()).problem).toBeNull();
  });

  it.each([
    ["in a list", "First the doorbell"],
    ["over two items", "doorbell\nthen the"],
    ["in code", "late = true"],
    ["in a table's cell", "In a cell"],
  ])("is anchored %s", async (_, quote) => {
    const { threadId, isAnchored } = await start("reviewer", quote);
    expect(isAnchored).toBe(true);
    expect((await anchors(threadId)).join("\n")).toBe(quote);
  });

  it("follows its words when others wrote before them after they were selected", async () => {
    const positions = select("She waits");
    await write(() => textOf(block(0)).insert(0, "She waits. Then: "));
    const { threadId } = await as("reviewer", "document.comment", (scope) =>
      startTextThread(scope, documentKinds, {
        documentId,
        version: null,
        quote: "She waits",
        positions,
        body: "Here",
        proposal: null,
      }),
    );
    const words = bodyWords(await now());
    expect(anchoredRanges(words, threadId)[0]?.from).toBe(words.flat.lastIndexOf("She waits"));
  });

  it("is anchored on what its words became when one of them was changed meanwhile", async () => {
    const positions = select("The parcel is late again");
    await write(() => {
      textOf(block(0)).delete(4, 6);
      textOf(block(0)).insert(4, "letter", {});
    });
    const { threadId } = await as("reviewer", "document.comment", (scope) =>
      startTextThread(scope, documentKinds, {
        documentId,
        version: null,
        quote: "The parcel is late again",
        positions,
        body: "Here",
        proposal: null,
      }),
    );
    expect(await anchors(threadId)).toEqual(["The letter is late again"]);
    expect((await read(threadId)).quote).toBe("The parcel is late again");
  });

  it("on words that are deleted meanwhile is kept with its quote, and says so", async () => {
    const positions = select("First the doorbell");
    await write(() => block(1).delete(0, 1));
    const { threadId, isAnchored } = await as("reviewer", "document.comment", (scope) =>
      startTextThread(scope, documentKinds, {
        documentId,
        version: null,
        quote: "First the doorbell",
        positions,
        body: "Here",
        proposal: null,
      }),
    );
    expect(isAnchored).toBe(false);
    expect(await read(threadId)).toMatchObject({ quote: "First the doorbell", isOrphaned: true });
  });

  it("may lie over others: each keeps its own words", async () => {
    const first = await start("reviewer", "parcel is late");
    await pull();
    const second = await start("editor", "late again");
    await pull();
    const third = await start("reviewer", "parcel is late");
    expect(await anchors(first.threadId)).toEqual(["parcel is late"]);
    expect(await anchors(second.threadId)).toEqual(["late again"]);
    expect(await anchors(third.threadId)).toEqual(["parcel is late"]);
    const listed = await as("editor", "document.read", (scope) => listInText(scope, documentKinds, { documentId }));
    expect(listed.map(({ threadId }) => threadId)).toEqual([first.threadId, second.threadId, third.threadId]);
  });

  it("of a version is a viewer's to begin, and hangs on the draft where the same words stand once", async () => {
    await publish();
    await write(() => textOf(block(0)).insert(0, "Well. "));
    const once = await start("viewer", "late again", { version: 1 });
    expect(once.isAnchored).toBe(true);
    expect(await anchors(once.threadId)).toEqual(["late again"]);
    const often = await start("viewer", "she waits", { version: 1 });
    expect(often.isAnchored).toBe(true);
    const twice = await start("viewer", "waits", { version: 1 });
    expect(twice.isAnchored).toBe(false);
    const listed = await as("viewer", "document.read", (scope) => listInText(scope, documentKinds, { documentId }));
    expect(listed.map(({ quote, isGone }) => [quote, isGone])).toEqual([
      ["late again", false],
      ["she waits", false],
      ["waits", true],
    ]);
  });

  it("is not a viewer's to begin on the draft, nor anybody's on words that a version doesn't hold", async () => {
    await publish();
    await expect(start("viewer", "late again")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(start("viewer", "never said", { version: 1 })).rejects.toMatchObject({ code: "INVALID" });
    await expect(start("viewer", "late again", { version: 7 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps what an editor wrote a moment ago under the editor's name", async () => {
    await pull();
    const before = Y.encodeStateVector(live);
    textOf(block(0)).insert(0, "Oh. ");
    const data = Y.encodeStateAsUpdate(live, before);
    await appendUpdates(database.app.db, "", [{ workspaceId, documentId, authorId: people.editor, data }]);
    await start("reviewer", "late again");
    const rows = await database.owner.sql<{ authorId: string }[]>`
      select author_id as "authorId" from draft_edits where document_id = ${documentId} order by revision desc limit 1`;
    expect(rows[0]?.authorId).toBe(people.editor);
  });
});

it("many begin, decide, resolve and write at the same time: nobody waits for another forever, nothing is lost", async () => {
  const first = await start("reviewer", "late again", { proposal: "late once more" });
  const settled = await start("reviewer", "First the doorbell");
  await pull();
  const quotes = ["She waits", "then the", "neighbour", "In a cell", "const late", "The parcel"];
  const typed = async (words: string) => {
    const own = new Y.Doc();
    Y.applyUpdate(own, Y.encodeStateAsUpdate(live));
    const before = Y.encodeStateVector(own);
    ((own.getXmlFragment(BODY_FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, words);
    const data = Y.encodeStateAsUpdate(own, before);
    await appendUpdates(database.app.db, "", [{ workspaceId, documentId, authorId: people.editor, data }]);
    await as("editor", "draft.edit", (scope) => storeBody(scope, scenarioKind, documentId));
  };
  const begun = quotes.map((quote) => start("reviewer", quote));
  await Promise.all([
    ...begun,
    typed("One. "),
    typed("Two. "),
    as("editor", "draft.edit", (scope) =>
      decideProposal(scope, documentKinds, { commentId: first.commentId, decision: "accepted" }),
    ),
    as("editor", "document.comment", (scope) =>
      resolveThread(scope, documentKinds, { threadId: settled.threadId, isResolved: true }),
    ),
  ]);
  for (const [index, { threadId }] of (await Promise.all(begun)).entries()) {
    expect(await anchors(threadId)).toEqual([quotes[index]]);
    expect(await isGone(threadId)).toBe(false);
  }
  const text = bodyText((await draft()).content.story);
  for (const words of ["One. ", "Two. ", "late once more"]) expect(text).toContain(words);
});

describe("its mark", () => {
  const cut = (text: Y.XmlText, from: number) => {
    const rest = (text.toDelta() as { insert: string; attributes?: object }[]).slice();
    const delta: { insert: string; attributes?: object }[] = [];
    let at = 0;
    for (const { insert, attributes } of rest) {
      const part = insert.slice(Math.max(0, from - at));
      at += insert.length;
      if (part !== "") delta.push({ insert: part, ...(attributes && { attributes }) });
    }
    text.delete(from, text.length - from);
    return delta;
  };

  it("stays on both halves when its paragraph is split, and on the whole when it is joined again", async () => {
    const { threadId } = await start("reviewer", "is late again");
    await write((doc) => {
      const text = textOf(block(0));
      const delta = cut(text, 16);
      const element = new Y.XmlElement("paragraph");
      const rest = new Y.XmlText();
      element.insert(0, [rest]);
      doc.getXmlFragment(BODY_FRAGMENT).insert(1, [element]);
      rest.applyDelta(delta);
    });
    expect((await anchors(threadId)).map((words) => words.replace("\n", "|"))).toEqual(["is la|te again"]);
    expect(await isGone(threadId)).toBe(false);
  });

  it("goes with words that are moved within the text", async () => {
    const { threadId } = await start("reviewer", "First the doorbell");
    await write((doc) => {
      const delta = textOf(block(1).get(0) as Y.XmlElement as never);
      expect(delta).toBeDefined();
      const { marked } = readBody(doc);
      const [first, items, ...rest] = marked?.content ?? [];
      setBody(doc, { type: "doc", content: [items, ...rest, first].filter((one) => one !== undefined) });
    });
    expect(await anchors(threadId)).toEqual(["First the doorbell"]);
  });

  it("stays on what is left when part of its words is deleted", async () => {
    const { threadId } = await start("reviewer", "is late again");
    await write(() => textOf(block(0)).delete(11, 3));
    expect(await anchors(threadId)).toEqual(["late again"]);
    expect(await isGone(threadId)).toBe(false);
  });

  it("is gone with all its words, and back when the deletion is undone", async () => {
    const { threadId } = await start("reviewer", "is late again");
    await pull();
    const undo = new Y.UndoManager(live.getXmlFragment(BODY_FRAGMENT));
    await write(() => textOf(block(0)).delete(11, 13));
    expect(await isGone(threadId)).toBe(true);
    expect((await read(threadId)).quote).toBe("is late again");
    await write(() => undo.undo());
    expect(await isGone(threadId)).toBe(false);
    expect(await anchors(threadId)).toEqual(["is late again"]);
  });

  it("of another document's thread gains nothing", async () => {
    const { threadId } = await start("reviewer", "is late again");
    await write(() => textOf(block(0)).delete(11, 13));
    const first = documentId;
    await begin([p(t("Elsewhere."))]);
    await write(() => textOf(block(0)).format(0, 9, { "comment--AAAAAAAA": { thread: threadId } }));
    documentId = first;
    expect(await isGone(threadId)).toBe(true);
  });

  it("is in no version", async () => {
    await start("reviewer", "is late again");
    await write(() => textOf(block(0)).insert(0, "So. "));
    await publish();
    const rows = await database.owner.sql<{ content: string }[]>`
      select content::text as content from versions where document_id = ${documentId}`;
    expect(rows[0]?.content).toContain("late");
    expect(rows[0]?.content).not.toContain("comment");
  });
});

describe("a proposal", () => {
  const decide = (commentId: string, decision: "accepted" | "declined" = "accepted") =>
    as("editor", "draft.edit", (scope) => decideProposal(scope, documentKinds, { commentId, decision }));

  it("takes the place of its words when an editor accepts it; formats and other threads on what stays remain", async () => {
    const other = await start("editor", "is late");
    await pull();
    const { threadId, commentId } = await start("reviewer", "The parcel is late again", {
      proposal: "The parcel is very late once more",
    });
    await decide(commentId);
    const { content } = await draft();
    expect(content.story?.content?.[0]?.content).toEqual([
      t("The parcel is very "),
      t("late", "bold"),
      t(" once more. She waits."),
    ]);
    expect((await anchors(other.threadId)).join(" … ")).toContain("late");
    const { comments, resolved } = await read(threadId);
    expect(comments[0]?.proposal).toEqual({
      text: "The parcel is very late once more",
      state: "accepted",
      decidedBy: "editor",
    });
    expect(resolved?.by).toBe("editor");
    const notices = await as("reviewer", "workspace.read", (scope) => listOwnNotices(scope, { workspaceId, limit: 5 }));
    expect(notices.items[0]).toMatchObject({ kind: "proposal.decided", subject: { decision: "accepted" } });
    const feed = await as("editor", "document.read", (scope) =>
      listActivity(scope, { workspaceId, documentId, limit: 5 }),
    );
    expect(feed.items[0]?.verb).toBe("proposal-accepted");
    await pull();
    expect(bodyText(readBody(live).body)).toContain("very late once more");
  });

  it("may take words away", async () => {
    const { commentId, threadId } = await start("reviewer", "late again", { proposal: "" });
    await decide(commentId);
    expect(bodyText((await draft()).content.story)).toContain("The parcel is . She waits.");
    expect(await isGone(threadId)).toBe(true);
  });

  it("is refused once its words have changed, telling what they are now; nothing changes", async () => {
    const { commentId, threadId } = await start("reviewer", "is late again", { proposal: "is here" });
    await write(() => textOf(block(0)).insert(14, "very "));
    await expect(decide(commentId)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("changed since"),
      details: { now: "is very late again" },
    });
    expect((await read(threadId)).comments[0]?.proposal?.state).toBe("open");
    expect(bodyText((await draft()).content.story)).toContain("is very late again");
    await write(() => textOf(block(0)).delete(11, 18));
    await expect(decide(commentId)).rejects.toMatchObject({ message: expect.stringContaining("were removed") });
  });

  it("is decided once, however many try at the same time", async () => {
    const { commentId } = await start("reviewer", "late", { proposal: "early" });
    const tries = await Promise.allSettled([decide(commentId), decide(commentId), decide(commentId, "declined")]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(decide(commentId)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is taken back by who made it alone, and is then not accepted any more", async () => {
    const { commentId, threadId } = await start("reviewer", "late", { proposal: "early" });
    const withdraw = (role: Role) =>
      as(role, "draft.suggest", (scope) => withdrawProposal(scope, documentKinds, { commentId }));
    await expect(withdraw("editor")).rejects.toMatchObject({ code: "BLOCKED" });
    await withdraw("reviewer");
    expect((await read(threadId)).comments[0]?.proposal?.state).toBe("withdrawn");
    await expect(decide(commentId)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is not a viewer's to make, not for more than one block, and says something else than what is there", async () => {
    await publish();
    await expect(start("viewer", "late", { proposal: "early", version: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(start("reviewer", "doorbell\nthen", { proposal: "bell" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(start("reviewer", "late", { proposal: "late" })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("of a thread that was resolved and reopened keeps what became of it", async () => {
    const { commentId, threadId } = await start("reviewer", "late", { proposal: "early" });
    await decide(commentId, "declined");
    await as("editor", "document.comment", (scope) =>
      resolveThread(scope, documentKinds, { threadId, isResolved: false }),
    );
    expect((await read(threadId)).comments[0]?.proposal).toMatchObject({ state: "declined", decidedBy: "editor" });
  });
});
