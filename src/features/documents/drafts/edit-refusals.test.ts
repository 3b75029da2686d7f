// Bad edits of a draft: each is refused with a sentence that names the place, and nothing changes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { personaKind } from "@/features/personas/persona-kind";
import { segmentKind } from "@/features/segments/segment-kind";
import { pictures } from "@/server/db/schema/workspace";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { editDraftInput } from "../document-contract";
import { createDocument } from "../use-cases/create-document";
import type { Edit } from "./edit-rules";
import { editDraft } from "./use-cases/edit-draft";

let database: TestDatabase;
let editor: { workspaceId: string; userId: string };
let documentId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  editor = { workspaceId, userId: people.editor };
  documentId = await newDocument("persona");
});

async function newDocument(kind: "persona" | "segment", who = editor): Promise<string> {
  const made = await inScope(database.app, who, "draft.edit", (scope) =>
    kind === "persona"
      ? createDocument(scope, personaKind, { title: "New" })
      : createDocument(scope, segmentKind, { title: "New" }),
  );
  return made.documentId;
}

/** As it crosses the wire. */
function edit(...edits: Edit[]) {
  const input = { workspaceId: editor.workspaceId, documentId, batchId: crypto.randomUUID(), edits };
  const parsed = editDraftInput.parse(JSON.parse(JSON.stringify(input)));
  return inScope(database.app, editor, "draft.edit", (scope) => editDraft(scope, personaKind, parsed));
}

function state() {
  return database.owner.sql`
    select d.content, d.revision, d.content_hash, (select count(*) from draft_edits e where e.document_id = d.document_id)
    from drafts d where d.document_id = ${documentId}`;
}

async function refusal(...edits: Edit[]) {
  const before = await state();
  const error: unknown = await edit(...edits).then(
    () => new Error("was not refused"),
    (reason: unknown) => reason,
  );
  expect(await state()).toEqual(before);
  return error;
}

const set = (path: string, value: unknown): Edit => ({ op: "set", path: path.split("."), value });
const claim = (text: string) => ({ id: crypto.randomUUID(), text });
const insert = (path: string, item: { id: string }): Edit => ({
  op: "insert",
  path: path.split("."),
  item,
  before: null,
});

describe("an edit is refused", () => {
  it.each<[string, () => Edit, RegExp]>([
    ["with text that is too long", () => set("summary", "x".repeat(10_001)), /^Summary holds up to [\d,]+ characters/],
    [
      "with a claim that is too long",
      () => insert("claims.goals", claim("x".repeat(5_000))),
      /^Goals, item 1: .*holds up to/,
    ],
    [
      "with a list of more than 500",
      () =>
        set(
          "claims.goals",
          Array.from({ length: 501 }, () => claim("x")),
        ),
      /^Goals holds up to 500 items/,
    ],
    ["with something else than text", () => set("archetype", { a: 1 }), /^Archetype/],
    [
      "with a property that claims don't have",
      () => insert("claims.goals", { ...claim("x"), evil: 1 } as never),
      /^Goals, item 1/,
    ],
    ["at a path that isn't there", () => set("nowhere", 1), /doesn't exist/],
    [
      "at a path that no longer exists",
      () => set(`claims.goals.${crypto.randomUUID()}.text`, "x"),
      /^Goals: Somebody removed/,
    ],
    ["at a list that is none", () => insert("summary", claim("x")), /^Summary: This field is not a list/],
    ["at __proto__", () => set("__proto__.polluted", 1), /doesn't exist/],
    ["at constructor", () => set("claims.constructor", 1), /doesn't exist/],
    ["with a picture that isn't here", () => set("portrait.picture", crypto.randomUUID()), /picture doesn't exist/],
    ["with a link to nothing", () => insert("segments", { id: crypto.randomUUID() }), /segment doesn't exist/],
  ])("%s", async (_name, bad, message) => {
    const error = await refusal(set("archetype", "Fine by itself"), bad());
    expect(error).toMatchObject({ name: "AppError", message: expect.stringMatching(message) });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("with __proto__ in a value", async () => {
    const evil = JSON.parse(`{"id":"${crypto.randomUUID()}","text":"x","__proto__":{"polluted":1}}`) as { id: string };
    const before = await state();
    expect(() => edit(insert("claims.goals", evil))).toThrow("__proto__");
    expect(await state()).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("with a link to a document or picture of another workspace, or to one of another kind", async () => {
    const other = await addWorkspace(database.owner, ["editor"]);
    const theirs = { workspaceId: other.workspaceId, userId: other.people.editor };
    const foreign = await newDocument("segment", theirs);
    const picture = crypto.randomUUID();
    await database.owner.db.insert(pictures).values({
      id: picture,
      workspaceId: theirs.workspaceId,
      uploadedBy: theirs.userId,
      bytes: Buffer.from("x"),
      width: 1,
      height: 1,
    });
    for (const bad of [
      insert("segments", { id: foreign }),
      insert("segments", { id: await newDocument("persona") }),
      set("portrait.picture", picture),
    ]) {
      expect(await refusal(bad)).toMatchObject({ code: "INVALID", message: expect.stringMatching(/doesn't exist/) });
    }
    const own = await newDocument("segment");
    await expect(edit(insert("segments", { id: own }))).resolves.toMatchObject({ revision: 1 });
  });
});
