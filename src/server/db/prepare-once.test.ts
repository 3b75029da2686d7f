import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson } from "@/testing/factories";
import { prepareOnce } from "./prepare-once";
import { users } from "./schema/user";

const nameOf = prepareOnce(["id"], (db, value) =>
  db.select({ name: users.name }).from(users).where(eq(users.id, value.id)),
);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a query that is built once runs in the transaction it is given, and in no other", async () => {
  const id = await addPerson(database.owner, "Before");
  await database.owner.db.transaction(async (tx) => {
    await tx.update(users).set({ name: "Within" }).where(eq(users.id, id));
    expect(await nameOf(tx, { id })).toEqual([{ name: "Within" }]);
    expect(await nameOf(database.app.db, { id })).toEqual([{ name: "Before" }]);
  });
  expect(await nameOf(database.app.db, { id })).toEqual([{ name: "Within" }]);
});

test("many at once get each their own answer", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `Person ${index}`);
  const ids = await Promise.all(names.map((name) => addPerson(database.owner, name)));
  const answers = await Promise.all(
    ids.map((id) => database.app.db.transaction(async (tx) => (await nameOf(tx, { id }))[0]?.name)),
  );
  expect(answers).toEqual(names);
});
