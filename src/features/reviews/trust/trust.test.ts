// The poll about trust: who is asked, what is kept, and what others learn of it.
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { readDraft } from "@/features/documents/use-cases/read-document";
import { retireDocument } from "@/features/documents/use-cases/retire-document";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { personaKind } from "@/features/personas/persona-kind";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { type AnswerTrustInput, answerTrustInput } from "./trust-contract";
import { LEAST_ANSWERS, scoresSentence, statementScores, TRUST_STATEMENTS } from "./trust-rules";
import { answerTrust } from "./use-cases/answer-trust";
import { readTrust } from "./use-cases/read-trust";

type Person = "owner" | "editor" | "reviewer" | "viewer";

let database: TestDatabase;
let workspaceId: string;
let people: Record<Person, string>;
let documentId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["owner", "editor", "reviewer", "viewer"]));
  const asEditor = { workspaceId, userId: people.editor };
  const make = (scope: Parameters<typeof createDocument>[0]) => createDocument(scope, personaKind, { title: "Maya" });
  ({ documentId } = await inScope(database.app, asEditor, "draft.edit", make));
  await publish("The hurried rebuilder");
});

function publish(archetype: string) {
  return inScope(database.app, { workspaceId, userId: people.editor }, "document.publish", async (scope) => {
    const edits = [{ op: "set" as const, path: ["archetype"], value: archetype }];
    const batch = { workspaceId, documentId, batchId: crypto.randomUUID(), edits };
    await editDraft(scope.also("draft.edit"), personaKind, batch);
    const { revision } = await readDraft(scope.also("draft.read"), personaKind, documentId);
    const input = { workspaceId, documentId, revision, note: "New", reason: "wording" as const };
    return publishVersion(scope, personaKind, input);
  });
}

function answer(who: Person, scores: readonly number[], said: Partial<AnswerTrustInput> = {}) {
  const input = answerTrustInput.parse({ workspaceId, documentId, version: 1, scores, use: "", ...said });
  const asPerson = { workspaceId, userId: people[who] };
  return inScope(database.app, asPerson, "document.comment", (scope) => answerTrust(scope, input));
}

function read(who: Person = "viewer") {
  const asPerson = { workspaceId, userId: people[who] };
  return inScope(database.app, asPerson, "document.read", (scope) => readTrust(scope, { documentId }));
}

it("counts one answer a person and version, changeable until the next version, and keeps those before", async () => {
  await answer("viewer", [1, 1, 1, 1, 1]);
  await Promise.all([answer("viewer", [5, 5, 5, 5, 5]), answer("viewer", [5, 5, 5, 5, 5])]);
  expect(await read()).toMatchObject({ openVersion: 1, own: { scores: [5, 5, 5, 5, 5] }, versions: [{ answers: 1 }] });
  await publish("The patient rebuilder");
  await expect(answer("viewer", [7, 7, 7, 7, 7])).rejects.toMatchObject({
    ...{ code: "CONFLICT", message: /v2 is the current one now/ },
  });
  await answer("viewer", [2, 2, 2, 2, 2], { version: 2 });
  expect((await read()).versions.map(({ version, answers }) => [version, answers])).toEqual([
    [2, 1],
    [1, 1],
  ]);
});

it("shows what people said from three answers on, without names, and each person their own at once", async () => {
  await answer("viewer", [7, 6, 5, 4, 3], { use: "Writing the autumn mailing" });
  await answer("reviewer", [1, 1, 1, 1, 1]);
  expect((await read()).versions).toEqual([{ version: 1, answers: 2, statements: null, uses: [] }]);
  await answer("owner", [4, 4, 4, 4, 4]);
  const { versions, own } = await read("owner");
  expect(own?.scores).toEqual([4, 4, 4, 4, 4]);
  expect(versions[0]?.statements?.map(({ median }) => median)).toEqual([4, 4, 4, 4, 3]);
  expect(versions[0]?.uses).toEqual(["Writing the autumn mailing"]);
  expect(JSON.stringify(versions)).not.toContain(people.viewer);
});

it("takes whole scores from 1 to 7, one for each statement, and asks about nothing retired or of foreign sessions", async () => {
  for (const scores of [
    [0, 1, 1, 1, 1],
    [8, 1, 1, 1, 1],
    [1.5, 1, 1, 1, 1],
    [1, 1, 1, 1],
    [1, 1, 1, 1, 1, 1],
  ]) {
    expect(answerTrustInput.safeParse({ workspaceId, documentId, version: 1, scores, use: "" }).success).toBe(false);
  }
  const sessionId = crypto.randomUUID();
  await expect(answer("viewer", [1, 1, 1, 1, 1], { sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await inScope(database.app, { workspaceId, userId: people.editor }, "document.retire", (scope) =>
    retireDocument(scope, personaKind, { documentId, reason: "" }),
  );
  await expect(answer("viewer", [1, 1, 1, 1, 1])).rejects.toMatchObject({ code: "BLOCKED" });
  expect(await read()).toMatchObject({ openVersion: null, versions: [] });
});

it("counts every answer in one column, with the middle among them", () => {
  const scores = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(scores, { minLength: LEAST_ANSWERS, maxLength: 30 }), (answers) => {
      const statements = statementScores(answers) ?? [];
      expect(statements).toHaveLength(TRUST_STATEMENTS.length);
      for (const [at, { median, counts }] of statements.entries()) {
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(answers.length);
        const given = answers.map((answer) => answer[at] ?? 0);
        expect(given.filter((score) => score <= median).length * 2).toBeGreaterThanOrEqual(given.length);
        expect(given.filter((score) => score >= median).length * 2).toBeGreaterThanOrEqual(given.length);
      }
    }),
  );
  expect(statementScores([[1, 1, 1, 1, 1]])).toBeNull();
  expect(scoresSentence({ median: 5.5, counts: [0, 0, 0, 1, 0, 0, 2] })).toBe("The middle is 5.5: 1 said 4, 2 said 7.");
});
