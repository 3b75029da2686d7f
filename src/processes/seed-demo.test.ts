import { afterAll, beforeAll, expect, it } from "vitest";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { DEMO_DOCUMENTS } from "./demo-company";
import { seedDemo } from "./seed-demo";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("seeds people, documents and versions once, however often it is called", async () => {
  await seedDemo(database);
  await seedDemo(database);
  const { sql } = database.owner;
  const [counts] = await sql`
    select (select count(*)::int from users) as people, (select count(*)::int from documents) as documents,
           (select count(*)::int from memberships) as members, (select count(*)::int from versions) as versions`;
  const published = DEMO_DOCUMENTS.flatMap(({ steps }) => steps.filter(({ publish }) => publish)).length;
  expect(counts).toEqual({
    people: DEMO_PEOPLE.length,
    members: DEMO_PEOPLE.length,
    documents: DEMO_DOCUMENTS.length,
    versions: published,
  });
  const [said] = await sql`
    select (select count(*)::int from threads where resolved_at is null) as threads,
           (select count(*)::int from notifications where kind = 'comment.mentioned') as mentions`;
  expect(said).toEqual({ threads: 4, mentions: 1 });
  const [prose] = await sql`
    select (select count(*)::int from bodies where problem is not null) as bad,
           (select count(*)::int from body_updates) as unstored,
           (select count(*)::int from versions where content::text like '%"claimEmbed"%') as embedding,
           (select count(distinct title)::int from documents o join drafts d on d.document_id = o.id
            where o.kind = 'scenario' and cardinality(linked_ids(d.content)) > 1) as pinning`;
  expect(prose).toEqual({ bad: 0, unstored: 0, embedding: 1, pinning: 3 });
  for (const version of await sql`select content, content_hash from versions`) {
    expect(canonicalHash(version.content)).toBe(version.content_hash);
  }
});
