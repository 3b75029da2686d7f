// What publishing and confirming make of a document's standing, on a real database.
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { createDocument } from "../use-cases/create-document";
import { readDocument } from "../use-cases/read-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { addDays, dayOf } from "./due-day-rules";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("publishing stands for a version until the day that the cadence says", async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  const who = { workspaceId, userId: people.editor };
  const document = await inScope(database.app, who, "draft.edit", async (scope) => {
    const { documentId } = await createDocument(scope, personaKind, { title: "Maya" });
    const read = scope.also("document.read");
    expect((await readDocument(read, personaKind, documentId)).document.freshness).toBeNull();
    const edits = [{ op: "set" as const, path: ["archetype"], value: "Buys for the whole family" }];
    const batch = { workspaceId, documentId, batchId: crypto.randomUUID(), edits };
    const { revision } = await editDraft(scope, personaKind, batch);
    await publishVersion(scope.also("document.publish"), personaKind, { workspaceId, documentId, revision, note: "x" });
    return (await readDocument(read, personaKind, documentId)).document;
  });
  // A persona that nobody has looked into yet is a guess, and guesses keep for thirty days.
  const today = dayOf(new Date(), "UTC");
  expect(document.freshness).toMatchObject({
    verifiedVersion: 1,
    verifiedBy: { id: people.editor },
    dueOn: addDays(today, 30),
    dueFrom: `${addDays(today, 16)}T00:00:00.000Z`,
    overdueAt: `${addDays(today, 31)}T00:00:00.000Z`,
  });
});
