// Versions of documents whose prose people write in at the same moment.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { restorePoints, versions } from "@/server/db/schema/document";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { changePolicy } from "../../workspaces/use-cases/change-policy";
import { askApproval } from "../approvals/use-cases/ask-approval";
import { decideApproval } from "../approvals/use-cases/decide-approval";
import { appendUpdates } from "../bodies/body-queries";
import { type Body, bodyText, textBody } from "../bodies/body-rules";
import { beginningState, readBody, setBody } from "../bodies/body-yjs";
import { keepBody, openBody } from "../bodies/use-cases/open-body";
import { storeBody } from "../bodies/use-cases/store-body";
import { compareVersions } from "../comparison/use-cases/compare-versions";
import { createDocument } from "../use-cases/create-document";
import { readDraft, readHistory, readVersion } from "../use-cases/read-document";
import { keepRestorePoint } from "./use-cases/keep-restore-point";
import { publishVersion } from "./use-cases/publish-version";
import { restoreSetAsideDraft, restoreVersion } from "./use-cases/restore-draft";
import { verifyVersions } from "./use-cases/verify-versions";

let database: TestDatabase;
let workspaceId: string;
let editor: { userId: string; workspaceId: string };
let other: { userId: string; workspaceId: string };
let documentId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const added = await addWorkspace(database.owner, ["editor", "admin"]);
  workspaceId = added.workspaceId;
  editor = { workspaceId, userId: added.people.editor };
  other = { workspaceId, userId: added.people.admin };
  ({ documentId } = await inScope(database.app, editor, "draft.edit", (scope) =>
    createDocument(scope, scenarioKind, { title: "The bus" }),
  ));
  await inScope(database.app, editor, "draft.edit", async (scope) => {
    const opened = await openBody(scope, scenarioKind, documentId);
    setBody(opened.doc, null);
    await keepBody(scope, scenarioKind, documentId, opened);
  });
});

/** An editor of one person: what they write is acknowledged once it is in the log. */
async function open(who: typeof editor) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await stateNow());
  const write = async (act: (doc: Y.Doc) => void) => {
    const before = Y.encodeStateVector(doc);
    act(doc);
    const data = Y.encodeStateAsUpdate(doc, before);
    const [isTaken] = await appendUpdates(database.app.db, "test", [
      { ...who, documentId, authorId: who.userId, data },
    ]);
    expect(isTaken).toBe(true);
  };
  return {
    doc,
    write: (text: string) => write((now) => setBody(now, textBody(text))),
    /** Adds words to the paragraph with this number. */
    add: (paragraph: number, words: string) =>
      write((now) => {
        const text = (now.getXmlFragment("body").get(paragraph) as Y.XmlElement).get(0) as Y.XmlText;
        text.insert(text.length, words);
      }),
    hear: async () => Y.applyUpdate(doc, await stateNow()),
    text: () => bodyText(readBody(doc).body),
  };
}

/** Everything that was acknowledged, as whoever opens it now gets it. */
function stateNow(): Promise<Uint8Array> {
  return inScope(database.app, editor, "draft.read", async (scope) => {
    const { doc } = await openBody(scope, scenarioKind, documentId);
    return Y.encodeStateAsUpdate(doc);
  });
}

const draft = () => inScope(database.app, editor, "draft.read", (scope) => readDraft(scope, scenarioKind, documentId));
const store = () => inScope(database.app, editor, "draft.edit", (scope) => storeBody(scope, scenarioKind, documentId));
const history = () =>
  inScope(database.app, editor, "document.read", (scope) => readHistory(scope, scenarioKind, documentId));
const restore = (number: number) =>
  inScope(database.app, editor, "document.restore", (scope) =>
    restoreVersion(scope, scenarioKind, { documentId, number }),
  );
const bringBack = (restorePointId: number) =>
  inScope(database.app, editor, "document.restore", (scope) =>
    restoreSetAsideDraft(scope, scenarioKind, { documentId, restorePointId }),
  );
const keep = (isLeft: boolean, now = new Date()) =>
  inScope(database.app, editor, "draft.edit", (scope) =>
    keepRestorePoint(scope, scenarioKind, documentId, { isLeft, now }),
  );
async function publish(revision?: number) {
  const seen = revision ?? (await store()).revision;
  const input = { workspaceId, documentId, revision: seen, note: "New", reason: "wording" as const };
  return inScope(database.app, editor, "document.publish", (scope) => publishVersion(scope, scenarioKind, input));
}
const compare = (from: "draft" | number | `point-${number}`, to: "draft" | number | `point-${number}`) =>
  inScope(database.app, editor, "document.read", (scope) =>
    compareVersions(scope, scenarioKind, { workspaceId, documentId, from, to }),
  );

describe("publishing", () => {
  it("freezes the words that were acknowledged, those of the last moment included", async () => {
    const ben = await open(other);
    await ben.write("The bus is late.");
    await publish();
    const { content } = await inScope(database.app, editor, "document.read", (scope) =>
      readVersion(scope, scenarioKind, { documentId, number: 1 }),
    );
    expect(bodyText(content.story)).toBe("The bus is late.");
  });

  it("is refused when somebody wrote meanwhile what the publisher has not seen", async () => {
    const ben = await open(other);
    await ben.write("The bus is late.");
    const { revision } = await store();
    await ben.add(0, " Very late.");
    await expect(publish(revision)).rejects.toMatchObject({ code: "CONFLICT" });
    await publish();
  });

  it("finds nothing to publish where prose was written and taken back", async () => {
    const ben = await open(other);
    await ben.write("The bus is late.");
    await publish();
    await ben.hear();
    await ben.write("The bus is late. Or not.");
    await ben.write("The bus is late.");
    await expect(publish()).rejects.toMatchObject({ code: "BLOCKED", details: { reasons: ["unchanged"] } });
  });
});

describe("approval", () => {
  it("holds for the prose as it was, and is void with the next word that is stored", async () => {
    await inScope(database.app, other, "workspace.configure", (scope) =>
      changePolicy(scope, { workspaceId, approval: { needed: 1, by: "reviewers" } }),
    );
    const ana = await open(editor);
    await ana.write("The bus is late.");
    const { revision } = await store();
    await inScope(database.app, editor, "draft.edit", (scope) =>
      askApproval(scope, scenarioKind, { workspaceId, documentId, revision, note: "" }),
    );
    await inScope(database.app, other, "draft.decide", (scope) =>
      decideApproval(scope, scenarioKind, { workspaceId, documentId, revision, decision: "approved", note: "" }),
    );
    await ana.add(0, " Again.");
    const stored = await store();
    await expect(publish(stored.revision)).rejects.toMatchObject({
      code: "BLOCKED",
      details: { reasons: ["unapproved"] },
    });
    const told = await database.owner.sql`select kind from notifications where user_id = ${other.userId}`;
    expect(told.map(({ kind }) => kind)).toContain("approval.reset");
  });
});

describe("restoring", () => {
  const START = "She waits for the bus in the rain.\nIt is late again, as it was on Monday.\nShe walks home.";

  it("changes live prose under the hands of those who write, and keeps what they write", async () => {
    const [ana, ben] = [await open(editor), await open(other)];
    await ana.write(START);
    await publish();
    await ben.hear();
    await ben.write(START.replace("again", "today").concat("\nNobody knows why."));
    await publish();
    await Promise.all([ana.hear(), ben.hear()]);
    // Ben writes on, without having heard of the restore yet.
    await restore(1);
    await ben.add(0, " Her phone is dead.");
    await Promise.all([ana.hear(), ben.hear()]);
    const expected = START.replace("rain.", "rain. Her phone is dead.");
    expect([ana.text(), ben.text()]).toEqual([expected, expected]);
    await store();
    expect(bodyText((await draft()).content.story)).toBe(expected);
  });

  it("takes as little as the difference, not the whole text anew", async () => {
    const ana = await open(editor);
    const long = Array.from({ length: 200 }, (_, index) => `Paragraph ${index} tells of the bus.`).join("\n");
    await ana.write(long);
    await publish();
    await ana.hear();
    await ana.add(100, " Late.");
    await publish();
    const before = (await stateNow()).length;
    await restore(1);
    expect((await stateNow()).length - before).toBeLessThan(200);
  });

  it("sets aside what was acknowledged, and undoes itself by the copy", async () => {
    const ana = await open(editor);
    await ana.write(START);
    await publish();
    await ana.hear();
    await ana.add(2, " And sleeps.");
    await restore(1);
    expect(bodyText((await draft()).content.story)).toBe(START);
    const [point] = (await history()).restorePoints;
    expect(point).toMatchObject({ cause: "restore" });
    await bringBack(point?.id ?? 0);
    await ana.hear();
    expect(ana.text()).toBe(`${START} And sleeps.`);
    expect(bodyText((await draft()).content.story)).toBe(`${START} And sleeps.`);
  });

  it("keeps threads on the words that stay", async () => {
    const ana = await open(editor);
    await ana.write(START);
    await publish();
    const thread = crypto.randomUUID();
    await inScope(database.app, editor, "draft.edit", async (scope) => {
      const opened = await openBody(scope, scenarioKind, documentId);
      const paragraph = (words: string, ...marked: string[]) => ({
        type: "paragraph",
        content: [
          { type: "text", text: words },
          ...marked.map((text) => ({ type: "text", text, marks: [{ type: "comment", attrs: { thread } }] })),
        ],
      });
      const content = [paragraph("She waits ", "for the bus"), paragraph("It is late.")];
      setBody(opened.doc, { type: "doc", content });
      await keepBody(scope, scenarioKind, documentId, opened);
    });
    await restore(1);
    await ana.hear();
    expect(ana.text()).toBe(START);
    expect(readBody(ana.doc).marked?.content?.[0]?.content).toEqual([
      { type: "text", text: "She waits " },
      { type: "text", text: "for the bus", marks: [{ type: "comment", attrs: { thread } }] },
      { type: "text", text: " in the rain." },
    ]);
  });
});

describe("copies of the draft", () => {
  it("are kept when everybody has left, once for the same words", async () => {
    const ana = await open(editor);
    await ana.write("One");
    await store();
    expect(await keep(false)).toEqual({ isKept: false });
    expect(await keep(true)).toEqual({ isKept: true });
    expect(await keep(true)).toEqual({ isKept: false });
    await ana.write("One and two");
    await store();
    expect(await keep(true)).toEqual({ isKept: true });
    expect((await history()).restorePoints).toMatchObject([{ cause: "automatic" }, { cause: "automatic" }]);
  });

  it("are kept after ten minutes of work, and not of what is published", async () => {
    const ana = await open(editor);
    await ana.write("One");
    await store();
    const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    expect(await keep(false, later(9))).toEqual({ isKept: false });
    expect(await keep(false, later(11))).toEqual({ isKept: true });
    await ana.write("Two");
    await publish();
    expect(await keep(true, later(30))).toEqual({ isKept: false });
  });

  it("are fifty at most; older ones go, and those of a restore stay", async () => {
    await database.owner.db.insert(restorePoints).values(
      Array.from({ length: 60 }, (_, revision) => ({
        workspaceId,
        documentId,
        content: { revision },
        revision,
        setAsideBy: editor.userId,
        cause: revision < 5 ? ("restore" as const) : ("automatic" as const),
      })),
    );
    const ana = await open(editor);
    await ana.write("One");
    await store();
    await keep(true);
    const rows = await database.owner.db.select().from(restorePoints).where(eq(restorePoints.documentId, documentId));
    expect(rows.filter(({ cause }) => cause === "automatic")).toHaveLength(50);
    expect(rows.filter(({ cause }) => cause === "restore")).toHaveLength(5);
  });

  it("are compared and restored as versions are", async () => {
    const ana = await open(editor);
    await ana.write("She waits for the bus.");
    await store();
    await keep(true);
    await ana.write("She waits for the train.");
    const [point] = (await history()).restorePoints;
    const { changes } = await compare(`point-${point?.id ?? 0}`, "draft");
    expect(changes).toMatchObject([
      {
        shape: "body",
        place: "story",
        change: "changed",
        diff: {
          blocks: [
            {
              change: "changed",
              pieces: [
                { sign: "same", text: "She waits for the " },
                { sign: "removed", text: "bus" },
                { sign: "added", text: "train" },
                { sign: "same", text: "." },
              ],
            },
          ],
        },
      },
    ]);
    await bringBack(point?.id ?? 0);
    await ana.hear();
    expect(ana.text()).toBe("She waits for the bus.");
    await expect(compare("point-999999999", "draft")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("versions of before, whose prose was text", () => {
  it("keep their hash, and compare as paragraphs", async () => {
    const who = editor;
    const { documentId: persona } = await inScope(database.app, who, "draft.edit", (scope) =>
      createDocument(scope, personaKind, { title: "Maya" }),
    );
    const { content } = await inScope(database.app, who, "draft.read", (scope) =>
      readDraft(scope, personaKind, persona),
    );
    const old = { ...content, story: "Maya brews tea.\n\nThen she reads." };
    await database.owner.db.insert(versions).values({
      workspaceId,
      documentId: persona,
      number: 1,
      content: old,
      contentHash: canonicalHash(old),
      note: "Old",
      reason: "first",
      authorId: who.userId,
    });
    await database.owner.db.execute(`update documents set current_version = 1 where id = '${persona}'`);
    const verified = await inScope(database.app, who, "document.read", (scope) =>
      verifyVersions(scope, personaKind, persona),
    );
    expect(verified).toEqual({ checked: 1, altered: [] });
    await inScope(database.app, who, "document.restore", (scope) =>
      restoreVersion(scope, personaKind, { documentId: persona, number: 1 }),
    );
    const { changes } = await inScope(database.app, who, "document.read", (scope) =>
      compareVersions(scope, personaKind, { workspaceId, documentId: persona, from: 1, to: "draft" }),
    );
    expect(changes).toEqual([]);
    const state = beginningState(textBody("Maya brews tea.\nThen she reads."));
    expect(bodyText(bodyOfState(state))).toBe("Maya brews tea.\nThen she reads.");
  });
});

function bodyOfState(state: Uint8Array): Body {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return readBody(doc).body;
}
