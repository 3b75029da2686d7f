// Search as people type it, on a real database: whatever signs they use, they find what they may see and nothing else.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import type { Scope } from "@/server/access/open-scope";
import type { Permission } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { scenarioKind } from "../../scenarios/scenario-kind";
import type { Body } from "../bodies/body-rules";
import { setBody } from "../bodies/body-yjs";
import { changeBody } from "../bodies/use-cases/change-body";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { createDocument } from "../use-cases/create-document";
import { retireDocument } from "../use-cases/retire-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { writeTexts } from "./search-queries";
import { documentWords, MOST_SEARCHED } from "./search-text-rules";
import { searchAll } from "./use-cases/search-documents";

const KINDS = documentKinds;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function newPlace() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "viewer"]);
  const as = <T>(
    role: "editor" | "viewer",
    permission: Permission,
    work: Parameters<typeof inScope<Permission, T>>[3],
  ) => inScope(database.app, { workspaceId, userId: people[role] }, permission, work);
  /** The answer is its id. */
  const write = (title: string, goal = "", { publish = false } = {}) =>
    inScope(database.app, { workspaceId, userId: people.editor }, "draft.edit", async (scope) => {
      const { documentId } = await createDocument(scope, personaKind, { title });
      const edits = [
        { op: "set" as const, path: ["archetype"], value: "Somebody" },
        ...(goal
          ? [
              {
                op: "insert" as const,
                path: ["claims", "goals"],
                item: { id: crypto.randomUUID(), text: goal },
                before: null,
              },
            ]
          : []),
      ];
      const input = { workspaceId, documentId, batchId: crypto.randomUUID(), edits };
      const { revision } = await editDraft(scope, personaKind, input);
      if (publish) {
        await publishVersion(scope.also("document.publish"), personaKind, {
          workspaceId,
          documentId,
          revision,
          note: "First",
        });
      }
      return documentId;
    });
  const search = (text: string, role: "editor" | "viewer" = "editor") =>
    as(role, "document.read", (scope) => searchAll(scope as never, KINDS, text));
  const found = async (text: string, role: "editor" | "viewer" = "editor") =>
    (await search(text, role)).map(({ title }) => title.map((part) => part.text).join(""));
  return { workspaceId, people, as, write, search, found };
}

describe("prose", () => {
  const para = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  async function newStory(content: readonly unknown[], { publish = false } = {}) {
    const place = await newPlace();
    const { workspaceId, as } = place;
    const documentId = await as("editor", "draft.edit", async (scope) => {
      const { documentId } = await createDocument(scope as Scope<"draft.edit">, scenarioKind, { title: "The bus" });
      const { revision } = await changeBody(scope, scenarioKind, documentId, (doc) =>
        setBody(doc, { type: "doc", content } as Body),
      );
      const input = { workspaceId, documentId, revision, note: "First" };
      if (publish) await publishVersion(scope.also("document.publish"), scenarioKind, input);
      return documentId;
    });
    const snippet = async (text: string, role: "editor" | "viewer" = "editor") => {
      const [first] = await place.search(text, role);
      return first?.snippet && `${first.snippet.label}: ${first.snippet.parts.map(markedPart).join("")}`;
    };
    return { ...place, documentId, snippet };
  }
  const markedPart = ({ text, isMatch }: { text: string; isMatch: boolean }) => (isMatch ? `[${text}]` : text);

  test("is found, and shows the part of it that tells why", async () => {
    const { snippet } = await newStory([
      para("She waits in the rain."),
      { type: "bulletList", content: [{ type: "listItem", content: [para("An umbrélla of her mother")] }] },
      {
        type: "table",
        content: [{ type: "tableRow", content: [{ type: "tableCell", content: [para("Half past 7")] }] }],
      },
      { type: "need", content: [{ type: "text", text: "To know 100 % of delays" }] },
    ]);
    expect(await snippet("umbrella mother")).toBe("Story: An [umbrélla] of her [mother]");
    expect(await snippet("half")).toBe("Story: [Half] past 7");
    expect(await snippet("100 % delays")).toBe("Story: To know [100] % of [delays]");
    // Names of nodes are nobody's words.
    expect(await snippet("paragraph")).toBeUndefined();
  });

  test("is shown to viewers as published", async () => {
    const { as, documentId, snippet, found } = await newStory([para("She waits in the rain.")], { publish: true });
    await as("editor", "draft.edit", (scope) =>
      changeBody(scope, scenarioKind, documentId, (doc) =>
        setBody(doc, { type: "doc", content: [para("Secret snow")] }),
      ),
    );
    expect(await snippet("rain", "viewer")).toBe("Story: She waits in the [rain].");
    expect(await found("snow", "viewer")).toEqual([]);
    expect(await snippet("snow")).toBe("Story: Secret [snow]");
  });

  test("of a hundred pages is found soon, and its piece is short", async () => {
    const sentence = "She waits for the bus and counts the drops that fall from the broken shelter. ";
    const pages = Array.from({ length: 1_000 }, (_, index) => para(sentence.repeat(4) + index));
    const { snippet } = await newStory(
      pages.with(900, para(`${sentence.repeat(60)} Nightingale ${sentence.repeat(60)}`)),
    );
    await snippet("bus");
    const started = performance.now();
    expect(await snippet("nightingale")).toMatch(/^Story: … .*\[Nightingale\].* …$/);
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  test.each([
    ["words that are all different", (index: number) => `${index.toString(36)}q`],
    ["words of parts", (index: number) => `${index.toString(36)}q-${(index * 7).toString(36)}z`],
    ["addresses", (index: number) => `https://${index.toString(36)}.example.org/${index.toString(36)}`],
    ["Chinese", (index: number) => String.fromCodePoint(0x4e00 + (index % 20_000))],
    [
      "letters of four bytes",
      (index: number) => `${String.fromCodePoint(0x10400 + (index % 40))}${index.toString(36)}`,
    ],
  ])("of megabytes is kept and found by its beginning: %s", async (_name, word) => {
    const words = Array.from({ length: 200_000 }, (_, index) => word(index));
    const content = Array.from({ length: 200 }, (_, at) => para(words.slice(at * 1_000, at * 1_000 + 1_000).join(" ")));
    const story = { type: "doc", content: [para("Firstword"), ...content] };
    const { texts } = documentWords(scenarioKind.fields, { ...scenarioKind.empty("Long"), story } as never);
    expect(Buffer.byteLength(texts)).toBeLessThanOrEqual(MOST_SEARCHED);
    const { workspaceId, as, found, write } = await newPlace();
    const documentId = await write("Long");
    await as("editor", "draft.edit", (scope) =>
      writeTexts(scope.tx, workspaceId, documentId, { title: "Long", texts }),
    );
    expect(await found("firstword")).toEqual(["Long"]);
  });
});

describe("search", () => {
  test("finds words by their beginning, in titles and texts, whatever accents and case", async () => {
    const { write, found } = await newPlace();
    await write("Zoë Müller", "Reads café menus aloud");
    expect(await found("muller")).toEqual(["Zoë Müller"]);
    expect(await found("ZOE MÜL")).toEqual(["Zoë Müller"]);
    expect(await found("cafe")).toEqual(["Zoë Müller"]);
    expect(await found("caf men")).toEqual(["Zoë Müller"]);
    expect(await found("caf tea")).toEqual([]);
  });

  test("finds a part of a word in titles when no word begins with it", async () => {
    const { write, found } = await newPlace();
    await write("Underground Gardener");
    expect(await found("round")).toEqual(["Underground Gardener"]);
    expect(await found("arden ground")).toEqual(["Underground Gardener"]);
  });

  test("finds runs of signs that are written without spaces", async () => {
    const { write, found } = await newPlace();
    await write("北京的买家", "周末去商店买工具");
    expect(await found("买家")).toEqual(["北京的买家"]);
    expect(await found("商店")).toEqual(["北京的买家"]);
    expect(await found("店商")).toEqual([]);
  });

  test.each([
    "&",
    "|",
    "!",
    ":*",
    "a & b",
    "!maya",
    "maya:*",
    "maya:A",
    "'",
    "''",
    "'maya",
    '"maya"',
    "\\",
    "maya\\",
    "\\'",
    "(maya",
    "maya)",
    "<->",
    "maya <-> okafor",
    "%",
    "_",
    "%%%",
    "m%a",
    "*",
    "$$",
    "; drop table documents",
    "😀",
    "\u200b",
  ])("takes %s as words and never as an operator", async (text) => {
    const { write, found } = await newPlace();
    await write("Maya Okafor");
    const titles = await found(text);
    // "A" is the beginning of a word of its own.
    const isAbout = text.includes("maya") && text !== "maya:A";
    expect(titles).toEqual(isAbout ? ["Maya Okafor"] : []);
  });

  test("puts titles before texts and retired documents last", async () => {
    const { write, found, workspaceId, people } = await newPlace();
    const gone = await write("Harbour master");
    await write("Somebody else", "Sees the harbour every day");
    await write("At the harbour");
    await write("Harbour pilot");
    await inScope(database.app, { workspaceId, userId: people.editor }, "document.retire", (scope) =>
      retireDocument(scope, personaKind, { documentId: gone, reason: "" }),
    );
    expect(await found("harb")).toEqual(["Harbour pilot", "At the harbour", "Somebody else", "Harbour master"]);
  });

  test("marks the words, and tells in which field they stand", async () => {
    const { write, search } = await newPlace();
    await write("Maya", `Wants ${"very ".repeat(60)}quiet <b>Cafés</b> on Sundays`);
    const [hit] = await search("cafe");
    expect(hit?.snippet?.label).toBe("Goals");
    expect(hit?.snippet?.parts.filter((part) => part.isMatch)).toEqual([{ text: "Café", isMatch: true }]);
    const whole = hit?.snippet?.parts.map((part) => part.text).join("") ?? "";
    expect(whole).toMatch(/^… .*quiet <b>Cafés<\/b> on Sundays$/);
    expect(whole.length).toBeLessThan(180);
    const [byTitle] = await search("may");
    expect(byTitle).toMatchObject({
      title: [
        { text: "May", isMatch: true },
        { text: "a", isMatch: false },
      ],
      snippet: null,
    });
  });

  test("shows viewers published words and nothing of drafts", async () => {
    const { write, found } = await newPlace();
    await write("Published Pat", "Likes mornings", { publish: true });
    await write("Draft Dora", "Likes mornings");
    expect(await found("mornings", "viewer")).toEqual(["Published Pat"]);
    expect(await found("pat", "viewer")).toEqual(["Published Pat"]);
    expect(await found("atric", "viewer")).toEqual([]);
    expect(await found("dora", "viewer")).toEqual([]);
    expect(await found("ora", "viewer")).toEqual([]);
    expect(await found("mornings")).toHaveLength(2);
  });

  test("finds what was changed a moment ago, for viewers once it is published", async () => {
    const { write, found, workspaceId, people } = await newPlace();
    const documentId = await write("Pat", "Likes mornings", { publish: true });
    const who = { workspaceId, userId: people.editor };
    const { revision } = await inScope(database.app, who, "draft.edit", (scope) =>
      editDraft(scope, personaKind, {
        workspaceId,
        documentId,
        batchId: crypto.randomUUID(),
        edits: [{ op: "set", path: ["archetype"], value: "Night owl" }],
      }),
    );
    expect(await found("owl")).toEqual(["Pat"]);
    expect(await found("owl", "viewer")).toEqual([]);
    await inScope(database.app, who, "document.publish", (scope) =>
      publishVersion(scope, personaKind, { workspaceId, documentId, revision, note: "Owl", reason: "wording" }),
    );
    expect(await found("owl", "viewer")).toEqual(["Pat"]);
  });

  test("never finds what another workspace has", async () => {
    const [ours, theirs] = [await newPlace(), await newPlace()];
    await theirs.write("Secret Sam", "Secret goal", { publish: true });
    for (const role of ["editor", "viewer"] as const) expect(await ours.found("secret", role)).toEqual([]);
    expect(await ours.found("ecre")).toEqual([]);
  });

  test("finds neither ids nor the names of choices that nobody made", async () => {
    const { write, found } = await newPlace();
    await write("Maya", "Wants quiet");
    expect(await found("assumption")).toEqual([]);
    expect(await found("proto")).toEqual([]);
    expect(await found("goals")).toEqual([]);
  });
});

test("the search index is written whole when a text is as large as a document may be", async () => {
  const { write, found } = await newPlace();
  await write("Long Lou", "x".repeat(900));
  expect(await found("xxxx")).toEqual(["Long Lou"]);
});
