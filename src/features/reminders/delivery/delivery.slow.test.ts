// Letters by workers that are killed on the way: real processes, a real mail server, a real database. Needs the build.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { type MailServer, startMailServer } from "@/testing/mail-server";
import { prepareStorm, startWorker, type WorkerProcess } from "@/testing/notice-storm";

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
  let victim = await hire("first");
  await hire("steady");
  const kills: Promise<unknown>[] = [];
  let next = 50;
  // Killed in the middle of a mail: it was written, and nobody has said yet that it was taken.
  server.before = async () => {
    if (server.arrived.length < next || kills.length === 3) return;
    next += 70;
    const fallen = victim;
    workers.delete(fallen);
    const gone = fallen.kill();
    kills.push(
      gone
        .then(() => hire(`successor${kills.length}`))
        .then((worker) => {
          victim = worker;
        }),
    );
    await gone;
  };
  await storm.begin();
  while ((await storm.states()).sent !== NOTICES) await sleep(200);
  await Promise.all(kills);
  expect(kills).toHaveLength(3);

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
