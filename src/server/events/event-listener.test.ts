// Two listeners stand for two processes; the database between them is a real one.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { announce } from "./announce";
import { type Events, eventsOver } from "./event-listener";

const of = { workspaceId: "w", topic: "document:1" };
let database: TestDatabase;
let here: Events;
let there: Events;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  here = eventsOver(database.appUrl);
  there = eventsOver(database.appUrl);
});
afterEach(async () => {
  await Promise.all([here.close(), there.close()]);
});

const say = (body: unknown) => announce(database.app.db, { ...of, body });

test("what is committed is heard in every process, and what is rolled back in none", async () => {
  const [one, other] = await Promise.all([here.hear(of), there.hear(of)]);
  await expect(
    database.app.db.transaction(async (tx) => {
      await announce(tx, { ...of, body: "never" });
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  await say("hello");
  for (const hearing of [one, other]) {
    await expect(hearing.next()).resolves.toMatchObject({ value: { event: { body: "hello" } } });
  }
});

test("an event that is too long for the channel comes without its body", async () => {
  const hearing = await here.hear(of);
  await say("x".repeat(9_000));
  await expect(hearing.next()).resolves.toMatchObject({ value: { event: { ...of, body: null } } });
});

test("a connection that breaks is made anew, and listeners are told that they may have missed something", async () => {
  const hearing = await here.hear(of);
  await database.owner.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen %'`;
  await expect(hearing.next()).resolves.toEqual({ done: false, value: { type: "lost" } });
  await say("back");
  await expect(hearing.next()).resolves.toMatchObject({ value: { event: { body: "back" } } });
});

test("closing ends every hearing and leaves no connection", async () => {
  const hearing = await here.hear(of);
  const waiting = hearing.next();
  await here.close();
  await expect(waiting).resolves.toMatchObject({ done: true });
  const left = async () => {
    const [row] = await database.owner.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`;
    return row?.count;
  };
  for (let tries = 0; tries < 50 && (await left()) !== 0; tries += 1) await sleep(20);
  expect(await left()).toBe(0);
});
