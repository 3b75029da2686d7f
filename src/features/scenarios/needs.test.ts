import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Scope } from "@/server/access/open-scope";
import type { Permission } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import type { BodyNode } from "../documents/bodies/body-rules";
import type { DocumentKind } from "../documents/document-kind";
import { editDraft } from "../documents/drafts/use-cases/edit-draft";
import type { DocumentContent, Item } from "../documents/field-rules";
import { addDocument } from "../documents/use-cases/add-document";
import { createDocument } from "../documents/use-cases/create-document";
import { readDraft } from "../documents/use-cases/read-document";
import { retireDocument } from "../documents/use-cases/retire-document";
import { publishVersion } from "../documents/versions/use-cases/publish-version";
import { personaKind } from "../personas/persona-kind";
import { scenarioKind } from "./scenario-kind";
import { createForPersona } from "./use-cases/create-for-persona";
import { readNeeds } from "./use-cases/read-needs";
import { readScenarioHints } from "./use-cases/read-scenario-hints";

let database: TestDatabase;
let workspaceId: string;
let people: Record<"editor" | "viewer", string>;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function fresh(): Promise<void> {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["editor", "viewer"] as const));
}

function as<P extends Permission, T>(role: keyof typeof people, permission: P, work: (s: Scope<P>) => Promise<T>) {
  return inScope(database.app, { workspaceId, userId: people[role] }, permission, work);
}

const need = (words: string, id: string | null = crypto.randomUUID()): BodyNode => ({
  type: "need",
  attrs: { id },
  content: [{ type: "text", text: words }],
});
const quoted = (...content: BodyNode[]): BodyNode => ({ type: "blockquote", content });

const addPersona = (title: string) =>
  as("editor", "draft.edit", (scope) => createDocument(scope, personaKind, { title })).then(
    ({ documentId }) => documentId,
  );

const addScenario = (title: string, personas: readonly Item[], content: readonly BodyNode[]) =>
  as("editor", "draft.edit", (scope) =>
    addDocument(
      scope,
      scenarioKind,
      scenarioKind.schema.parse({ ...scenarioKind.empty(title), personas, story: { type: "doc", content } }),
      { verb: "created" },
    ),
  );

const publish = <C extends DocumentContent>(kind: DocumentKind<C>, documentId: string) =>
  as("editor", "document.publish", async (scope) => {
    const { revision } = await readDraft(scope.also("draft.read"), kind, documentId);
    return publishVersion(scope, kind, { workspaceId, documentId, revision, note: "First" });
  });

const publishPersona = async (documentId: string) => {
  const edits = [{ op: "set" as const, path: ["archetype"], value: "The rebuilder" }];
  await as("editor", "draft.edit", (scope) =>
    editDraft(scope, personaKind, { workspaceId, documentId, batchId: crypto.randomUUID(), edits }),
  );
  await publish(personaKind, documentId);
};

const lead = (id: string, title: string) => ({ id, title, version: null, part: "lead" });
const needs = (role: keyof typeof people, input: { personaId?: string; limit?: number; cursor?: string } = {}) =>
  as(role, "document.read", (scope) => readNeeds(scope, { workspaceId, limit: 50, ...input }));

describe("needs of scenarios", () => {
  test("are read wherever they stand in a story, each once, in the order of reading", async () => {
    await fresh();
    await addScenario("Deep", [], [need("One"), quoted(quoted(need("Two", null))), need("Three"), need("   ")]);
    await addScenario("None", [], [{ type: "paragraph" }]);
    const { scenarios, nextCursor } = await needs("editor");
    expect(scenarios.map(({ title, version }) => ({ title, version }))).toEqual([{ title: "Deep", version: null }]);
    expect(scenarios[0]?.needs.map(({ text }) => text)).toEqual(["One", "Two", "Three"]);
    expect(scenarios[0]?.needs[1]?.id).toBeNull();
    expect(nextCursor).toBeNull();
  });

  test("are those of one persona where it is named, and not where it is only mentioned", async () => {
    await fresh();
    const [maya, tom] = [await addPersona("Maya"), await addPersona("Tom")];
    const chip = { type: "documentChip", attrs: { document: maya, kind: "persona", version: null, title: "Maya" } };
    await addScenario("Hers", [lead(maya, "Maya")], [need("Hers")]);
    await addScenario("His", [lead(tom, "Tom")], [need("His"), { type: "paragraph", content: [chip] }]);
    expect((await needs("editor", { personaId: maya })).scenarios.map(({ title }) => title)).toEqual(["Hers"]);
    expect((await needs("editor", { personaId: crypto.randomUUID() })).scenarios).toEqual([]);
    expect((await needs("editor")).scenarios.map(({ personas }) => personas[0]?.title).sort()).toEqual(["Maya", "Tom"]);
  });

  test("are the published ones for readers of versions, and none of what is retired", async () => {
    await fresh();
    const shown = await addScenario("Shown", [], [need("Published")]);
    await addScenario("Hidden", [], [need("Draft")]);
    const gone = await addScenario("Gone", [], [need("Gone")]);
    await publish(scenarioKind, shown);
    await publish(scenarioKind, gone);
    await as("editor", "document.retire", (scope) =>
      retireDocument(scope, scenarioKind, { documentId: gone, reason: "Old" }),
    );
    expect((await needs("viewer")).scenarios).toMatchObject([{ title: "Shown", version: 1 }]);
    expect((await needs("editor")).scenarios.map(({ title }) => title).sort()).toEqual(["Hidden", "Shown"]);
  });

  test("come page by page, none twice and none left out", async () => {
    await fresh();
    for (const title of ["A", "B", "C"]) await addScenario(title, [], [need(title)]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await needs("editor", { limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.scenarios.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(["A", "B", "C"]);
    await expect(needs("editor", { cursor: "no cursor" })).rejects.toMatchObject({ code: "INVALID" });
  });

  test("of another workspace don't exist", async () => {
    await fresh();
    const maya = await addPersona("Maya");
    await addScenario("Foreign", [lead(maya, "Maya")], [need("Foreign")]);
    await fresh();
    expect((await needs("editor")).scenarios).toEqual([]);
    expect((await needs("editor", { personaId: maya })).scenarios).toEqual([]);
  });
});

describe("a scenario that is written for a persona", () => {
  const begin = (personaId: string) => as("editor", "draft.edit", (scope) => createForPersona(scope, { personaId }));

  test("is led by it at the version of today, where there is one", async () => {
    await fresh();
    const maya = await addPersona("Maya");
    const unpublished = await begin(maya);
    const draftOf = (documentId: string) =>
      as("editor", "draft.read", (scope) => readDraft(scope, scenarioKind, documentId));
    expect((await draftOf(unpublished.documentId)).content).toMatchObject({
      title: "What happens to Maya",
      personas: [{ id: maya, title: "Maya", version: null, part: "lead" }],
    });
    await publishPersona(maya);
    expect((await draftOf((await begin(maya)).documentId)).content.personas).toMatchObject([{ id: maya, version: 1 }]);
  });

  test("needs a persona that is there and in use", async () => {
    await fresh();
    const scenario = await addScenario("A scenario", [], []);
    await expect(begin(crypto.randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(begin(scenario)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const maya = await addPersona("Maya");
    await as("editor", "document.retire", (scope) =>
      retireDocument(scope, personaKind, { documentId: maya, reason: "Old" }),
    );
    await expect(begin(maya)).rejects.toMatchObject({ code: "INVALID" });
  });
});

test("the hints of a scenario know what its pins are by now", async () => {
  await fresh();
  const maya = await addPersona("Maya");
  const scenario = await addScenario("The hinge", [lead(maya, "Maya")], [need("Fits")]);
  await publishPersona(maya);
  const hints = await as("editor", "draft.read", (scope) => readScenarioHints(scope, scenario));
  expect(hints.map(({ code }) => code)).toContain("pinned-behind");
});
