// What marks documents before their day, and what takes the marks off again, on a real database.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { segmentKind } from "../../segments/segment-kind";
import type { DocumentKind } from "../document-kind";
import { editDraft } from "../drafts/use-cases/edit-draft";
import type { DocumentContent } from "../field-rules";
import { resolveThread } from "../threads/use-cases/resolve-thread";
import { startThread } from "../threads/use-cases/start-thread";
import { createDocument } from "../use-cases/create-document";
import { readDocument, readDraft } from "../use-cases/read-document";
import { recordVerification } from "../verification/use-cases/record-verification";
import { publishVersion } from "../versions/use-cases/publish-version";

let database: TestDatabase;
let who: { workspaceId: string; userId: string };
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  who = { workspaceId, userId: people.editor };
});

const editing = <T>(work: Parameters<typeof inScope<"draft.edit", T>>[3]) =>
  inScope(database.app, who, "draft.edit", work);

function created<C extends DocumentContent>(kind: DocumentKind<C>, title: string): Promise<string> {
  return editing(async (scope) => (await createDocument(scope, kind, { title })).documentId);
}

/** Publishes the draft with another text at the path. */
async function published<C extends DocumentContent>(
  kind: DocumentKind<C>,
  documentId: string,
  path: string,
  value: unknown,
) {
  await editing(async (scope) => {
    const { workspaceId } = who;
    const batch = { workspaceId, documentId, batchId: crypto.randomUUID() };
    const { revision } = await editDraft(scope, kind, { ...batch, edits: [{ op: "set", path: [path], value }] });
    const input = { workspaceId, documentId, revision, note: "x", reason: "wording" as const };
    await publishVersion(scope.also("document.publish"), kind, input);
  });
}

const marksOf = <C extends DocumentContent>(kind: DocumentKind<C>, documentId: string) =>
  editing(async (scope) => (await readDocument(scope.also("document.read"), kind, documentId)).document.marks);

const stillTrue = (documentId: string) =>
  editing(async (scope) => {
    const { content } = await readDraft(scope.also("draft.read"), personaKind, documentId);
    await recordVerification(scope, personaKind, { documentId, version: 1, content, result: "still-true", note: "" });
  });

it("a segment's new version marks the personas that stand for it, until somebody confirms them", async () => {
  const segment = await created(segmentKind, "Weekend rebuilders");
  await published(segmentKind, segment, "summary", "They build on Saturdays");
  const persona = await created(personaKind, "Maya");
  await editing((scope) =>
    editDraft(scope, personaKind, {
      ...{ workspaceId: who.workspaceId, documentId: persona, batchId: crypto.randomUUID() },
      edits: [
        { op: "insert", path: ["segments"], item: { id: segment, title: "W", share: null, order: null }, before: null },
      ],
    }),
  );
  await published(personaKind, persona, "archetype", "Builds on Saturdays");
  expect(await marksOf(personaKind, persona)).toEqual([]);

  await published(segmentKind, segment, "summary", "They build on Sundays as well");
  await published(segmentKind, segment, "summary", "They build all week");
  const [mark, ...others] = await marksOf(personaKind, persona);
  expect(others).toEqual([]);
  expect(mark).toMatchObject({
    mark: "rests-on-new",
    sourceId: segment,
    sentence: "It stands for Weekend rebuilders, which has a new version, v3.",
    // What it was verified against, so that both can be compared.
    source: { kind: "segment", version: 3, restedOn: 1 },
  });
  await stillTrue(persona);
  expect(await marksOf(personaKind, persona)).toEqual([]);
});

it("five open threads dispute a document, however many are opened at once, until one of them is settled", async () => {
  const documentId = await created(personaKind, "Maya");
  const open = () =>
    inScope(database.app, who, "document.comment", (scope) =>
      startThread(scope, documentKinds, { documentId, place: null, version: null, body: "Really?" } as never),
    );
  const resolve = (threadId: string, isResolved: boolean) =>
    inScope(database.app, who, "document.comment", (scope) =>
      resolveThread(scope, documentKinds, { threadId, isResolved }),
    );
  const marks = async () => (await marksOf(personaKind, documentId)).map(({ mark }) => mark);
  const [first] = await Promise.all([open(), open(), open(), open()]);
  expect(await marks()).toEqual([]);
  await resolve(first.threadId, true);
  await Promise.all([open(), open()]);
  expect(await marks()).toEqual(["disputed"]);
  // What was confirmed in spite of them is disputed again by a further one alone.
  await published(personaKind, documentId, "archetype", "Said differently");
  expect(await marks()).toEqual([]);
  const sixth = await open();
  expect(await marks()).toEqual(["disputed"]);
  await stillTrue(documentId);
  await resolve(sixth.threadId, true);
  expect(await marks()).toEqual([]);
  await resolve(sixth.threadId, false);
  expect(await marks()).toEqual(["disputed"]);
});
