// Letters by workers that are killed on the way: real processes, a real mail server, a real database. Needs the build.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { type MailServer, startMailServer } from "@/testing/mail-server";
import { bringThroughKills, prepareStorm, startWorker, type WorkerProcess } from "@/testing/notice-storm";

const PEOPLE = 15;
const NOTICES = PEOPLE * 20;
/** Jobs that one worker does at a time. */
const CONCURRENCY = 4;

let database: TestDatabase;
let server: MailServer;
const workers = new Set<WorkerProcess>();

beforeAll(async () => {
  [database, server] = await Promise.all([createTestDatabase(), startMailServer()]);
});
afterAll(async () => {
  await Promise.all([...workers].map((worker) => worker.kill()));
  await Promise.all([server.close(), database.drop()]);
});

async function hire(name: string): Promise<WorkerProcess> {
  const worker = await startWorker(database, { url: server.url, from: `${name} <${name}@localhost>` });
  workers.add(worker);
  return worker;
}

test("three killed workers lose no letter, and repeat only what was on its way, under the same Message-ID", async () => {
  const storm = await prepareStorm(database.owner, database.app, PEOPLE);
  await bringThroughKills({ server, storm, letters: NOTICES, hire });

  const rows = await database.owner.sql<{ id: string }[]>`
    select id from deliveries where workspace_id = ${storm.workspaceId}`;
  const ids = server.arrived.map(({ messageId }) => messageId);
  expect(new Set(ids)).toEqual(new Set(rows.map(({ id }) => `${id}@localhost`)));
  expect(rows).toHaveLength(NOTICES);
  expect(ids.length - NOTICES).toBeLessThanOrEqual(3 * CONCURRENCY);
  // Both that were there at the beginning have shared the work.
  const senders = server.arrived.map(({ raw }) => /^From: (\w+)/m.exec(raw)?.[1]);
  expect(senders).toContain("first");
  expect(senders).toContain("steady");
});
