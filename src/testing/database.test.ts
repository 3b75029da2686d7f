import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database";
import { demandLoopback } from "./test-server";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a clone is migrated, and its application role is bound by row-level security", async () => {
  const [role] = await database.app.sql`
    select rolsuper, rolbypassrls, current_user as name from pg_roles where rolname = current_user`;
  expect(role).toMatchObject({ rolsuper: false, rolbypassrls: false });
  await database.owner.sql`insert into workspaces (name, slug) values ('Clone', 'clone')`;
  expect(await database.owner.sql`select 1 from workspaces`).toHaveLength(1);
  expect(await database.app.sql`select 1 from workspaces`).toHaveLength(0);
});

test("two clones don't see each other", async () => {
  const other = await createTestDatabase();
  try {
    expect(await other.owner.sql`select 1 from workspaces`).toHaveLength(0);
  } finally {
    await other.drop();
  }
});

test("tests refuse a database that isn't on loopback", () => {
  expect(() => demandLoopback("postgres://someone@db.example.com/production")).toThrow("loopback only");
});
