import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { changeRole } from "./change-role";
import { handOverWorkspace } from "./hand-over-workspace";
import { inviteMember } from "./invite-member";
import { leaveWorkspace } from "./leave-workspace";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Who {
  readonly userId: string;
  readonly workspaceId: string;
}

const giveRole = (who: Who, userId: string, role: Role) =>
  inScope(database.app, who, "member.manage", (scope) =>
    changeRole(scope, { workspaceId: who.workspaceId, userId, role }),
  );
const remove = (who: Who, userId: string) =>
  inScope(database.app, who, "member.manage", (scope) => removeMember(scope, { workspaceId: who.workspaceId, userId }));
const leave = (who: Who) => inScope(database.app, who, "workspace.leave", leaveWorkspace);

async function roleOf({ workspaceId, userId }: Who): Promise<Role | undefined> {
  const [row] = await database.owner.sql<{ role: Role }[]>`
    select role from memberships where workspace_id = ${workspaceId} and user_id = ${userId}`;
  return row?.role;
}

async function countOwners(workspaceId: string): Promise<number> {
  return (await database.owner.sql`select 1 from memberships where workspace_id = ${workspaceId} and role = 'owner'`)
    .length;
}

describe("changeRole", () => {
  test("counts from the next call on and is written down with both roles", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["admin", "viewer"]);
    const viewer = { userId: people.viewer, workspaceId };
    await giveRole({ userId: people.admin, workspaceId }, people.viewer, "editor");
    await inScope(database.app, viewer, "draft.edit", async (scope) => expect(scope.role).toBe("editor"));
    const [event] = await database.owner.sql`
      select actor_id, action, object_type, object_id, details from audit_events where workspace_id = ${workspaceId}`;
    expect(event).toEqual({
      actor_id: people.admin,
      action: "member.role-changed",
      object_type: "member",
      object_id: people.viewer,
      details: { roleBefore: "viewer", roleAfter: "editor" },
    });
  });

  test("refuses an admin who reaches for an owner or for ownership", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["owner", "admin", "viewer"]);
    const admin = { userId: people.admin, workspaceId };
    await expect(giveRole(admin, people.owner, "viewer")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(giveRole(admin, people.viewer, "owner")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(giveRole(admin, people.admin, "owner")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(remove(admin, people.owner)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("knows nobody from outside the workspace", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["owner"]);
    const stranger = await addPerson(database.owner, "Stranger");
    const owner = { userId: people.owner, workspaceId };
    await expect(giveRole(owner, stranger, "viewer")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(remove(owner, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the last owner", () => {
  test("can't leave, step down or be removed", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["owner", "admin"]);
    const owner = { userId: people.owner, workspaceId };
    await expect(leave(owner)).rejects.toMatchObject({ code: "BLOCKED", details: { block: "last-owner" } });
    await expect(giveRole(owner, people.owner, "admin")).rejects.toMatchObject({ code: "BLOCKED" });
    expect(await roleOf(owner)).toBe("owner");
  });

  test("can, once there is a second", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["owner", "admin"]);
    const owner = { userId: people.owner, workspaceId };
    await giveRole(owner, people.admin, "owner");
    await leave(owner);
    expect(await roleOf(owner)).toBeUndefined();
    expect(await countOwners(workspaceId)).toBe(1);
  });

  // Each of two owners reads "there are two owners"; without the lock both would go, and the workspace with them.
  test.each([
    ["demote each other", (who: Who, other: string) => giveRole(who, other, "viewer")],
    ["remove each other", (who: Who, other: string) => remove(who, other)],
    ["both leave", (who: Who) => leave(who)],
    ["both step down", (who: Who) => giveRole(who, who.userId, "admin")],
  ])("stays when two owners %s at the same moment", async (_, act) => {
    for (let round = 0; round < 10; round++) {
      const { workspaceId, people } = await addWorkspace(database.owner, ["owner"]);
      const second = await addPerson(database.owner, "Second");
      await database.owner.sql`insert into memberships values (${workspaceId}, ${second}, 'owner')`;
      const outcomes = await Promise.allSettled([
        act({ userId: people.owner, workspaceId }, second),
        act({ userId: second, workspaceId }, people.owner),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await countOwners(workspaceId)).toBe(1);
    }
  });
});

describe("removal and leaving", () => {
  test("end access at the next call", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["admin", "editor", "viewer"]);
    const editor = { userId: people.editor, workspaceId };
    await remove({ userId: people.admin, workspaceId }, people.editor);
    await expect(inScope(database.app, editor, "workspace.read", async () => {})).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const viewer = { userId: people.viewer, workspaceId };
    await leave(viewer);
    await expect(inScope(database.app, viewer, "workspace.read", async () => {})).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("revoke the open invitations that the person sent, and demotion those that they could no longer send", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["owner", "admin"]);
    const owner = { userId: people.owner, workspaceId };
    const send = (who: Who, email: string, role: Role) =>
      inScope(database.app, who, "member.manage", (scope) => inviteMember(scope, { workspaceId, email, role }));
    const openEmails = async () =>
      (
        await database.owner.sql<{ email: string }[]>`
          select email from invitations where workspace_id = ${workspaceId} and revoked_at is null order by 1`
      ).map(({ email }) => email);

    await send(owner, "a@example.org", "owner");
    await send(owner, "b@example.org", "viewer");
    await send({ userId: people.admin, workspaceId }, "c@example.org", "viewer");
    await remove(owner, people.admin);
    expect(await openEmails()).toEqual(["a@example.org", "b@example.org"]);

    const second = await addPerson(database.owner, "Second");
    await database.owner.sql`insert into memberships values (${workspaceId}, ${second}, 'owner')`;
    await giveRole({ userId: second, workspaceId }, people.owner, "admin");
    expect(await openEmails()).toEqual(["b@example.org"]);
  });
});

describe("handOverWorkspace", () => {
  test("makes the other owner and the owner admin in one step", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["owner", "viewer"]);
    const owner = { userId: people.owner, workspaceId };
    await inScope(database.app, owner, "workspace.hand-over", (scope) =>
      handOverWorkspace(scope, { workspaceId, userId: people.viewer }),
    );
    expect(await roleOf(owner)).toBe("admin");
    expect(await roleOf({ userId: people.viewer, workspaceId })).toBe("owner");
  });
});

describe("listMembers", () => {
  test("shows everybody's name to all and addresses to admins alone", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["admin", "viewer"]);
    const list = (userId: string) => inScope(database.app, { userId, workspaceId }, "workspace.read", listMembers);
    const seenByAdmin = await list(people.admin);
    expect(seenByAdmin.map(({ name }) => name)).toEqual(["admin", "viewer"]);
    expect(seenByAdmin.every(({ email }) => email?.endsWith("@example.org"))).toBe(true);
    const seenByViewer = await list(people.viewer);
    expect(seenByViewer.map(({ name, email }) => [name, email])).toEqual([
      ["admin", null],
      ["viewer", null],
    ]);
  });
});
