// The second wall: what the application's role can't do even when the code above it forgets every condition.
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  datasets,
  documentMarks,
  importPlans,
  imports,
  measureRuns,
  measures,
  snapshots,
} from "@/server/db/schema/dataset";
import { activities, approvalRequests, approvals, comments, threads } from "@/server/db/schema/discussion";
import {
  badBodyUpdates,
  bodies,
  bodyUpdates,
  documents,
  documentTexts,
  documentVerifiers,
  draftEdits,
  drafts,
  restorePoints,
  versions,
} from "@/server/db/schema/document";
import { calendarEvents, calendarFeeds, deliveries, noticePreferences, webhooks } from "@/server/db/schema/reminder";
import {
  reviewItems,
  reviewMarks,
  reviewNotes,
  reviewParticipants,
  reviewSessions,
  reviewTasks,
  reviewVotes,
  trustResponses,
} from "@/server/db/schema/review";
import { businessEvents, cadences, freshness, verifications } from "@/server/db/schema/verification";
import { auditEvents, extraFields, invitations, notifications, pictures } from "@/server/db/schema/workspace";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace } from "@/testing/factories";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Tables that belong to no workspace. A new table must be named here or have a workspace_id. */
const GLOBAL_TABLES = ["accounts", "email_tokens", "login_sessions", "rate_limits", "users"];
/** The workspace itself is a tenant's row by its own id. */
const TENANT_ROOT = "workspaces";

const APPEND_ONLY = ["audit_events", "draft_edits", "verifications", "versions"];

async function tenantTables(): Promise<string[]> {
  const rows = await database.owner.sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id' order by 1`;
  return [TENANT_ROOT, ...rows.map(({ name }) => name)];
}

describe("tables", () => {
  test("are each a workspace's own or named as belonging to none", async () => {
    const rows = await database.owner.sql<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`;
    const classified = [...GLOBAL_TABLES, ...(await tenantTables())].sort();
    expect(rows.map(({ name }) => name)).toEqual(classified);
  });

  test("of a workspace have row-level security and a policy, and belong to another role than the application's", async () => {
    const tables = await tenantTables();
    const [application] = await database.app.sql<{ name: string }[]>`select current_user as name`;
    const rows = await database.owner.sql<{ name: string; secured: boolean; policies: number; owner: string }[]>`
      select c.relname as name, c.relrowsecurity as secured, pg_get_userbyid(c.relowner) as owner,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname in ${database.owner.sql(tables)}`;
    expect(rows).toHaveLength(tables.length);
    for (const row of rows) {
      expect(row, row.name).toMatchObject({ secured: true });
      expect(row.policies, row.name).toBeGreaterThan(0);
      expect(row.owner, row.name).not.toBe(application?.name);
    }
  });

  test("hold their ids together with the workspace, so that ids of two can't be mixed", async () => {
    const rows = await database.owner.sql<{ name: string }[]>`
      select distinct c.conrelid::regclass::text || ' → ' || c.confrelid::regclass::text as name from pg_constraint c
      where c.contype = 'f'
        and c.confrelid in (select attrelid from pg_attribute where attname = 'workspace_id' and not attisdropped)
        and not exists (
          select 1 from unnest(c.conkey) key join pg_attribute a on a.attrelid = c.conrelid and a.attnum = key
          where a.attname = 'workspace_id')`;
    // A document and its own current version share the id, which a version's key ties to the workspace.
    expect(rows.map(({ name }) => name)).toEqual(["documents → versions"]);
  });

  test("are not views that would answer with their owner's rights", async () => {
    const views = await database.owner.sql<{ name: string; options: string[] | null }[]>`
      select relname as name, reloptions as options from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`;
    for (const view of views) expect(view.options, view.name).toContain("security_invoker=true");
  });

  test("can't be altered, emptied or added to by the application's role", async () => {
    const { sql } = database.app;
    await expect(sql`alter table memberships disable row level security`).rejects.toThrow("must be owner");
    await expect(sql`truncate memberships`).rejects.toThrow("permission denied");
    await expect(sql`create table loot (id int)`).rejects.toThrow("permission denied");
    await expect(sql`set role ${sql(new URL(database.ownerUrl).username)}`).rejects.toThrow("permission denied");
  });
});

/** A workspace with a row in every table that belongs to one. */
async function furnish() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["owner"]);
  const userId = people.owner;
  const documentId = crypto.randomUUID();
  const { db } = database.owner;
  const own = { workspaceId, documentId, content: {}, contentHash: "x" };
  await db.insert(documents).values({ id: documentId, workspaceId, kind: "persona", ownerId: userId });
  await db.insert(drafts).values({ ...own, changedBy: userId });
  await db.insert(draftEdits).values({ ...own, revision: 1, batchId: documentId, authorId: userId, edits: [] });
  await db.insert(versions).values({ ...own, number: 1, note: "First", reason: "first", authorId: userId });
  await db.insert(restorePoints).values({ ...own, revision: 1, setAsideBy: userId });
  await db.insert(documentTexts).values({ ...own, draft: "" });
  const data = new Uint8Array([0, 0]);
  await db.insert(bodies).values({ ...own, state: data });
  await db.insert(bodyUpdates).values({ ...own, authorId: userId, data });
  await db.insert(badBodyUpdates).values({
    ...own,
    id: Date.now() + Math.floor(Math.random() * 1_000_000),
    authorId: userId,
    data,
    problem: "",
    at: new Date(),
  });
  await db.insert(documentVerifiers).values({ ...own, userId });
  await db.insert(approvalRequests).values({ ...own, revision: 1, requestedBy: userId });
  await db.insert(approvals).values({ ...own, revision: 1, userId, decision: "approved" });
  await db.insert(activities).values({ ...own, actorId: userId, verb: "published", isOnDraft: false });
  const [thread] = await db
    .insert(threads)
    .values({ ...own, startedBy: userId })
    .returning();
  await db.insert(comments).values({ workspaceId, threadId: thread?.id ?? "", authorId: userId, body: "Why?" });
  await db.insert(extraFields).values({ workspaceId, kind: "persona", shape: "text", label: "Pets", position: 1 });
  await db
    .insert(notifications)
    .values({ workspaceId, userId, actorId: userId, kind: "test", subject: { documentId } });
  const [datasetId, snapshotId] = [crypto.randomUUID(), crypto.randomUUID()];
  await db.insert(datasets).values({ id: datasetId, workspaceId, name: "Customers", purpose: "x", createdBy: userId });
  const counted = { asOf: "2026-11-01", timeZone: "UTC", customers: 1, bytes: 1, catalog: {} };
  const taken = { id: snapshotId, workspaceId, datasetId, number: 1, importedBy: userId };
  await db.insert(snapshots).values({ ...taken, ...counted });
  await db.insert(imports).values({ workspaceId, createdBy: userId, fileName: "a.csv", bytes: 1 });
  await db.insert(importPlans).values({ workspaceId, shape: "x", plan: {}, datasetId });
  const measured = { workspaceId, documentId, version: 1, snapshotId };
  await db.insert(measures).values({ ...measured, state: "measured" });
  await db.insert(measureRuns).values({ ...measured, startedAt: new Date(), milliseconds: 1 });
  await db
    .insert(documentMarks)
    .values({ workspaceId, documentId, mark: "drifting", sentence: "x", sourceId: documentId });
  await db.insert(cadences).values({ ...own, plan: {}, leadDays: [], changedBy: userId });
  await db.insert(verifications).values({ ...own, result: "still-true", verifiedBy: userId });
  await db.insert(freshness).values({ ...own, verifiedAt: new Date(), verifiedBy: userId, verifiedVersion: 1 });
  const happened = { kind: "launch", title: "x", happenedOn: "2026-11-01", loggedBy: userId } as const;
  await db.insert(businessEvents).values({ workspaceId, ...happened });
  const [sessionId, itemId] = [crypto.randomUUID(), crypto.randomUUID()];
  const when = { startsAt: new Date(), endsAt: new Date(), timeZone: "UTC" };
  const led = { facilitatorId: userId, plannedBy: userId };
  await db.insert(reviewSessions).values({ id: sessionId, workspaceId, title: "x", mode: "live", ...when, ...led });
  await db.insert(reviewItems).values({ id: itemId, workspaceId, sessionId, documentId, position: 1 });
  await db.insert(reviewParticipants).values({ workspaceId, sessionId, userId });
  await db.insert(reviewMarks).values({ workspaceId, itemId, userId, place: "x", verdict: "keep" });
  await db.insert(reviewVotes).values({ workspaceId, itemId, userId, vote: "approve" });
  await db.insert(reviewNotes).values({ workspaceId, itemId, authorId: userId, text: "x" });
  const task = { text: "x", assigneeId: userId, dueOn: "2026-11-01", createdBy: userId };
  await db.insert(reviewTasks).values({ workspaceId, documentId, ...task });
  await db.insert(trustResponses).values({ workspaceId, documentId, version: 1, userId, scores: [1] });
  await db.insert(noticePreferences).values({ workspaceId, userId, preferences: {} });
  await db.insert(deliveries).values({ workspaceId, channel: "mail", fact: "x", target: "x" });
  await db.insert(calendarFeeds).values({ workspaceId, userId, tokenHash: documentId });
  await db.insert(calendarEvents).values({ workspaceId, userId, uid: "x", event: {} });
  const hook = { name: "x", format: "slack", url: "x", secret: data, createdBy: userId } as const;
  await db.insert(webhooks).values({ workspaceId, ...hook, kinds: [] });
  const picture = { bytes: new Uint8Array([1]), width: 1, height: 1 };
  await db.insert(pictures).values({ ...picture, workspaceId, uploadedBy: userId });
  const invitation = { email: "x@example.org", role: "viewer", tokenHash: documentId, expiresAt: new Date() } as const;
  await db.insert(invitations).values({ ...invitation, workspaceId, invitedBy: userId });
  const act = { action: "member.left", objectType: "member", objectId: userId };
  await db.insert(auditEvents).values({ ...act, workspaceId, actorId: userId });
  return { workspaceId, userId };
}

describe("without a context", () => {
  let place: Awaited<ReturnType<typeof furnish>>;
  beforeEach(async () => {
    place = await furnish();
  });

  test("no table of a workspace shows a row", async () => {
    for (const table of await tenantTables()) {
      const { app, owner } = database;
      expect(await owner.sql`select 1 from ${owner.sql(table)} limit 1`, `a row in ${table}`).toHaveLength(1);
      expect(await app.sql`select 1 from ${app.sql(table)} limit 1`, table).toHaveLength(0);
    }
  });

  test("nothing can be inserted, changed or deleted", async () => {
    const { sql } = database.app;
    const { workspaceId, userId } = place;
    await expect(sql`insert into workspaces (name, slug) values ('Mine', 'mine')`).rejects.toThrow(
      "row-level security",
    );
    await expect(
      sql`insert into audit_events (workspace_id, actor_id, action, object_type, object_id)
          values (${workspaceId}, ${userId}, 'member.left', 'member', '1')`,
    ).rejects.toThrow("row-level security");
    expect((await sql`update memberships set role = 'owner'`).count).toBe(0);
    expect((await sql`delete from memberships`).count).toBe(0);
    expect((await sql`update workspaces set name = 'Taken'`).count).toBe(0);
  });
});

describe("within one workspace's context", () => {
  test("another workspace's rows are neither seen, changed nor made, and no row moves there", async () => {
    const mine = await addWorkspace(database.owner, ["owner"]);
    const theirs = await addWorkspace(database.owner, ["owner"]);
    await database.app.sql.begin(async (sql) => {
      await sql`select open_scope(${mine.people.owner}, ${mine.workspaceId})`;
      const places = await sql`select distinct workspace_id from memberships`;
      expect([...places]).toEqual([{ workspace_id: mine.workspaceId }]);
      expect((await sql`update memberships set role = 'viewer' where workspace_id = ${theirs.workspaceId}`).count).toBe(
        0,
      );
      expect((await sql`delete from workspaces where id = ${theirs.workspaceId}`).count).toBe(0);
    });
    const intrusions = [
      (sql: TransactionSql) =>
        sql`insert into memberships values (${theirs.workspaceId}, ${mine.people.owner}, 'owner')`,
      (sql: TransactionSql) => sql`update memberships set workspace_id = ${theirs.workspaceId}`,
    ];
    for (const intrude of intrusions) {
      const attempt = database.app.sql.begin(async (sql) => {
        await sql`select open_scope(${mine.people.owner}, ${mine.workspaceId})`;
        await intrude(sql);
      });
      await expect(attempt).rejects.toThrow("row-level security");
    }
  });
});

describe("append-only tables", () => {
  test("refuse UPDATE, DELETE and TRUNCATE to the application and to the owner alike", async () => {
    await furnish();
    const { sql: owner } = database.owner;
    for (const table of APPEND_ONLY) {
      for (const [who, refusal] of [
        ["owner", "append-only"],
        ["app", "permission denied"],
      ] as const) {
        const { sql } = database[who];
        const label = `${table} as ${who}`;
        await expect(sql`update ${sql(table)} set workspace_id = workspace_id`, label).rejects.toThrow(refusal);
        await expect(sql`delete from ${sql(table)}`, label).rejects.toThrow(refusal);
        await expect(sql`truncate ${sql(table)} cascade`, label).rejects.toThrow(refusal);
      }
      expect((await owner`select 1 from ${owner(table)}`).length, table).toBeGreaterThan(0);
    }
  });
});

describe("deleting a workspace", () => {
  test("empties every table of it and of no other, and is nobody's before its day", async () => {
    const [gone, kept] = [await furnish(), await furnish()];
    const { sql } = database.owner;
    const ask = async () => (await database.app.sql`select delete_workspace(${gone.workspaceId}) as files`)[0]?.files;
    expect(await ask()).toBeNull();
    await sql`update workspaces set deletion_due_at = now() + interval '1 day' where id = ${gone.workspaceId}`;
    expect(await ask()).toBeNull();
    await sql`update workspaces set deletion_due_at = now() where id = ${gone.workspaceId}`;
    expect(await ask()).toMatchObject([{ revision: 1 }]);
    for (const table of await tenantTables()) {
      const key = table === TENANT_ROOT ? "id" : "workspace_id";
      const rowsOf = (id: string) => sql`select 1 from ${sql(table)} where ${sql(key)} = ${id}`;
      expect(await rowsOf(gone.workspaceId), table).toHaveLength(0);
      expect((await rowsOf(kept.workspaceId)).length, table).toBeGreaterThan(0);
    }
  });
});
