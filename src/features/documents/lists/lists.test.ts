// Lists on a real database: what each role is shown, how pages follow one another, and what is done to several at once.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activities } from "@/server/db/schema/discussion";
import { AppError } from "@/shared/errors";
import type { Permission } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { scenarioKind } from "../../scenarios/scenario-kind";
import { segmentKind } from "../../segments/segment-kind";
import type { DocumentKind } from "../document-kind";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { createDocument } from "../use-cases/create-document";
import { readDraft } from "../use-cases/read-document";
import { retireDocument } from "../use-cases/retire-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import type { ListInput } from "./list-contract";
import { duplicateDocument } from "./use-cases/duplicate-document";
import { listOfKind, readRecent, readTagsInUse } from "./use-cases/list-documents";
import { reopenDocuments, retireDocuments } from "./use-cases/retire-documents";
import { tagDocuments } from "./use-cases/tag-documents";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Role = "editor" | "viewer" | "reviewer";

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "OK",
    (error: unknown) => (error instanceof AppError ? error.code : `${error}`),
  );
}

async function newPlace() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "reviewer", "viewer"]);
  const who = (role: Role) => ({ workspaceId, userId: people[role] });
  const as = <P extends Permission, T>(role: Role, permission: P, work: Parameters<typeof inScope<P, T>>[3]) =>
    inScope(database.app, who(role), permission, work);
  const write = (
    title: string,
    set: Readonly<Record<string, unknown>> = {},
    { kind = personaKind as DocumentKind, publish = false } = {},
  ) =>
    as("editor", "draft.edit", async (scope) => {
      const { documentId } = await createDocument(scope, kind, { title });
      const line = kind.name === "persona" ? "archetype" : "summary";
      const edits = Object.entries({ [line]: "Somebody", ...set }).map(([path, value]) => ({
        op: "set" as const,
        path: path.split("."),
        value,
      }));
      const input = { workspaceId, documentId, batchId: crypto.randomUUID(), edits };
      const { revision } = await editDraft(scope, kind, input);
      const published = { workspaceId, documentId, revision, note: "First" };
      if (publish) await publishVersion(scope.also("document.publish"), kind, published);
      return documentId;
    });
  const list = (input: Partial<ListInput> = {}, role: Role = "editor", kind: DocumentKind = personaKind) =>
    as(role, "document.read", (scope) => listOfKind(scope, kind, { workspaceId, limit: 50, ...input }));
  const titles = async (input: Partial<ListInput> = {}, role: Role = "editor", kind: DocumentKind = personaKind) =>
    (await list(input, role, kind)).items.map(({ title }) => title);
  const tag = (documentIds: string[], add: string[], remove: string[] = []) =>
    as("editor", "draft.edit", (scope) => tagDocuments(scope, personaKind, { workspaceId, documentIds, add, remove }));
  return { workspaceId, people, as, write, list, titles, tag };
}

describe("a list", () => {
  test("is narrowed by owner, tags, facet, state and words, each alone and together", async () => {
    const { write, titles, tag, people } = await newPlace();
    const [maya, dev] = [await write("Maya", { kind: "secondary" }), await write("Dev", {}, { publish: true })];
    await tag([maya, dev], ["Retail"]);
    await tag([maya], ["Lisbon"]);
    expect(await titles({ owner: "me" })).toEqual(["Dev", "Maya"]);
    expect(await titles({ owner: "me" }, "reviewer")).toEqual([]);
    expect(await titles({ owner: people.editor }, "reviewer")).toEqual(["Dev", "Maya"]);
    expect(await titles({ tags: ["Retail"] })).toEqual(["Dev", "Maya"]);
    expect(await titles({ tags: ["Retail", "Lisbon"] })).toEqual(["Maya"]);
    expect(await titles({ facet: "secondary" })).toEqual(["Maya"]);
    expect(await titles({ state: "published" })).toEqual(["Dev"]);
    expect(await titles({ state: "draft" })).toEqual(["Maya"]);
    expect(await titles({ text: "may" })).toEqual(["Maya"]);
    expect(await titles({ text: "some" })).toEqual(["Dev", "Maya"]);
    expect(await titles({ text: "aya" })).toEqual(["Maya"]);
    expect(await titles({ text: "nobody" })).toEqual([]);
    expect(await titles({ tags: ["Retail"], facet: "primary", state: "published", text: "dev", owner: "me" })).toEqual([
      "Dev",
    ]);
  });

  test("shows the personas that link to a segment: to viewers as it was published", async () => {
    const { write, titles, as, workspaceId } = await newPlace();
    const segment = await write("Families", {}, { kind: segmentKind, publish: true });
    const other = await write("Traders", {}, { kind: segmentKind });
    const link = (id: string) => [{ id, title: "", share: null, order: null }];
    const maya = await write("Maya", { segments: link(segment) }, { publish: true });
    await write("Dev", { segments: link(segment) });
    expect(await titles({ segmentId: segment })).toEqual(["Dev", "Maya"]);
    expect(await titles({ segmentId: segment }, "viewer")).toEqual(["Maya"]);
    await as("editor", "draft.edit", (scope) =>
      editDraft(scope, personaKind, {
        workspaceId,
        documentId: maya,
        batchId: crypto.randomUUID(),
        edits: [{ op: "set", path: ["segments"], value: link(other) }],
      }),
    );
    expect(await titles({ segmentId: segment })).toEqual(["Dev"]);
    expect(await titles({ segmentId: segment }, "viewer")).toEqual(["Maya"]);
    expect(await titles({ segmentId: other }, "viewer")).toEqual([]);
  });

  test("shows the scenarios that a persona and a segment are in, both where both are asked for", async () => {
    const { write, titles } = await newPlace();
    const segment = await write("Families", {}, { kind: segmentKind, publish: true });
    const maya = await write("Maya", {}, { publish: true });
    const lead = [{ id: maya, title: "Maya", version: 1, part: "lead" }];
    const of = [{ id: segment, title: "Families", version: 1 }];
    await write("Both", { personas: lead, segments: of }, { kind: scenarioKind, publish: true });
    await write("Hers", { personas: lead }, { kind: scenarioKind });
    await write("Nobody's", {}, { kind: scenarioKind });
    const found = (input: Partial<ListInput>, role: Role = "editor") => titles(input, role, scenarioKind);
    expect(await found({ personaId: maya })).toEqual(["Hers", "Both"]);
    expect(await found({ personaId: maya, segmentId: segment })).toEqual(["Both"]);
    expect(await found({ personaId: maya }, "viewer")).toEqual(["Both"]);
  });

  test("filters segments by what was decided about them, and viewers by what was published", async () => {
    const { write, titles } = await newPlace();
    await write("Families", { targeting: "invest" }, { kind: segmentKind, publish: true });
    await write("Traders", { targeting: "invest" }, { kind: segmentKind });
    expect(await titles({ facet: "invest" }, "editor", segmentKind)).toEqual(["Traders", "Families"]);
    expect(await titles({ facet: "invest" }, "viewer", segmentKind)).toEqual(["Families"]);
    expect(await titles({ facet: "watch" }, "viewer", segmentKind)).toEqual([]);
  });

  test("refuses a facet that the kind doesn't have", async () => {
    const { list } = await newPlace();
    for (const facet of ["invest", "toString", "__proto__", ""]) {
      expect(await codeOf(list({ facet })), facet).toBe("INVALID");
    }
  });

  test("hides retired documents until the state asks for them", async () => {
    const { write, titles, as } = await newPlace();
    const documentId = await write("Maya", {}, { publish: true });
    await as("editor", "document.retire", (scope) => retireDocument(scope, personaKind, { documentId, reason: "" }));
    for (const role of ["editor", "viewer"] as const) {
      expect(await titles({}, role)).toEqual([]);
      expect(await titles({ state: "retired" }, role)).toEqual(["Maya"]);
    }
  });

  test("shows viewers nothing of what was never published, whatever they ask for", async () => {
    const { write, titles, tag, people } = await newPlace();
    const maya = await write("Maya", { kind: "negative" });
    await tag([maya], ["Secret"]);
    const asked: Partial<ListInput>[] = [
      {},
      { owner: people.editor },
      { tags: ["Secret"] },
      { facet: "negative" },
      { text: "maya" },
      { state: "draft" },
      { state: "changed" },
      { sort: "title" },
      { sort: "created", order: "asc" },
    ];
    for (const input of asked) expect(await titles(input, "viewer"), JSON.stringify(input)).toEqual([]);
  });
});

describe("pages of a list", () => {
  const sortings = (["changed", "title", "created"] as const).flatMap((sort) =>
    (["asc", "desc"] as const).map((order) => ({ sort, order })),
  );

  test.each(sortings)("by $sort, $order, follow one another without gap or double", async (sorting) => {
    const { write, list } = await newPlace();
    for (const name of ["Émile", "anna", "Zoë", "Bo", "anna", "Änne", "", "李"])
      await write(name, {}, { publish: name !== "" });
    for (const role of ["editor", "viewer"] as const) {
      const whole = (await list(sorting, role)).items.map(({ id }) => id);
      expect(whole).toHaveLength(role === "editor" ? 8 : 7);
      const paged: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await list({ ...sorting, limit: 3, cursor: cursor ?? undefined }, role);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(whole);
    }
  });

  test("sort names as people do, whatever accents and case", async () => {
    const { write, titles } = await newPlace();
    for (const name of ["Zoë", "émile", "Anna", "bo", "Änne"]) await write(name);
    expect(await titles({ sort: "title" })).toEqual(["Anna", "Änne", "bo", "émile", "Zoë"]);
    expect(await titles({ sort: "title", order: "desc" })).toEqual(["Zoë", "émile", "bo", "Änne", "Anna"]);
  });

  test("neither lose nor repeat rows when others write in between", async () => {
    const { write, list } = await newPlace();
    for (const name of ["A", "B", "C", "D"]) await write(name);
    const first = await list({ limit: 2 });
    await write("E");
    const second = await list({ limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(["D", "C", "B", "A"]);
    expect(second.nextCursor).toBeNull();
  });

  test("refuse a cursor of another order, and what is none", async () => {
    const { write, list } = await newPlace();
    await write("A");
    await write("B");
    const { nextCursor } = await list({ limit: 1 });
    const cursor = nextCursor ?? "";
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const id = crypto.randomUUID();
    const at = new Date().toISOString();
    const hostile: [Partial<ListInput>, string][] = [
      [{ sort: "created", cursor }, "of another column"],
      [{ order: "asc", cursor }, "of another direction"],
      [{ sort: "title", cursor }, "of names"],
      [{ cursor: "" }, "empty"],
      [{ cursor: "x" }, "no JSON"],
      [{ cursor: forged(null) }, "null"],
      [{ cursor: forged([]) }, "a list"],
      [{ cursor: forged({ sort: "changed", order: "desc", value: "' or 1=1", id }) }, "no moment"],
      [{ cursor: forged({ sort: "changed", order: "desc", value: "2026-02-31T00:00:00.000Z", id }) }, "no such day"],
      [{ cursor: forged({ sort: "changed", order: "desc", value: at, id: "x" }) }, "no id"],
      [{ cursor: forged({ sort: "changed", order: "desc", value: at, id, more: 1 }) }, "more than one"],
      [{ sort: "title", cursor: forged({ sort: "title", order: "asc", value: 1, id }) }, "a number"],
      [{ cursor: `${cursor}A` }, "lengthened"],
    ];
    for (const [input, what] of hostile) expect(`${what}: ${await codeOf(list(input))}`).toBe(`${what}: INVALID`);
    const nul = forged({ sort: "title", order: "asc", value: "a\0\ud800", id });
    expect(await codeOf(list({ sort: "title", cursor: nul }))).toBe("OK");
  });
});

describe("tags", () => {
  test("are kept once whatever their case, in the order of the alphabet, as the workspace writes them", async () => {
    const { write, list, tag } = await newPlace();
    const [maya, dev] = [await write("Maya"), await write("Dev")];
    await tag([maya], ["retail", "Lisbon"]);
    await tag([maya, dev], ["RETAIL", "Cafe\u0301"]);
    const tags = new Map((await list()).items.map((item) => [item.title, item.tags]));
    expect(tags.get("Maya")).toEqual(["Café", "Lisbon", "retail"]);
    expect(tags.get("Dev")).toEqual(["Café", "retail"]);
    await tag([maya, dev], [], ["CAFÉ", "nothing"]);
    expect((await list({ sort: "title" })).items.map((item) => item.tags)).toEqual([["retail"], ["Lisbon", "retail"]]);
  });

  test("of several documents change all or none", async () => {
    const [{ write, list, tag }, others] = [await newPlace(), await newPlace()];
    const [maya, dev] = [await write("Maya"), await write("Dev")];
    const stranger = await others.write("Stranger");
    expect(await codeOf(tag([maya, stranger], ["X"]))).toBe("NOT_FOUND");
    await tag(
      [dev],
      Array.from({ length: 20 }, (_, at) => `Tag ${at}`),
    );
    expect(await codeOf(tag([maya, dev], ["One more"]))).toBe("LIMIT");
    expect((await list()).items.find(({ id }) => id === maya)?.tags).toEqual([]);
    expect((await others.list()).items[0]?.tags).toEqual([]);
  });

  test("change nothing of when a document was changed, and are told in the feed once", async () => {
    const { write, list, tag, workspaceId } = await newPlace();
    const maya = await write("Maya");
    const [before] = (await list()).items;
    await tag([maya], ["Retail"]);
    expect(await tag([maya], ["retail"])).toEqual({ changed: [] });
    expect((await list()).items[0]?.changedAt).toBe(before?.changedAt);
    const told = await database.owner.db.select().from(activities);
    expect(told.filter((row) => row.workspaceId === workspaceId && row.verb === "tagged")).toHaveLength(1);
  });

  test("in use are counted by kind, and viewers are told those of what they see", async () => {
    const { write, tag, as } = await newPlace();
    const [maya, dev] = [await write("Maya"), await write("Dev", {}, { publish: true })];
    await tag([maya, dev], ["Retail"]);
    await tag([maya], ["Secret"]);
    const used = (role: Role) => as(role, "document.read", (scope) => readTagsInUse(scope));
    expect(await used("editor")).toEqual([
      { tag: "Retail", segment: 0, persona: 2, scenario: 0 },
      { tag: "Secret", segment: 0, persona: 1, scenario: 0 },
    ]);
    expect(await used("viewer")).toEqual([{ tag: "Retail", segment: 0, persona: 1, scenario: 0 }]);
  });
});

describe("a copy", () => {
  test("has the draft's content and tags, ids of its own and the caller as owner", async () => {
    const { write, as, tag, list, people } = await newPlace();
    const segment = await write("Families", {}, { kind: segmentKind });
    const goal = { id: crypto.randomUUID(), text: "Quiet" };
    const link = { id: segment, title: "Families", share: 40, order: 1 };
    const original = await write("Maya", { "claims.goals": [goal], segments: [link] }, { publish: true });
    await tag([original], ["Retail"]);
    const { documentId } = await as("editor", "draft.edit", (scope) =>
      duplicateDocument(scope, personaKind, { documentId: original }),
    );
    const { content } = await as("editor", "draft.read", (scope) => readDraft(scope, personaKind, documentId));
    expect(content).toMatchObject({ title: "Copy of Maya", archetype: "Somebody", segments: [link] });
    expect(content.claims.goals).toMatchObject([{ text: "Quiet" }]);
    expect(content.claims.goals[0]?.id).not.toBe(goal.id);
    const copy = (await list()).items.find(({ id }) => id === documentId);
    expect(copy).toMatchObject({ tags: ["Retail"], state: "draft", currentVersion: null });
    expect(copy?.owner.id).toBe(people.editor);
    expect((await list({ text: "quiet" })).items).toHaveLength(2);
  });

  test("of a retired document is one of what was published", async () => {
    const { write, as, workspaceId } = await newPlace();
    const documentId = await write("Maya", {}, { publish: true });
    await as("editor", "draft.edit", (scope) =>
      editDraft(scope, personaKind, {
        workspaceId,
        documentId,
        batchId: crypto.randomUUID(),
        edits: [{ op: "set", path: ["title"], value: "Maya, half rewritten" }],
      }),
    );
    await as("editor", "document.retire", (scope) => retireDocument(scope, personaKind, { documentId, reason: "" }));
    const copy = await as("editor", "draft.edit", (scope) => duplicateDocument(scope, personaKind, { documentId }));
    const { content } = await as("editor", "draft.read", (scope) => readDraft(scope, personaKind, copy.documentId));
    expect(content.title).toBe("Copy of Maya");
  });

  test("of somebody else's document is none", async () => {
    const [ours, theirs] = [await newPlace(), await newPlace()];
    const documentId = await theirs.write("Maya");
    const copy = ours.as("editor", "draft.edit", (scope) => duplicateDocument(scope, personaKind, { documentId }));
    expect(await codeOf(copy)).toBe("NOT_FOUND");
  });
});

describe("several documents", () => {
  test("are retired and brought back together, and the answer names those that changed", async () => {
    const { write, as, titles } = await newPlace();
    const [maya, dev] = [await write("Maya"), await write("Dev")];
    await as("editor", "document.retire", (scope) =>
      retireDocument(scope, personaKind, { documentId: dev, reason: "" }),
    );
    const retire = (documentIds: string[]) =>
      as("editor", "document.retire", (scope) => retireDocuments(scope, personaKind, { documentIds, reason: "Over" }));
    expect(await retire([maya, dev])).toEqual({ changed: [maya] });
    expect(await titles()).toEqual([]);
    expect(
      await as("editor", "document.retire", (scope) =>
        reopenDocuments(scope, personaKind, { documentIds: [maya, dev] }),
      ),
    ).toEqual({ changed: expect.arrayContaining([maya, dev]) });
    expect(await titles()).toHaveLength(2);
  });

  test("stay as they are when one of them is another workspace's or of another kind", async () => {
    const [ours, theirs] = [await newPlace(), await newPlace()];
    const [maya, stranger] = [await ours.write("Maya"), await theirs.write("Stranger")];
    const segment = await ours.write("Families", {}, { kind: segmentKind });
    for (const other of [stranger, segment, crypto.randomUUID()]) {
      const retire = ours.as("editor", "document.retire", (scope) =>
        retireDocuments(scope, personaKind, { documentIds: [maya, other], reason: "" }),
      );
      expect(await codeOf(retire)).toBe("NOT_FOUND");
    }
    expect(await ours.titles()).toEqual(["Maya"]);
  });
});

test("what was changed last is told across kinds, to viewers as published", async () => {
  const { write, as } = await newPlace();
  await write("Families", {}, { kind: segmentKind, publish: true });
  await write("Maya");
  const recent = async (role: Role) =>
    (await as(role, "document.read", (scope) => readRecent(scope))).map(({ title }) => title);
  expect(await recent("editor")).toEqual(["Maya", "Families"]);
  expect(await recent("viewer")).toEqual(["Families"]);
});
