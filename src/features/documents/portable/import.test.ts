import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personaKind } from "@/features/personas/persona-kind";
import type { PersonaContent } from "@/features/personas/persona-rules";
import { segmentKind } from "@/features/segments/segment-kind";
import type { AppError } from "@/shared/errors";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { bodyText } from "../bodies/body-rules";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { createDocument } from "../use-cases/create-document";
import { readDraft } from "../use-cases/read-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { FILE_FORMATS, type FileFormat } from "./portable-rules";
import { exportDocument } from "./use-cases/export-document";
import { importDocuments } from "./use-cases/import-documents";
import { previewImport } from "./use-cases/preview-import";

let database: TestDatabase;
let workspaceId: string;
let editor: string;
let viewer: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const made = await addWorkspace(database.owner, ["editor", "viewer"]);
  ({ workspaceId } = made);
  ({ editor, viewer } = made.people);
});

const fileOf = (text: string, format: FileFormat = "markdown") => ({
  workspaceId,
  format,
  text,
  fileName: format === "json" ? "file.json" : "file.md",
});

function preview(text: string, format: FileFormat = "markdown") {
  return inScope(database.app, { userId: editor, workspaceId }, "draft.edit", (scope) =>
    previewImport(scope, personaKind, fileOf(text, format)),
  );
}

type Choice = Parameters<typeof importDocuments>[2]["documents"];
function importText(
  text: string,
  format: FileFormat = "markdown",
  documents: Choice = [{ at: 0, title: "Maya" }],
  moves: Parameters<typeof importDocuments>[2]["moves"] = [],
) {
  return inScope(database.app, { userId: editor, workspaceId }, "draft.edit", async (scope) => {
    const { documentIds } = await importDocuments(scope, personaKind, { ...fileOf(text, format), documents, moves });
    const read = scope.also("draft.read");
    return Promise.all(documentIds.map(async (id) => (await readDraft(read, personaKind, id)).content));
  });
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await work.then(
    () => undefined,
    (thrown: AppError) => thrown,
  );
  return { code: error?.code ?? "accepted", message: error?.message ?? "" };
}

async function countOfDocuments(): Promise<number> {
  const [row] = await database.owner
    .sql`select count(*)::int as count from documents where workspace_id = ${workspaceId}`;
  return row?.count;
}

const SEVERAL =
  "# Personas\n\n## 1. Ann — nurse\n\n> Quick.\n\n- **Age:** 34\n\n## 2. Bob — cook\n\n**Goals**\n\n- Sell\n";

describe("an import", () => {
  test("makes what was chosen, named and moved as the person wants, and tells the feed", async () => {
    const { documents } = await preview(SEVERAL);
    expect(documents.map(({ title, subtitle }) => [title, subtitle])).toEqual([
      ["Ann", "nurse"],
      ["Bob", "cook"],
    ]);
    const sell = documents[1]?.pieces.find(({ text }) => text === "Sell");
    const [bob, ann] = await importText(
      SEVERAL,
      "markdown",
      [
        { at: 1, title: "Robert", subtitle: "the cook" },
        { at: 0, title: "Ann" },
      ],
      [{ piece: sell?.number ?? -1, to: "claims.needs" }],
    );
    expect(bob).toMatchObject({
      title: "Robert",
      archetype: "the cook",
      claims: { goals: [], needs: [{ text: "Sell" }] },
    });
    expect(ann).toMatchObject({ title: "Ann", archetype: "nurse", age: 34 });
    const activities = await database.owner.sql`
      select verb, details from activities where workspace_id = ${workspaceId}`;
    expect(activities).toMatchObject([
      { verb: "imported", details: { file: "file.md" } },
      { verb: "imported", details: { file: "file.md" } },
    ]);
  });

  test("says which text is in the story because it is one, and which for want of a field", async () => {
    const { documents } = await preview("# Ann\n\n## A day in the life\n\nUp at six.\n\n## Car\n\nNone.\n");
    const said = documents[0]?.pieces.filter(({ isLabel }) => !isLabel).map(({ text, isMeant }) => [text, isMeant]);
    expect(said).toEqual([
      ["Up at six.", true],
      ["None.", false],
    ]);
  });

  test("is a preview's twin: the preview writes nothing", async () => {
    await preview(SEVERAL);
    expect(await countOfDocuments()).toBe(0);
  });

  test("leaves out what the person leaves out, and nothing else", async () => {
    const { documents } = await preview(SEVERAL);
    const quote = documents[0]?.pieces.find(({ text }) => text === "Quick.");
    const [ann] = await importText(
      SEVERAL,
      "markdown",
      [{ at: 0, title: "Ann" }],
      [{ piece: quote?.number ?? -1, to: "*out" }],
    );
    expect(ann).toMatchObject({ quote: "", archetype: "nurse", age: 34 });
  });

  test.each([
    ["a document that isn't in the text", [{ at: 7, title: "X" }], []],
    [
      "one document twice",
      [
        { at: 0, title: "X" },
        { at: 0, title: "Y" },
      ],
      [],
    ],
    ["a move to what takes no text", [{ at: 0, title: "X" }], [{ piece: 1, to: "portrait.seed" }]],
    ["a move to a prototype", [{ at: 0, title: "X" }], [{ piece: 1, to: "__proto__" }]],
    ["a move of nothing", [{ at: 0, title: "X" }], [{ piece: 99_999, to: "story" }]],
  ])("refuses %s and makes none", async (_, documents, moves) => {
    expect((await refusalOf(importText(SEVERAL, "markdown", documents, moves))).code).toBe("INVALID");
    expect(await countOfDocuments()).toBe(0);
  });
});

/** Milliseconds; the worst takes a third of it on a machine that has nothing else to do. */
const SOON = 5_000;

const NEST = (depth: number, open: string, close = "") => `${open.repeat(depth)}1${close.repeat(depth)}`;

describe("a hostile file is refused soon, with its place, and changes nothing", () => {
  test.each<[string, FileFormat, string, RegExp]>([
    ["quotes in quotes", "markdown", ">".repeat(100_000), /^Line 1 is nested more than 50 levels/],
    [
      "lists in lists",
      "markdown",
      Array.from({ length: 1_000 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
      /^Line 52 is nested/,
    ],
    ["lists in one line", "markdown", `\n\n${"- ".repeat(1_000)}a`, /^Line 3 is nested/],
    ["headings without end", "markdown", "# a\n".repeat(100_000), /more than 5000 headings/],
    [
      "rows without end",
      "markdown",
      `| Name | Goals |\n|-|-|\n${"| a | b |\n".repeat(500)}`,
      /500 personas; up to 100/,
    ],
    ["objects in objects", "json", NEST(1_000, '{"a":', "}"), /^\/a\/a\/a.* nests deeper than 20 levels/],
    ["lists in lists", "json", NEST(1_000, "[", "]"), /nests deeper than 20 levels/],
    [
      "a prototype",
      "json",
      '{"name":"A","x":{"__proto__":{"isAdmin":true}}}',
      /^\/x\/__proto__ is a name that no document may use/,
    ],
    ["a prototype, escaped", "json", '{"name":"A","\\u005f_proto__":1}', /^\/__proto__ is a name/],
    ["a constructor", "json", '{"personas":[{"name":"A"},{"constructor":1}]}', /^\/personas\/1\/constructor is a name/],
    ["a name twice", "json", '{"name":"A","goals":["a"],"goals":["b"]}', /^\/goals is there twice/],
    [
      "a list without end",
      "json",
      JSON.stringify({ name: "A", goals: Array.from({ length: 501 }, () => "g") }),
      /^\/goals lists more than 500/,
    ],
    ["half a file", "json", '{"name":"A",', /^This is not proper JSON/],
    [
      "values without end",
      "json",
      JSON.stringify(Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => [`k${at}`, 1]))),
      /more than 5000/,
    ],
    ["nothing", "json", "[]", /^There is no persona in this text/],
    ["nothing", "markdown", " \n\n---\n", /^There is no persona in this text/],
  ])("%s (%s)", async (_, format, text, message) => {
    const start = performance.now();
    const refusal = await refusalOf(importText(text, format));
    expect(refusal.message).toMatch(message);
    expect(performance.now() - start).toBeLessThan(SOON);
    expect(await countOfDocuments()).toBe(0);
  });

  test("text of any kind at the limit is read soon", async () => {
    for (const unit of [
      "[",
      "*a_b",
      "*a ",
      "a\n",
      "`",
      "<a ",
      "&a",
      "![",
      "[a](",
      "**a *b ",
      "\\",
      " ",
      "_a",
      "|a",
      "a: b\n",
      "😀",
    ]) {
      const start = performance.now();
      await preview(unit.repeat(Math.floor(500_000 / unit.length))).catch(() => {});
      expect(performance.now() - start, JSON.stringify(unit)).toBeLessThan(SOON);
    }
  }, 60_000);

  test("claims beyond what a section holds, and text beyond what a document holds", async () => {
    const items = Array.from({ length: 501 }, (_, index) => `- goal ${index}`).join("\n");
    expect(await refusalOf(importText(`# Maya\n\n## Goals\n\n${items}\n`))).toMatchObject({
      code: "LIMIT",
      message: expect.stringMatching(/^Line 505: “Goals” holds up to 500 items/),
    });
    const long = `${"| a ".repeat(40)}|\n${"|-".repeat(40)}|\n${`${"| a ".repeat(40)}|\n`.repeat(400)}`;
    expect(await refusalOf(importText(`# Maya\n\n${long}\n`))).toMatchObject({
      code: "LIMIT",
      message: expect.stringMatching(/is too long: a persona holds up to 2 MB of prose/),
    });
    expect(await countOfDocuments()).toBe(0);
  });
});

describe("an export", () => {
  async function publishedPersona(): Promise<{ documentId: string; content: PersonaContent }> {
    return inScope(database.app, { userId: editor, workspaceId }, "draft.edit", async (scope) => {
      const segment = await createDocument(scope, segmentKind, { title: "New movers", template: "new" });
      const { documentId } = await createDocument(scope, personaKind, {
        title: "Maya *Okafor*",
        template: "careful-planner",
      });
      const link = { id: segment.documentId, title: "New movers", share: 40, order: 1 };
      const { revision } = await editDraft(scope, personaKind, {
        workspaceId,
        documentId,
        batchId: crypto.randomUUID(),
        edits: [{ op: "set", path: ["segments"], value: [link] }],
      });
      await publishVersion(scope.also("document.publish"), personaKind, {
        workspaceId,
        documentId,
        revision,
        note: "First",
        reasons: [],
      });
      const { content } = await readDraft(scope.also("draft.read"), personaKind, documentId);
      return { documentId, content };
    });
  }

  const exported = (documentId: string, format: FileFormat, who = viewer, version: number | "draft" = 1) =>
    inScope(database.app, { userId: who, workspaceId }, "document.read", (scope) =>
      exportDocument(scope, personaKind, { workspaceId, documentId, version, format }),
    );

  test.each(FILE_FORMATS)("as %s imports back identically, links and ids included", async (format) => {
    const { documentId, content } = await publishedPersona();
    const { name, text } = await exported(documentId, format);
    expect(name).toBe(`Maya Okafor v1.${format === "json" ? "json" : "md"}`);
    const { documents } = await preview(text, format);
    expect(documents).toMatchObject([{ title: "Maya *Okafor*", notes: [] }]);
    const [again] = await importText(text, format, [{ at: 0, title: "Maya *Okafor*" }]);
    expect(again).toEqual(content);
  });

  test.each(FILE_FORMATS)("as %s says when it was changed on its way, and keeps what was added", async (format) => {
    const { documentId } = await publishedPersona();
    const { text } = await exported(documentId, format);
    const changed =
      format === "json"
        ? text.replace('"archetype": "The careful', '"shoeSize": 39, "archetype": "A careful')
        : `${text.replace("The careful planner", "A careful planner")}\n## Shoe size\n\n39\n`;
    expect((await preview(changed, format)).documents[0]?.notes).toEqual(["It was changed after it was exported."]);
    const [content] = await importText(changed, format);
    expect(content?.archetype).toBe("A careful planner who buys once");
    expect(bodyText(content?.story ?? null)).toMatch(/shoe size\n39$/i);
  });

  test.each(FILE_FORMATS)(
    "as %s leaves links behind that another workspace doesn't have, and says so",
    async (format) => {
      const { documentId } = await publishedPersona();
      const { text } = await exported(documentId, format);
      const elsewhere = await addWorkspace(database.owner, ["editor"]);
      const { documents } = await inScope(
        database.app,
        { userId: elsewhere.people.editor, workspaceId: elsewhere.workspaceId },
        "draft.edit",
        (scope) => previewImport(scope, personaKind, { ...fileOf(text, format), workspaceId: elsewhere.workspaceId }),
      );
      expect(documents[0]?.notes).toEqual(["Segments: “New movers” is not in this workspace; link it again."]);
    },
  );

  test("of a draft is for those who may read drafts", async () => {
    const { documentId } = await publishedPersona();
    expect((await refusalOf(exported(documentId, "json", viewer, "draft"))).code).toBe("FORBIDDEN");
    expect((await exported(documentId, "json", editor, "draft")).name).toBe("Maya Okafor draft.json");
  });

  test.each<[string, FileFormat, (text: string) => string, RegExp]>([
    [
      "of another kind",
      "json",
      (text) => text.replace('"kind": "persona"', '"kind": "segment"'),
      /holds a segment, not a persona/,
    ],
    [
      "of another version",
      "markdown",
      (text) => text.replace("format-version: 1", "format-version: 2"),
      /another version of Dramatis/,
    ],
    [
      "with an id twice",
      "markdown",
      (text) =>
        text
          .replace(/^- (.*)$/m, "- $1")
          .replace(/(## Needs[^\n]*\n\n- [^\n]*<!-- )([\w-]+)( -->[\s\S]*?\n- [^\n]*<!-- )[\w-]+/, "$1$2$3$2"),
      /Needs: two items have the same id/,
    ],
    [
      "with an id that is none",
      "json",
      (text) => text.replace(/"id": "[\w-]+"/, '"id": "1"'),
      /an item has no proper id|is not known/,
    ],
    ["with a number out of range", "json", (text) => text.replace('"age": 43', '"age": 430'), /^Age/],
    [
      "with an attribute that there isn't",
      "json",
      (text) => text.replace('"severity": 3', '"severity": 3, "colour": "red"'),
      /^Pain points, item 1: There is no “colour” here/,
    ],
  ])("%s is refused by name", async (_, format, alter, message) => {
    const { documentId } = await publishedPersona();
    const { text } = await exported(documentId, format);
    expect(alter(text)).not.toBe(text);
    const before = await countOfDocuments();
    const refusal = await refusalOf(importText(alter(text), format));
    expect(refusal.message).toMatch(message);
    expect(refusal.code).toBe("INVALID");
    expect(await countOfDocuments()).toBe(before);
  });
});

describe.each([personaKind, segmentKind])("templates of a $name", (kind) => {
  test.each(Object.keys(kind.templates))("%s is good content, every claim an assumption", async (template) => {
    const content = await inScope(database.app, { userId: editor, workspaceId }, "draft.edit", async (scope) => {
      const { documentId } = await createDocument(scope, kind as typeof personaKind, { title: "Mine", template });
      return (await readDraft(scope.also("draft.read"), kind as typeof personaKind, documentId)).content;
    });
    expect(content.title).toBe("Mine");
    expect(kind.missing(content as never)).toEqual([]);
    const provenances = Object.values(content.claims).flatMap((list) => list.map(({ provenance }) => provenance));
    expect(new Set(provenances)).toEqual(new Set(["assumption"]));
    expect(provenances.length).toBeGreaterThan(5);
  });

  test("one that doesn't exist is refused", async () => {
    for (const template of ["nope", "__proto__", "constructor"]) {
      const work = inScope(database.app, { userId: editor, workspaceId }, "draft.edit", (scope) =>
        createDocument(scope, kind as typeof personaKind, { title: "Mine", template }),
      );
      expect((await refusalOf(work)).code).toBe("INVALID");
    }
  });
});
