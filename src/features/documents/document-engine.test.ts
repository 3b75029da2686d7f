import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../personas/persona-kind";
import { compareVersions } from "./comparison/use-cases/compare-versions";
import { applyEdits, type Edit } from "./drafts/edit-rules";
import { editDraft } from "./drafts/use-cases/edit-draft";
import { listOfKind } from "./lists/use-cases/list-documents";
import { createDocument } from "./use-cases/create-document";
import { readDocument, readDraft, readHistory, readVersion } from "./use-cases/read-document";
import { reopenDocument, retireDocument } from "./use-cases/retire-document";
import { publishVersion } from "./versions/use-cases/publish-version";
import { restoreSetAsideDraft, restoreVersion } from "./versions/use-cases/restore-draft";
import { verifyVersions } from "./versions/use-cases/verify-versions";

let database: TestDatabase;
let editor: { userId: string; workspaceId: string };
let viewer: { userId: string; workspaceId: string };
let documentId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "viewer"]);
  editor = { workspaceId, userId: people.editor };
  viewer = { workspaceId, userId: people.viewer };
  const made = await inScope(database.app, editor, "draft.edit", (scope) =>
    createDocument(scope, personaKind, { title: "Maya Okafor" }),
  );
  documentId = made.documentId;
});

const set = (path: string, value: unknown): Edit => ({ op: "set", path: path.split("."), value });

function edit(edits: readonly Edit[], batchId = crypto.randomUUID()) {
  return inScope(database.app, editor, "draft.edit", (scope) =>
    editDraft(scope, personaKind, { workspaceId: editor.workspaceId, documentId, batchId, edits: [...edits] }),
  );
}

function draft() {
  return inScope(database.app, editor, "draft.read", (scope) => readDraft(scope, personaKind, documentId));
}

async function publish(note = "First", revision?: number) {
  const seen = revision ?? (await draft()).revision;
  return inScope(database.app, editor, "document.publish", (scope) =>
    publishVersion(scope, personaKind, {
      workspaceId: editor.workspaceId,
      documentId,
      revision: seen,
      note,
      reason: "wording",
    }),
  );
}

describe("drafts", () => {
  it("applies a batch whole, raises the revision by one and writes the edit log", async () => {
    const claim = { id: crypto.randomUUID(), text: "Finish in one weekend" };
    const { content: before } = await draft();
    const answer = await edit([
      set("archetype", "  The hurried   rebuilder "),
      { op: "insert", path: ["claims", "goals"], item: claim, before: null },
    ]);
    expect(answer.revision).toBe(1);
    const { content } = await draft();
    expect(content.archetype).toBe("The hurried rebuilder");
    expect(content.claims.goals).toEqual([expect.objectContaining({ ...claim, provenance: "assumption" })]);
    expect(applyEdits(before, answer.edits)).toEqual(content);
    const log = await database.owner.sql`select revision, author_id from draft_edits where document_id = ${documentId}`;
    expect(log).toEqual([expect.objectContaining({ revision: 1, author_id: editor.userId })]);
  });

  it("changes nothing when one edit of a batch is bad", async () => {
    await expect(edit([set("archetype", "Fine"), set("age", 400)])).rejects.toMatchObject({
      code: "INVALID",
      details: { path: "age" },
    });
    expect(await draft()).toMatchObject({ revision: 0, content: { archetype: "" } });
  });

  it("applies a batch once, however often it is sent", async () => {
    const batchId = crypto.randomUUID();
    const once = await edit([set("quote", "Once")], batchId);
    await edit([set("summary", "Meanwhile")]);
    expect(await edit([set("quote", "Twice")], batchId)).toEqual(once);
    expect(await draft()).toMatchObject({ revision: 2, content: { quote: "Once" } });
  });

  it("keeps both of two people's edits that arrive at the same moment", async () => {
    await Promise.all([edit([set("location", "Leeds")]), edit([set("occupation", "Nurse")])]);
    expect(await draft()).toMatchObject({ revision: 2, content: { location: "Leeds", occupation: "Nurse" } });
  });

  it("refuses a document that has grown over its limit", async () => {
    const claims = Array.from({ length: 80 }, () => ({ id: crypto.randomUUID(), text: "ñ".repeat(900) }));
    await edit([set("claims.goals", claims)]);
    await expect(
      edit([
        set(
          "claims.pains",
          claims.map((one) => ({ ...one, id: crypto.randomUUID() })),
        ),
      ]),
    ).rejects.toMatchObject({
      code: "LIMIT",
    });
  });
});

describe("versions", () => {
  beforeEach(() => edit([set("archetype", "The hurried rebuilder")]));

  it("numbers them 1, 2, 3 and freezes content with a hash that can be rechecked", async () => {
    expect(await publish()).toEqual({ number: 1 });
    await edit([set("age", 34)]);
    expect(await publish("An age")).toEqual({ number: 2 });
    const first = await inScope(database.app, viewer, "document.read", (scope) =>
      readVersion(scope, personaKind, { documentId, number: 1 }),
    );
    expect(first).toMatchObject({ number: 1, content: { age: null }, reason: "first" });
    const check = await inScope(database.app, viewer, "document.read", (scope) =>
      verifyVersions(scope, personaKind, documentId),
    );
    expect(check).toEqual({ checked: 2, altered: [] });
  });

  it("can't be altered or removed, not even by the database's owner", async () => {
    await publish();
    const { sql } = database.owner;
    await expect(sql`update versions set note = 'x' where document_id = ${documentId}`).rejects.toThrow("append-only");
    await expect(sql`delete from versions where document_id = ${documentId}`).rejects.toThrow("append-only");
    await expect(sql`truncate versions cascade`).rejects.toThrow("append-only");
  });

  it("leave no gap, whoever inserts them", async () => {
    await publish();
    const insert = database.owner.sql`
      insert into versions (workspace_id, document_id, number, content, content_hash, note, reason, author_id)
      select workspace_id, document_id, 3, content, content_hash, note, reason, author_id from versions
      where document_id = ${documentId}`;
    await expect(insert).rejects.toThrow("gap");
  });

  it("let one of two people who publish at once win, and tell the other", async () => {
    const { revision } = await draft();
    const results = await Promise.allSettled([publish("Ana's", revision), publish("Ben's", revision)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost).toMatchObject({ reason: { code: "CONFLICT", details: { currentVersion: 1 } } });
  });

  it("are refused from a revision that is not the newest", async () => {
    const { revision } = await draft();
    await edit([set("age", 35)]);
    await expect(publish("Stale", revision)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("are refused when nothing has changed, an undone change included", async () => {
    await publish();
    await edit([set("age", 35)]);
    await edit([set("age", null)]);
    await expect(publish("Nothing")).rejects.toMatchObject({ code: "BLOCKED", details: { reasons: ["unchanged"] } });
  });

  it("are refused while what the kind needs is missing", async () => {
    await edit([set("archetype", "")]);
    await expect(publish()).rejects.toMatchObject({ code: "BLOCKED", details: { reasons: ["incomplete"] } });
  });

  it("compare field by field, claims by their id", async () => {
    const [stays, goes] = [crypto.randomUUID(), crypto.randomUUID()];
    await edit([
      set("claims.goals", [
        { id: stays, text: "Finish" },
        { id: goes, text: "Save money" },
      ]),
    ]);
    await publish();
    const added = crypto.randomUUID();
    await edit([
      set(`claims.goals.${stays}.text`, "Finish on Sunday"),
      { op: "remove", path: ["claims", "goals"], id: goes },
      { op: "insert", path: ["claims", "goals"], item: { id: added, text: "Teach" }, before: stays },
      set("kind", "secondary"),
    ]);
    const comparison = await inScope(database.app, editor, "document.read", (scope) =>
      compareVersions(scope, personaKind, { workspaceId: editor.workspaceId, documentId, from: 1, to: "draft" }),
    );
    expect(comparison.changes).toMatchObject([
      { shape: "value", place: "kind", before: "Primary", after: "Secondary" },
      {
        shape: "list",
        place: "claims.goals",
        items: [
          { change: "added", after: "Teach" },
          { change: "changed", before: "Finish", after: "Finish on Sunday" },
          { change: "removed", before: "Save money" },
        ],
      },
    ]);
  });
});

describe("restoring", () => {
  it("makes a draft of the old version and sets the unpublished one aside", async () => {
    await edit([set("archetype", "One")]);
    await publish();
    await edit([set("archetype", "Two")]);
    await publish("Second");
    await edit([set("archetype", "Unpublished work")]);
    await inScope(database.app, editor, "document.restore", (scope) =>
      restoreVersion(scope, personaKind, { documentId, number: 1 }),
    );
    expect(await draft()).toMatchObject({ basedOn: 1, content: { archetype: "One" } });
    const history = await inScope(database.app, editor, "document.read", (scope) =>
      readHistory(scope, personaKind, documentId),
    );
    expect(history.versions.map((version) => version.number)).toEqual([2, 1]);
    expect(history.restorePoints).toHaveLength(1);

    const [point] = history.restorePoints;
    await inScope(database.app, editor, "document.restore", (scope) =>
      restoreSetAsideDraft(scope, personaKind, { documentId, restorePointId: point?.id ?? 0 }),
    );
    expect(await draft()).toMatchObject({ content: { archetype: "Unpublished work" } });
  });

  it("gives the next number when the restored draft is published", async () => {
    await edit([set("archetype", "One")]);
    await publish();
    await edit([set("archetype", "Two")]);
    await publish("Second");
    await inScope(database.app, editor, "document.restore", (scope) =>
      restoreVersion(scope, personaKind, { documentId, number: 1 }),
    );
    expect(await publish("Back to the first")).toEqual({ number: 3 });
    const third = await inScope(database.app, editor, "document.read", (scope) =>
      readVersion(scope, personaKind, { documentId, number: 3 }),
    );
    expect(third).toMatchObject({ basedOn: 1, content: { archetype: "One" } });
  });
});

describe("what a viewer sees", () => {
  const read = () =>
    inScope(database.app, viewer, "document.read", (scope) => readDocument(scope, personaKind, documentId));
  const list = (who: typeof viewer) =>
    inScope(database.app, who, "document.read", (scope) =>
      listOfKind(scope, personaKind, { workspaceId: who.workspaceId, limit: 50 }),
    );

  it("is nothing of a document that was never published", async () => {
    await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await list(viewer)).items).toEqual([]);
    expect((await list(editor)).items).toHaveLength(1);
  });

  it("is the published name and state, whatever the draft says", async () => {
    await edit([set("archetype", "The hurried rebuilder")]);
    await publish();
    await edit([set("title", "Secret new name")]);
    expect((await read()).document).toMatchObject({ title: "Maya Okafor", state: "published" });
    expect((await list(viewer)).items[0]).toMatchObject({ title: "Maya Okafor", state: "published" });
    expect((await list(editor)).items[0]).toMatchObject({ title: "Secret new name", state: "changed" });
  });
});

describe("lists", () => {
  it("page without gaps or repeats, newest change first", async () => {
    for (const title of ["B", "C", "D", "E"]) {
      await inScope(database.app, editor, "draft.edit", (scope) => createDocument(scope, personaKind, { title }));
    }
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await inScope(database.app, editor, "document.read", (scope) =>
        listOfKind(scope, personaKind, { workspaceId: editor.workspaceId, limit: 2, ...(cursor ? { cursor } : {}) }),
      );
      titles.push(...page.items.map((item) => item.title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(titles).toEqual(["E", "D", "C", "B", "Maya Okafor"]);
  });

  it("hold retired documents apart, which can't be edited until they are brought back", async () => {
    await inScope(database.app, editor, "document.retire", (scope) =>
      retireDocument(scope, personaKind, { documentId, reason: "Merged" }),
    );
    const list = (state?: "retired") =>
      inScope(database.app, editor, "document.read", (scope) =>
        listOfKind(scope, personaKind, { workspaceId: editor.workspaceId, limit: 50, ...(state ? { state } : {}) }),
      );
    expect((await list()).items).toEqual([]);
    expect((await list("retired")).items).toHaveLength(1);
    await expect(edit([set("age", 30)])).rejects.toMatchObject({ code: "BLOCKED" });
    await inScope(database.app, editor, "document.retire", (scope) =>
      reopenDocument(scope, personaKind, { documentId }),
    );
    await edit([set("age", 30)]);
  });

  it("treat % and _ in a search as themselves", async () => {
    const found = await inScope(database.app, editor, "document.read", (scope) =>
      listOfKind(scope, personaKind, { workspaceId: editor.workspaceId, limit: 50, text: "%" }),
    );
    expect(found.items).toEqual([]);
  });
});
