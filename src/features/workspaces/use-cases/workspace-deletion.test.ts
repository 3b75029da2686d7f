import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findInvitationByTokenHash } from "@/features/workspaces/invitation-queries";
import { scopeOfAccepted } from "@/server/access/open-scope";
import { tokenHashFor } from "@/server/auth/one-time-token";
import { mailMessage } from "@/server/mail/mail-message";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { sessionOf } from "@/testing/sessions";
import { listJoinedWorkspaces } from "../workspace-queries";
import { closeWorkspace, readDeletionFacts } from "./close-workspace";
import { deleteDueWorkspaces } from "./delete-due-workspaces";
import { inviteMember } from "./invite-member";
import { listClosingWorkspaces, takeBackDeletion } from "./take-back-deletion";

const DAY = 24 * 3_600_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function place() {
  const { workspaceId, people, slug } = await addWorkspace(database.owner, ["owner", "admin", "viewer"]);
  return { workspaceId, slug, people, who: { workspaceId, userId: people.owner } };
}
type Place = Awaited<ReturnType<typeof place>>;

const close = ({ who, workspaceId }: Place, name = "Test", now = new Date()) =>
  inScope(database.app, who, "workspace.delete", (scope) => closeWorkspace(scope, { workspaceId, name }, now));

async function mails() {
  const { sql } = database.owner;
  const jobs = await sql`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'mail.send' order by j.id`;
  await sql`delete from graphile_worker._private_jobs`;
  return jobs.map(({ payload }) => mailMessage.parse(payload));
}

async function rowsOf(workspaceId: string): Promise<Record<string, number>> {
  const { sql } = database.owner;
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await sql<
      { n: number }[]
    >`select count(*)::int as n from ${sql(name)} where workspace_id = ${workspaceId}`;
    if (row?.n) counts[name] = row.n;
  }
  return counts;
}

describe("a workspace that its owner deletes", () => {
  test("closes at once to everybody and every job, and says so to its owners", async () => {
    const there = await place();
    const { workspaceId, who, people } = there;
    const { invitationId } = await inScope(database.app, who, "member.manage", (scope) =>
      inviteMember(scope, { workspaceId, email: "new@example.org", role: "viewer" }),
    );
    await mails();
    expect(await inScope(database.app, who, "workspace.delete", readDeletionFacts)).toEqual({
      ...{ members: 3, documents: 0, versions: 0, snapshots: 0, customers: 0, days: 7 },
    });
    await expect(close(there, "test")).rejects.toMatchObject({ code: "INVALID", details: { field: "name" } });
    expect(await inScope(database.app, who, "workspace.read", async ({ role }) => role)).toBe("owner");

    await close(there);
    for (const userId of Object.values(people)) {
      await expect(
        inScope(database.app, { workspaceId, userId }, "workspace.read", async () => {}),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const { db } = database.app;
    await expect(db.transaction((tx) => scopeOfAccepted(tx, who.userId, workspaceId))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const hash = tokenHashFor("invitation", invitationId);
    expect(await db.transaction((tx) => findInvitationByTokenHash(tx, hash))).toBeNull();
    expect(await db.transaction((tx) => listJoinedWorkspaces(tx, who.userId))).toEqual([]);
    const told = await mails();
    expect(told).toMatchObject([{ template: "workspace-closed", workspaceName: "Test", actorName: "owner" }]);
    expect(await deleteDueWorkspaces(db)).toBe(0);
  });

  test("opens again as it was when an owner takes that back in time, and nobody else can", async () => {
    const there = await place();
    const { workspaceId, people, slug } = there;
    await close(there);
    const [owner, admin] = [
      await sessionOf(database.owner, people.owner),
      await sessionOf(database.owner, people.admin),
    ];
    const { db } = database.app;
    expect(await listClosingWorkspaces(db, people.admin)).toEqual([]);
    expect(await listClosingWorkspaces(db, people.owner)).toMatchObject([{ id: workspaceId, name: "Test" }]);
    await expect(takeBackDeletion(db, admin, workspaceId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const late = new Date(Date.now() + 8 * DAY);
    await expect(takeBackDeletion(db, owner, workspaceId, late)).rejects.toMatchObject({ code: "NOT_FOUND" });

    expect(await takeBackDeletion(db, owner, workspaceId)).toEqual({ slug });
    const viewer = { workspaceId, userId: people.viewer };
    expect(await inScope(database.app, viewer, "workspace.read", async ({ role }) => role)).toBe("viewer");
    const acts = await database.owner
      .sql`select action from audit_events where workspace_id = ${workspaceId} order by id`;
    expect(acts.map(({ action }) => action)).toEqual(["workspace.closed", "workspace.taken-back"]);
    await expect(takeBackDeletion(db, owner, workspaceId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await mails();
  });

  test("is gone after seven days with its audit log and its queue, and its neighbour stays whole", async () => {
    const [there, neighbour] = [await place(), await place()];
    await close(there, "Test", new Date(Date.now() - 7 * DAY - 1000));
    await close(neighbour);
    await takeBackDeletion(
      database.app.db,
      await sessionOf(database.owner, neighbour.people.owner),
      neighbour.workspaceId,
    );
    await mails();
    const before = await rowsOf(neighbour.workspaceId);
    await database.owner.sql`
      select graphile_worker.add_job('import-file', ${JSON.stringify({ workspaceId: there.workspaceId })}::json)`;

    expect(await deleteDueWorkspaces(database.app.db)).toBe(1);
    expect(await rowsOf(there.workspaceId)).toEqual({});
    expect(await database.owner.sql`select 1 from workspaces where id = ${there.workspaceId}`).toHaveLength(0);
    expect(await rowsOf(neighbour.workspaceId)).toEqual(before);
    const jobs = await database.owner.sql`
      select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;
    expect(jobs.map(({ identifier }) => identifier)).toEqual(["workspaces.deleted"]);
    expect(await deleteDueWorkspaces(database.app.db)).toBe(0);
  });
});
