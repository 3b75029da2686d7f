import { afterAll, beforeAll, expect, test } from "vitest";
import { openLoginSession } from "@/server/auth/login-sessions";
import { hashPassword } from "@/server/auth/passwords";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { sessionOf } from "@/testing/sessions";
import { closeWorkspace } from "./close-workspace";
import { deleteAccount, listOwnedAlone } from "./delete-account";

const PASSWORD = "four random words here";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("an account goes with everything that is the person's own, and what they wrote stays by somebody who left", async () => {
  const { sql } = database.owner;
  const [alone, shared, closing, foreign] = [
    await addWorkspace(database.owner, ["owner"]),
    await addWorkspace(database.owner, ["owner"]),
    await addWorkspace(database.owner, ["owner"]),
    await addWorkspace(database.owner, ["owner"]),
  ];
  const userId = await addPerson(database.owner, "Ann");
  await sql`update users set password_hash = ${await hashPassword(PASSWORD)} where id = ${userId}`;
  await sql`update memberships set user_id = ${userId} where workspace_id in (${alone.workspaceId}, ${closing.workspaceId})`;
  await sql`insert into memberships (workspace_id, user_id, role) values (${shared.workspaceId}, ${userId}, 'owner')`;
  await sql`update workspaces set name = 'Alone' where id = ${alone.workspaceId}`;
  await inScope(database.app, { ...closing, userId }, "workspace.delete", (scope) =>
    closeWorkspace(scope, { workspaceId: closing.workspaceId, name: "Test" }),
  );
  await openLoginSession(database.app.db, { userId, method: "password", userAgent: "", ip: "" });
  await sql`insert into accounts (user_id, type, provider, provider_account_id) values (${userId}, 'oidc', 'https://id.example', 'a')`;
  const session = await sessionOf(database.owner, userId);
  const { email } = session;
  await sql`insert into notifications (workspace_id, user_id, kind, subject) values (${shared.workspaceId}, ${userId}, 'test', '{}')`;
  await sql`insert into invitations (workspace_id, email, role, token_hash, invited_by, expires_at, accepted_at)
    values (${shared.workspaceId}, ${email}, 'owner', 'x', ${userId}, now(), now())`;
  const remove = (given: Partial<{ email: string; password: string | null }> = {}) =>
    deleteAccount(database.app.db, session, { email, password: PASSWORD, ...given });

  await expect(remove({ password: "not mine at all" })).rejects.toMatchObject({ details: { field: "password" } });
  await expect(remove({ email: "other@example.org" })).rejects.toMatchObject({ details: { field: "email" } });
  expect(await listOwnedAlone(database.app.db, userId)).toEqual([{ name: "Alone", slug: alone.slug }]);
  await expect(remove()).rejects.toThrow("You are the only owner of Alone. Hand it over or delete it first.");
  expect(await sql`select 1 from memberships where user_id = ${userId}`).toHaveLength(3);

  await sql`insert into memberships (workspace_id, user_id, role) values (${alone.workspaceId}, ${shared.people.owner}, 'owner')`;
  await remove();
  const [left] =
    await sql`select name, email, email_verified, password_hash, is_disabled from users where id = ${userId}`;
  expect(left).toEqual({
    ...{ name: "Somebody who left", email: `${userId}@deleted.invalid` },
    ...{ email_verified: null, password_hash: null, is_disabled: true },
  });
  for (const table of ["memberships", "login_sessions", "accounts", "notifications"]) {
    expect(await sql`select 1 from ${sql(table)} where user_id = ${userId}`, table).toHaveLength(0);
  }
  expect(await sql`select 1 from invitations where email = ${email}`).toHaveLength(0);
  const acts =
    await sql`select workspace_id, action from audit_events where actor_id = ${userId} and action = 'member.left'`;
  expect(acts.map(({ workspace_id }) => workspace_id).sort()).toEqual([alone.workspaceId, shared.workspaceId].sort());
  expect(await sql`select 1 from memberships where workspace_id = ${foreign.workspaceId}`).toHaveLength(1);
});
