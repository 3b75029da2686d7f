import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { lastingConnection } from "./lasting-connection";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("gives up a connection that is silent, and answers over a new one", async () => {
  const lasting = lastingConnection(database.appUrl, 500);
  const pid = () => lasting.run((db) => db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`));
  const [before] = await pid();
  await expect(lasting.run((db) => db.execute(sql`select pg_sleep(2)`))).rejects.toThrow("no answer");
  const [after] = await pid();
  expect(after?.pid).not.toBe(before?.pid);
  await lasting.close();
});

it("answers again after its server ended it", async () => {
  const lasting = lastingConnection(database.appUrl, 500);
  await lasting.run((db) => db.execute(sql`select 1`));
  await database.owner.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'dramatis' and pid <> pg_backend_pid()`;
  await expect
    .poll(
      () =>
        lasting
          .run((db) => db.execute(sql`select 1`))
          .then(
            () => true,
            () => false,
          ),
      { timeout: 5_000 },
    )
    .toBe(true);
  await lasting.close();
});
