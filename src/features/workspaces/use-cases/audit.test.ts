import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { type ListAuditInput, listAuditInput } from "../audit-contract";
import { listAuditActors } from "../audit-queries";
import { changeRole } from "./change-role";
import { inviteMember } from "./invite-member";
import { listAudit } from "./list-audit";
import { recordAudit } from "./record-audit";
import { removeMember } from "./remove-member";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function scene() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["owner", "admin", "viewer"]);
  const admin = { userId: people.admin, workspaceId };
  const list = (input: Partial<ListAuditInput> = {}) =>
    inScope(database.app, admin, "audit.read", (scope) =>
      listAudit(scope, listAuditInput.parse({ workspaceId, ...input })),
    );
  return { workspaceId, people, admin, list };
}

describe("the audit log", () => {
  test("names who did what to whom, also when they have left or changed their name", async () => {
    const { workspaceId, people, admin, list } = await scene();
    await inScope(database.app, admin, "member.manage", async (scope) => {
      await inviteMember(scope, { workspaceId, email: "new@example.org", role: "viewer" });
      await changeRole(scope, { workspaceId, userId: people.viewer, role: "editor" });
      await removeMember(scope, { workspaceId, userId: people.viewer });
    });
    await database.owner.sql`update users set name = 'Vera' where id = ${people.viewer}`;
    const { entries } = await list();
    expect(entries.map(({ action, actor, objectName, details }) => [action, actor.name, objectName, details])).toEqual([
      ["member.removed", "admin", "Vera", { role: "editor" }],
      ["member.role-changed", "admin", "Vera", { roleBefore: "viewer", roleAfter: "editor" }],
      ["invitation.sent", "admin", "new@example.org", { role: "viewer" }],
    ]);
  });

  test("is written with the act or not at all", async () => {
    const { workspaceId, people, admin, list } = await scene();
    const attempt = inScope(database.app, admin, "member.manage", async (scope) => {
      await changeRole(scope, { workspaceId, userId: people.viewer, role: "editor" });
      throw new Error("Something later fails");
    });
    await expect(attempt).rejects.toThrow("Something later fails");
    expect((await list()).entries).toEqual([]);
  });

  test("pages from newest to oldest without gap or repetition while new acts arrive", async () => {
    const { admin, list } = await scene();
    const record = (n: number) =>
      inScope(database.app, admin, "workspace.read", (scope) =>
        recordAudit(scope, {
          action: "version.published",
          objectType: "document",
          objectId: crypto.randomUUID(),
          details: { kind: "persona", title: "Maya", number: n },
        }),
      );
    for (let n = 1; n <= 7; n++) await record(n);
    const first = await list({ limit: 3 });
    await record(8);
    const second = await list({ limit: 3, ...(first.nextCursor && { cursor: first.nextCursor }) });
    const third = await list({ limit: 3, ...(second.nextCursor && { cursor: second.nextCursor }) });
    const numbers = [first, second, third].map(({ entries }) => entries.map(({ details }) => details.number));
    expect(numbers).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
    expect(third.nextCursor).toBeNull();
  });

  test("is narrowed to an action, or to what a person did or had done to them", async () => {
    const { workspaceId, people, admin, list } = await scene();
    const owner = { userId: people.owner, workspaceId };
    await inScope(database.app, owner, "member.manage", (scope) =>
      changeRole(scope, { workspaceId, userId: people.admin, role: "owner" }),
    );
    await inScope(database.app, admin, "member.manage", (scope) =>
      changeRole(scope, { workspaceId, userId: people.viewer, role: "editor" }),
    );
    await inScope(database.app, owner, "member.manage", (scope) =>
      inviteMember(scope, { workspaceId, email: "new@example.org", role: "viewer" }),
    );
    const actions = async (input: Partial<ListAuditInput>) => (await list(input)).entries.map(({ action }) => action);
    expect(await actions({ action: "invitation.sent" })).toEqual(["invitation.sent"]);
    expect(await actions({ userId: people.admin })).toEqual(["member.role-changed", "member.role-changed"]);
    expect(await actions({ userId: people.viewer })).toEqual(["member.role-changed"]);
    expect(await actions({ userId: people.owner, action: "invitation.sent" })).toEqual(["invitation.sent"]);
    const names = await inScope(database.app, admin, "audit.read", (scope) =>
      listAuditActors(scope.tx, scope.workspaceId),
    );
    expect(names.map(({ name }) => name)).toEqual(["admin", "owner"]);
  });

  test("shows nothing of another workspace, whatever the cursor", async () => {
    const { list } = await scene();
    const other = await scene();
    await inScope(database.app, other.admin, "member.manage", (scope) =>
      inviteMember(scope, { workspaceId: other.workspaceId, email: "secret@example.org", role: "viewer" }),
    );
    expect(await list({ cursor: Number.MAX_SAFE_INTEGER })).toEqual({ entries: [], nextCursor: null });
  });

  test("is not for editors", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
    const editor = { userId: people.editor, workspaceId };
    await expect(
      inScope(database.app, editor, "audit.read", (scope) => listAudit(scope, listAuditInput.parse({ workspaceId }))),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
