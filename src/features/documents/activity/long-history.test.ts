import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inScope } from "@/testing/factories";
import { addTenant, type Tenant } from "@/testing/tenant";
import { personaKind } from "../../personas/persona-kind";
import { readEarlierVersions, readHistory } from "../use-cases/read-document";

let database: TestDatabase;
let tenant: Tenant;

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await addTenant(database);
});
afterAll(() => database.drop());

test("a history of 450 versions is told in pages, newest first, without gap or repeat", async () => {
  const { workspaceId, people, persona } = tenant;
  const { documentId } = persona;
  await database.owner.sql`
    insert into versions (workspace_id, document_id, number, content, content_hash, note, reason, author_id)
    select workspace_id, document_id, n, content, content_hash, 'Version ' || n, 'wording', author_id
    from versions, generate_series(3, 450) n where document_id = ${documentId} and number = 2 order by n`;
  await database.owner.sql`update documents set current_version = 450 where id = ${documentId}`;
  const numbers = await inScope(
    database.app,
    { workspaceId, userId: people.viewer.userId },
    "document.read",
    async (scope) => {
      const told = (await readHistory(scope, personaKind, documentId)).versions.map(({ number }) => number);
      for (let before = told.at(-1) ?? 1; before > 1; before = told.at(-1) ?? 1) {
        const page = await readEarlierVersions(scope, personaKind, { workspaceId, documentId, before });
        told.push(...page.map(({ number }) => number));
      }
      return told;
    },
  );
  expect(numbers).toEqual(Array.from({ length: 450 }, (_, at) => 450 - at));
});
