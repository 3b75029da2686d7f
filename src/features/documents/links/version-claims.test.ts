import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scope } from "@/server/access/open-scope";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import type { Edit } from "../drafts/edit-rules";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { createDocument } from "../use-cases/create-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { readVersionClaims } from "./use-cases/read-version-claims";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const GOAL = crypto.randomUUID();
const SECTION = crypto.randomUUID();

test("a version's claims are told by section and place, as they were; unpublished ones to nobody", async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "viewer"] as const);
  const asEditor = <T>(work: (scope: Scope<"draft.edit">) => Promise<T>) =>
    inScope(database.app, { workspaceId, userId: people.editor }, "draft.edit", work);
  const asViewer = (documentId: string, version?: number) =>
    inScope(database.app, { workspaceId, userId: people.viewer }, "document.read", (scope) =>
      readVersionClaims(scope, personaKind, { workspaceId, documentId, version }),
    );
  const { documentId } = await asEditor((scope) => createDocument(scope, personaKind, { title: "Maya" }));
  const write = (...edits: readonly Edit[]) =>
    asEditor((scope) =>
      editDraft(scope, personaKind, { workspaceId, documentId, batchId: crypto.randomUUID(), edits: [...edits] }),
    );
  const publish = (revision: number) =>
    asEditor((scope) =>
      publishVersion(scope.also("document.publish"), personaKind, {
        workspaceId,
        documentId,
        revision,
        note: "Said",
        reason: "wording",
      }),
    );
  const goal = { id: GOAL, text: "Finish before lunch", provenance: "grounded", source: "Interview 4" };
  const section = { id: SECTION, label: "Tools", claims: [] };
  const first = await write(
    { op: "insert", path: ["claims", "goals"], item: goal, before: null },
    { op: "set", path: ["archetype"], value: "The Saturday-hour rebuilder" },
    { op: "insert", path: ["sections"], item: section, before: null },
  );
  await expect(asViewer(documentId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await publish(first.revision);
  const second = await write({ op: "set", path: ["claims", "goals", GOAL, "text"], value: "Finish in one weekend" });
  await publish(second.revision);
  await write({ op: "remove", path: ["claims", "goals"], id: GOAL });

  const goals = (text: string) => [
    {
      label: "Goals",
      claims: [{ place: `claims.goals.${GOAL}`, text, provenance: "grounded", source: "Interview 4" }],
    },
  ];
  expect(await asViewer(documentId, 1)).toEqual({ version: 1, title: "Maya", sections: goals("Finish before lunch") });
  expect(await asViewer(documentId)).toEqual({ version: 2, title: "Maya", sections: goals("Finish in one weekend") });
  await expect(asViewer(documentId, 9)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(asViewer(crypto.randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
});
