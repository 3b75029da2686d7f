import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Scope } from "@/server/access/open-scope";
import type { Permission, Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { scenarioKind } from "../../scenarios/scenario-kind";
import { segmentKind } from "../../segments/segment-kind";
import type { DocumentKind } from "../document-kind";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { bodyFieldOf, type DocumentContent, type Item } from "../field-rules";
import { addDocument } from "../use-cases/add-document";
import { createDocument } from "../use-cases/create-document";
import { retireDocument } from "../use-cases/retire-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { LINK_LISTS, PROSE } from "./link-rules";
import { readLinkCards, readLinkedFrom, readLinkTargets } from "./use-cases/read-links";

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

function as<P extends Permission, T>(
  role: Role & keyof typeof people,
  permission: P,
  work: (s: Scope<P>) => Promise<T>,
) {
  return inScope(database.app, { workspaceId, userId: people[role] }, permission, work);
}

interface Made {
  readonly id: string;
  readonly revision: number;
}

async function make<C extends DocumentContent>(
  kind: DocumentKind<C>,
  title: string,
  links: { list: string; item: Item } | null = null,
): Promise<Made> {
  return as("editor", "draft.edit", async (scope) => {
    const { documentId } = await createDocument(scope, kind, { title });
    const line = kind.name === "persona" ? "archetype" : "summary";
    const { revision } = await editDraft(scope, kind, {
      workspaceId,
      documentId,
      batchId: crypto.randomUUID(),
      edits: [
        { op: "set", path: [line], value: `About ${title}` },
        ...(links ? [{ op: "insert" as const, path: [links.list], item: links.item, before: null }] : []),
      ],
    });
    return { id: documentId, revision };
  });
}

const publish = <C extends DocumentContent>(kind: DocumentKind<C>, { id, revision }: Made) =>
  as("editor", "document.publish", (scope) =>
    publishVersion(scope, kind, { workspaceId, documentId: id, revision, note: "First", reasons: [] }),
  );

test("what crosses between kinds is what the kinds say", () => {
  const kinds = [segmentKind, personaKind, scenarioKind];
  const said = kinds.flatMap(({ name, fields }) =>
    fields.flatMap((field) =>
      field.shape === "list" && field.linksTo
        ? [{ kind: name, path: field.path.join("."), linksTo: field.linksTo }]
        : [],
    ),
  );
  const byPath = (one: { path: string }, other: { path: string }) => one.path.localeCompare(other.path);
  const sorted = (list: typeof said) =>
    list.toSorted((one, other) => one.kind.localeCompare(other.kind) || byPath(one, other));
  expect(sorted(said)).toEqual(sorted([...LINK_LISTS]));
  expect(Object.fromEntries(kinds.map(({ name, fields }) => [name, bodyFieldOf(fields).path[0]]))).toEqual(PROSE);
});

describe("links between documents", () => {
  test("lead both ways, with what the link says", async () => {
    await fresh();
    const segment = await make(segmentKind, "Weekend rebuilders");
    const item = { id: segment.id, title: "Weekend rebuilders", share: 40, order: 1 };
    const persona = await make(personaKind, "Maya", { list: "segments", item });
    const [linking] = await as("editor", "document.read", (scope) => readLinkedFrom(scope, segment.id));
    expect(linking).toMatchObject({ id: persona.id, kind: "persona", title: "Maya", list: "segments", item });
    expect(linking?.card).toMatchObject({ archetype: "About Maya", kind: "primary" });
    const [card] = await as("editor", "document.read", (scope) => readLinkCards(scope, [segment.id]));
    expect(card).toMatchObject({ title: "Weekend rebuilders", kind: "segment", state: "draft" });
  });

  test("show readers of versions what is published, and nothing else exists for them", async () => {
    await fresh();
    const segment = await make(segmentKind, "New movers");
    const item = { id: segment.id, title: "New movers", share: null, order: null };
    const persona = await make(personaKind, "Priya", { list: "segments", item });
    const seen = () =>
      as("viewer", "document.read", async (scope) => ({
        cards: await readLinkCards(scope, [segment.id, persona.id]),
        targets: await readLinkTargets(scope, { kind: "segment", text: "" }),
        from: await readLinkedFrom(scope, segment.id).catch((error: { code: string }) => error.code),
      }));
    expect(await seen()).toEqual({ cards: [], targets: [], from: "NOT_FOUND" });
    await publish(segmentKind, segment);
    expect(await seen()).toMatchObject({ cards: [{ id: segment.id, state: "published" }], from: [] });
    await publish(personaKind, persona);
    expect(await seen()).toMatchObject({ from: [{ id: persona.id, currentVersion: 1 }] });
  });

  test("leave out what is retired where one chooses, and say so where it is linked", async () => {
    await fresh();
    const segment = await make(segmentKind, "Old hands");
    await publish(segmentKind, segment);
    await as("editor", "document.retire", (scope) =>
      retireDocument(scope, segmentKind, { documentId: segment.id, reason: "Gone" }),
    );
    const found = await as("editor", "document.read", async (scope) => [
      await readLinkTargets(scope, { kind: "segment", text: "old" }),
      (await readLinkCards(scope, [segment.id])).map(({ state }) => state),
    ]);
    expect(found).toEqual([[], ["retired"]]);
  });

  test("are found by words in the title, signs of a pattern among them, and never the document that asks", async () => {
    await fresh();
    const one = await make(segmentKind, "50% off lovers");
    await make(segmentKind, "500 Club");
    const titles = (text: string, except?: string) =>
      as("editor", "document.read", async (scope) =>
        (await readLinkTargets(scope, { kind: "segment", text, except })).map(({ title }) => title),
      );
    expect(await titles("50%")).toEqual(["50% off lovers"]);
    expect(await titles("50", one.id)).toEqual(["500 Club"]);
  });

  test("of another workspace don't exist", async () => {
    await fresh();
    const foreign = await make(segmentKind, "Foreign");
    await fresh();
    const told = await as("editor", "document.read", async (scope) => [
      await readLinkCards(scope, [foreign.id]),
      await readLinkedFrom(scope, foreign.id).catch((error: { code: string }) => error.code),
    ]);
    expect(told).toEqual([[], "NOT_FOUND"]);
  });

  test("of prose are found as well, once, and by its list where a list has one too", async () => {
    await fresh();
    const persona = await make(personaKind, "Maya");
    const chip = (document: string) => ({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "With " },
            { type: "documentChip", attrs: { document, kind: "persona", version: null, title: "Maya" } },
          ],
        },
      ],
    });
    const addScenario = (title: string, personas: readonly Item[]) =>
      as("editor", "draft.edit", (scope) =>
        addDocument(
          scope,
          scenarioKind,
          scenarioKind.schema.parse({ ...scenarioKind.empty(title), personas, story: chip(persona.id) }),
          { verb: "created" },
        ),
      );
    const mention = await addScenario("A mention", []);
    const lead = { id: persona.id, title: "Maya", version: null, part: "lead" };
    const both = await addScenario("Both", [lead]);
    const found = await as("editor", "document.read", (scope) => readLinkedFrom(scope, persona.id));
    expect(found.map(({ id, list, item }) => ({ id, list, item }))).toEqual([
      { id: mention, list: "story", item: { id: persona.id } },
      { id: both, list: "personas", item: lead },
    ]);
  });
});
