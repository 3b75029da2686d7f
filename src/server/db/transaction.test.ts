import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { readInTransaction } from "./transaction";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("what was read arrives, and the connection is free for the next", async () => {
  const { db } = database.app;
  const reads = Array.from({ length: 100 }, (_, index) =>
    readInTransaction(db, async (tx) => (await tx.execute<{ n: number }>(`select ${index} as n`))[0]?.n),
  );
  expect(await Promise.all(reads)).toEqual(Array.from({ length: 100 }, (_, index) => index));
});

test("a failure arrives as it was thrown, and settings of the transaction end with it", async () => {
  const { db } = database.app;
  const failed = readInTransaction(db, async (tx) => {
    await tx.execute("select set_config('app.user_id', 'somebody', true)");
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  const seen = await readInTransaction(db, (tx) => tx.execute("select current_setting('app.user_id', true) as who"));
  expect(seen[0]?.who ?? "").toBe("");
});
