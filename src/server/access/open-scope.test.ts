import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/shared/errors";
import { PERMISSIONS, ROLES, roleMay } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { asUser } from "./acting-as";
import { openScope } from "./open-scope";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "OK",
    (error: unknown) => (error instanceof AppError ? error.code : `${error}`),
  );
}

describe("openScope", () => {
  test("lets each role through for its permissions and no others, as the role table says", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ROLES);
    for (const role of ROLES) {
      for (const permission of PERMISSIONS) {
        const who = { userId: people[role], workspaceId };
        const seen = await codeOf(inScope(database.app, who, permission, async () => {}));
        expect(`${role} ${permission}: ${seen}`).toBe(
          `${role} ${permission}: ${roleMay(role, permission) ? "OK" : "FORBIDDEN"}`,
        );
      }
    }
  });

  test("tells a stranger the same about somebody else's workspace as about none", async () => {
    const { workspaceId } = await addWorkspace(database.owner, ["owner"]);
    const stranger = await addPerson(database.owner, "Stranger");
    const refusals = [workspaceId, crypto.randomUUID()].map((id) =>
      inScope(database.app, { userId: stranger, workspaceId: id }, "workspace.read", async () => {}).catch(
        (error: unknown) => error,
      ),
    );
    const [theirs, none] = await Promise.all(refusals);
    expect(theirs).toMatchObject({ code: "NOT_FOUND" });
    expect(none).toEqual(theirs);
  });

  test("a refused stranger's transaction still sees nothing of the workspace", async () => {
    const { workspaceId } = await addWorkspace(database.owner, ["owner"]);
    const stranger = await addPerson(database.owner, "Stranger");
    await database.app.db.transaction(async (tx) => {
      await openScope(tx, stranger, workspaceId, "workspace.read").catch(() => {});
      expect(await tx.execute(sql`select 1 from memberships`)).toHaveLength(0);
      expect(await tx.execute(sql`select 1 from workspaces`)).toHaveLength(0);
    });
  });

  test("what `also` grants is checked like the first permission", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
    await inScope(database.app, { userId: people.editor, workspaceId }, "workspace.read", async (scope) => {
      expect(scope.also("draft.edit").role).toBe("editor");
      expect(() => scope.also("member.manage")).toThrow(AppError);
      expect([scope.may("draft.edit"), scope.may("member.manage")]).toEqual([true, false]);
    });
  });
});

describe("the context of a transaction", () => {
  test("is gone when it has been committed, for whoever gets the connection next", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["owner"]);
    const lone = database.app.sql;
    const reserved = await lone.reserve();
    try {
      await reserved`begin`;
      await reserved`select open_scope(${people.owner}, ${workspaceId})`;
      expect(await reserved`select 1 from workspaces`).toHaveLength(1);
      await reserved`commit`;
      expect(await reserved`select 1 from workspaces`).toHaveLength(0);
      expect(await reserved`select 1 from memberships`).toHaveLength(0);
      const [context] = await reserved`select acting_user() as who, acting_workspace() as place`;
      expect(context).toEqual({ who: null, place: null });
    } finally {
      reserved.release();
    }
  });

  test("shows a person their own memberships and no colleague's before a workspace is chosen", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["owner", "viewer"]);
    const seen = await asUser(database.app.db, people.viewer, (tx) =>
      tx.execute(sql`select workspace_id, user_id from memberships`),
    );
    expect([...seen]).toEqual([{ workspace_id: workspaceId, user_id: people.viewer }]);
  });
});
