import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inScope } from "@/testing/factories";
import { addTenant, type Tenant } from "@/testing/tenant";
import { personaKind } from "../../personas/persona-kind";
import { scenarioKind } from "../../scenarios/scenario-kind";
import { segmentKind } from "../../segments/segment-kind";
import { setBody } from "../bodies/body-yjs";
import { changeBody } from "../bodies/use-cases/change-body";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { addDocument } from "../use-cases/add-document";
import { readDraft } from "../use-cases/read-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { deleteDocument } from "./use-cases/delete-document";
import { listDependants } from "./use-cases/list-dependants";

let database: TestDatabase;
let tenant: Tenant;

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await addTenant(database);
});
afterAll(() => database.drop());

const as = (role: "admin" | "editor") => ({ workspaceId: tenant.workspaceId, userId: tenant.people[role].userId });

/** Rows that speak of the document, by table; the audit log apart, which remembers. */
async function rowsOf(documentId: string): Promise<Record<string, number>> {
  const { sql } = database.owner;
  const tables = await sql<{ name: string; id: string }[]>`
    select table_name as name, column_name as id from information_schema.columns
    where table_schema = 'public' and (column_name = 'document_id' or (table_name, column_name) = ('documents', 'id'))`;
  const counts = await Promise.all(
    tables.map(async ({ name, id }) => {
      const [row] = await sql`select count(*)::int as count from ${sql(name)} where ${sql(id)} = ${documentId}`;
      return [name, row?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

test("an admin is told what hangs on a document, deletes it whole, and links to it stay without a target", async () => {
  const { workspaceId, segment, persona } = tenant;
  await inScope(database.app, as("editor"), "draft.edit", (scope) =>
    editDraft(scope, personaKind, {
      workspaceId,
      documentId: persona.documentId,
      batchId: crypto.randomUUID(),
      edits: [
        { op: "insert", path: ["segments"], item: { id: segment.documentId, title: "Family buyers" }, before: null },
      ],
    }),
  );
  const dependants = await inScope(database.app, as("admin"), "document.delete", (scope) =>
    listDependants(scope, segmentKind, segment.documentId),
  );
  expect(dependants).toMatchObject({
    title: "Family buyers",
    versions: 2,
    draftsSetAside: 1,
    linkCount: 1,
    links: [{ id: persona.documentId, kind: "persona", isInDraft: true, isPublished: false }],
  });

  const remove = (title: string, documentId = segment.documentId) =>
    inScope(database.app, as("admin"), "document.delete", (scope) =>
      deleteDocument(scope, segmentKind, { workspaceId, documentId, title }),
    );
  await expect(remove("Family")).rejects.toMatchObject({ code: "INVALID", details: { path: "title" } });
  await expect(remove("Maya", persona.documentId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(Object.keys(await rowsOf(segment.documentId))).toEqual(expect.arrayContaining(["versions", "draft_edits"]));
  await remove(" Family  buyers ");
  expect(await rowsOf(segment.documentId)).toEqual({});
  expect(Object.keys(await rowsOf(persona.documentId))).toEqual(expect.arrayContaining(["versions", "draft_edits"]));
  await expect(remove("Family buyers")).rejects.toMatchObject({ code: "NOT_FOUND" });

  const draft = await inScope(database.app, as("editor"), "draft.read", (scope) =>
    readDraft(scope, personaKind, persona.documentId),
  );
  expect(draft.content.segments).toMatchObject([{ id: segment.documentId }]);
  const [act] = await database.owner.sql`
    select details from audit_events where action = 'document.deleted' and object_id = ${segment.documentId}`;
  expect(act?.details).toEqual({ kind: "segment", title: "Family buyers", versions: 2 });
});

test("who deletes a document is told of those that speak of it in prose, and of those that only did when published", async () => {
  const { workspaceId, persona } = tenant;
  const story = {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          {
            type: "documentChip",
            attrs: { document: persona.documentId, kind: "persona", version: 1, title: "Maya" },
          },
        ],
      },
    ],
  };
  const write = (title: string) =>
    inScope(database.app, as("editor"), "draft.edit", (scope) =>
      addDocument(scope, scenarioKind, { ...scenarioKind.empty(title), story }, { verb: "created" }),
    );
  const spoken = await write("A mention");
  const before = await write("Before");
  await inScope(database.app, as("editor"), "document.publish", async (scope) => {
    await publishVersion(scope, scenarioKind, { workspaceId, documentId: before, revision: 0, note: "First" });
    await changeBody(scope, scenarioKind, before, (doc) => setBody(doc, null));
  });
  const { links } = await inScope(database.app, as("admin"), "document.delete", (scope) =>
    listDependants(scope, personaKind, persona.documentId),
  );
  expect(links.map(({ id, isInDraft, isPublished }) => ({ id, isInDraft, isPublished }))).toEqual([
    { id: spoken, isInDraft: true, isPublished: false },
    { id: before, isInDraft: false, isPublished: true },
  ]);
});

test("nobody below admin deletes, not even by the database's own function", async () => {
  const { documentId } = tenant.persona;
  await expect(
    inScope(database.app, as("editor"), "document.read", (scope) =>
      scope.tx.execute(`select delete_document('${documentId}')`),
    ),
  ).rejects.toThrow();
  expect(Object.keys(await rowsOf(documentId))).toContain("documents");
});
