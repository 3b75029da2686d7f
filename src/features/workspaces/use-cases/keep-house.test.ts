import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillEnv } from "@/env";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { changeRetention, readNewDatasetDays, readRetention } from "./change-retention";
import { keepHouse } from "./keep-house";

let database: TestDatabase;
let directory: string;
beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), "keep-house-"));
  fillEnv({ DATA_DIR: directory });
});
afterAll(async () => {
  await database.drop();
  await rm(directory, { recursive: true });
});

test("what an admin says is kept, written down once, and what a new dataset begins with", async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["admin", "editor"]);
  const who = { workspaceId, userId: people.admin };
  const retention = { snapshotDays: null, deliveryDays: 30, noticeDays: 90 };
  const before = await inScope(database.app, who, "workspace.configure", readRetention);
  expect(before).toEqual({ snapshotDays: 730, deliveryDays: 90, noticeDays: 365 });
  for (let at = 0; at < 2; at++) {
    await inScope(database.app, who, "workspace.configure", (scope) =>
      changeRetention(scope, { workspaceId, retention }),
    );
  }
  const editor = { workspaceId, userId: people.editor };
  expect(await inScope(database.app, editor, "data.import", readNewDatasetDays)).toBeNull();
  const acts = await database.owner.sql`select details from audit_events where workspace_id = ${workspaceId}`;
  expect([...acts]).toEqual([
    {
      details: {
        before: "snapshots 2 years, deliveries 90 days, read notices 1 year",
        after: "snapshots until somebody deletes it, deliveries 30 days, read notices 90 days",
      },
    },
  ]);
});

test("a night forgets what is over by each workspace's own time, in steps, and nothing that still asks or waits", async () => {
  const { sql } = database.owner;
  const [brief, long] = [await addWorkspace(database.owner, ["owner"]), await addWorkspace(database.owner, ["owner"])];
  await sql`update workspaces set delivery_retention_days = 30, notice_retention_days = 30 where id = ${brief.workspaceId}`;
  for (const { workspaceId, people } of [brief, long]) {
    for (const [fact, state, days] of [
      ["old", "sent", 40],
      ["new", "sent", 20],
      ["waiting", "waiting", 40],
    ] as const) {
      await sql`insert into deliveries (workspace_id, channel, fact, target, state, created_at)
        values (${workspaceId}, 'mail', ${fact}, 'x', ${state}, now() - make_interval(days => ${days}))`;
    }
    for (const [fact, kind, read] of [
      ["read", "test", true],
      ["unread", "test", false],
      ["asks", "review.due", true],
    ] as const) {
      await sql`insert into notifications (workspace_id, user_id, kind, subject, fact, created_at, read_at)
        values (${workspaceId}, ${people.owner}, ${kind}, '{}', ${fact}, now() - interval '50 days',
          ${read ? sql`now() - interval '40 days'` : null})`;
    }
    for (const [hash, days] of [
      ["over", -40],
      ["open", 3],
    ] as const) {
      await sql`insert into invitations (workspace_id, email, role, token_hash, invited_by, expires_at)
        values (${workspaceId}, 'x@example.org', 'viewer', ${hash + workspaceId}, ${people.owner}, now() + make_interval(days => ${days}))`;
    }
    for (const [agent, days] of [
      ["ended", -40],
      ["over lately", -20],
      ["live", 10],
    ] as const) {
      await sql`insert into login_sessions (user_id, method, user_agent, expires_at)
        values (${people.owner}, 'password', ${agent}, now() + make_interval(days => ${days}))`;
    }
    for (const [hash, days] of [
      ["dead", -10],
      ["good", 1],
    ] as const) {
      await sql`insert into email_tokens (user_id, purpose, token_hash, expires_at)
        values (${people.owner}, 'verify-email', ${hash + workspaceId}, now() + make_interval(days => ${days}))`;
    }
  }
  await mkdir(join(directory, "outbox"));
  const names = [
    "2026-01-02T03-04-05.678Z-aaaaaaaa.json",
    `${new Date().toISOString().replaceAll(":", "-")}-b.json`,
    "note.txt",
  ];
  for (const name of names) await writeFile(join(directory, "outbox", name), "{}");

  await keepHouse(database.app.db, new Date(), 1);

  const left = async (place: { readonly workspaceId: string }) => {
    const { workspaceId } = place;
    const letters = await sql`select fact from deliveries where workspace_id = ${workspaceId} order by fact`;
    const notices = await sql`select fact from notifications where workspace_id = ${workspaceId} order by fact`;
    return [letters, notices].map((rows) => rows.map(({ fact }) => fact).join(" "));
  };
  expect(await left(brief)).toEqual(["new waiting", "asks unread"]);
  expect(await left(long)).toEqual(["new old waiting", "asks read unread"]);
  const hashes =
    await sql`select token_hash as hash from invitations where workspace_id = ${brief.workspaceId} order by expires_at`;
  expect(hashes.map(({ hash }) => hash.slice(0, 4))).toEqual(["gone", "open"]);
  const sessions =
    await sql`select user_agent as agent from login_sessions where user_id = ${brief.people.owner} order by 1`;
  expect(sessions.map(({ agent }) => agent)).toEqual(["live", "over lately"]);
  const tokens = await sql`select token_hash as hash from email_tokens where user_id = ${brief.people.owner}`;
  expect(tokens.map(({ hash }) => hash.slice(0, 4))).toEqual(["good"]);
  expect((await readdir(join(directory, "outbox"))).sort()).toEqual(names.slice(1).sort());
});
