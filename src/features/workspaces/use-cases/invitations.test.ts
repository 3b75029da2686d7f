import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveToken } from "@/server/auth/one-time-token";
import type { Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { sessionOf } from "@/testing/sessions";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { listInvitations } from "./list-invitations";
import { previewInvitation } from "./preview-invitation";
import { MAILS_A_DAY_TO_ONE_ADDRESS } from "./refuse-too-many-mails";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

/** A workspace whose admin has invited Ben; times are now unless told. */
async function invited(role: Role = "reviewer", sentAt = new Date()) {
  const { workspaceId, slug, people } = await addWorkspace(database.owner, ["admin"]);
  const admin = { userId: people.admin, workspaceId };
  const ben = await sessionOf(database.owner, await addPerson(database.owner, "Ben"));
  const { invitationId } = await inScope(database.app, admin, "member.manage", (scope) =>
    inviteMember(scope, { workspaceId, email: ben.email, role }, sentAt),
  );
  return { workspaceId, slug, admin, ben, invitationId, token: deriveToken("invitation", invitationId) };
}

const preview = (session: Parameters<typeof previewInvitation>[1]["session"], token: string, now?: Date) =>
  previewInvitation(database.app.db, { session, ip: "192.0.2.1" }, { token }, now);

async function countMembers(workspaceId: string): Promise<number> {
  return (await database.owner.sql`select 1 from memberships where workspace_id = ${workspaceId}`).length;
}

describe("an invitation", () => {
  test("makes the invited person a member with the invited role, once", async () => {
    const { workspaceId, slug, ben, token } = await invited("reviewer");
    const joined = await acceptInvitation(database.app.db, ben, { token });
    expect(joined).toEqual({ id: workspaceId, name: "Test", slug, timeZone: "UTC", role: "reviewer" });
    await expect(acceptInvitation(database.app.db, ben, { token })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { block: "member" },
    });
  });

  test("lets one of several acceptances at the same moment through", async () => {
    const { workspaceId, ben, token } = await invited();
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => acceptInvitation(database.app.db, ben, { token })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await countMembers(workspaceId)).toBe(2);
    expect(
      await database.owner.sql`
        select 1 from audit_events where workspace_id = ${workspaceId} and action = 'member.joined'`,
    ).toHaveLength(1);
  });

  test("can't be used a second time by somebody who was removed since", async () => {
    const { workspaceId, ben, token } = await invited();
    await acceptInvitation(database.app.db, ben, { token });
    await database.owner.sql`delete from memberships where workspace_id = ${workspaceId} and user_id = ${ben.userId}`;
    await expect(acceptInvitation(database.app.db, ben, { token })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { block: "accepted" },
    });
  });

  test("ends after seven days, to the millisecond", async () => {
    const sentAt = new Date();
    const { ben, token } = await invited("viewer", sentAt);
    const end = new Date(sentAt.getTime() + 7 * DAY);
    await expect(acceptInvitation(database.app.db, ben, { token }, end)).rejects.toMatchObject({
      code: "BLOCKED",
      details: { block: "expired" },
    });
    const lastMoment = new Date(end.getTime() - 1);
    await expect(acceptInvitation(database.app.db, ben, { token }, lastMoment)).resolves.toMatchObject({
      role: "viewer",
    });
  });

  test("is for its address alone, and only once that is verified", async () => {
    const { workspaceId, ben, token } = await invited();
    const cem = await sessionOf(database.owner, await addPerson(database.owner, "Cem"));
    await expect(acceptInvitation(database.app.db, cem, { token })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const unverified = { ...ben, isEmailVerified: false };
    await expect(acceptInvitation(database.app.db, unverified, { token })).rejects.toMatchObject({ code: "BLOCKED" });
    expect(await countMembers(workspaceId)).toBe(1);
  });

  test("is worthless once revoked, and no longer listed", async () => {
    const { workspaceId, admin, ben, invitationId, token } = await invited();
    await inScope(database.app, admin, "member.manage", (scope) =>
      revokeInvitation(scope, { workspaceId, invitationId }),
    );
    await expect(acceptInvitation(database.app.db, ben, { token })).rejects.toMatchObject({
      code: "BLOCKED",
      details: { block: "revoked" },
    });
    expect(await inScope(database.app, admin, "member.manage", (scope) => listInvitations(scope))).toEqual([]);
  });

  test("either is accepted or revoked when both happen at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { workspaceId, admin, ben, invitationId, token } = await invited();
      const [accepted, revoked] = await Promise.allSettled([
        acceptInvitation(database.app.db, ben, { token }),
        inScope(database.app, admin, "member.manage", (scope) =>
          revokeInvitation(scope, { workspaceId, invitationId }),
        ),
      ]);
      expect([accepted.status, revoked.status].sort()).toEqual(["fulfilled", "rejected"]);
      expect(await countMembers(workspaceId)).toBe(accepted.status === "fulfilled" ? 2 : 1);
    }
  });

  test("runs for another seven days when sent again, under the same link", async () => {
    const { workspaceId, admin, ben, invitationId, token } = await invited("viewer", inDays(-8));
    await expect(acceptInvitation(database.app.db, ben, { token })).rejects.toMatchObject({ code: "BLOCKED" });
    await inScope(database.app, admin, "member.manage", (scope) =>
      resendInvitation(scope, { workspaceId, invitationId }),
    );
    const jobs = await database.owner.sql`select key from graphile_worker.jobs where key like ${`%${invitationId}%`}`;
    expect(jobs).toHaveLength(2);
    await expect(acceptInvitation(database.app.db, ben, { token })).resolves.toMatchObject({ role: "viewer" });
  });

  test("leaves no token in the database or the queue, only its hash", async () => {
    const { invitationId, token } = await invited();
    const [row] = await database.owner.sql`select * from invitations where id = ${invitationId}`;
    const jobs = await database.owner.sql`select * from graphile_worker._private_jobs`;
    expect(JSON.stringify([row, jobs])).not.toContain(token);
  });
});

describe("inviteMember", () => {
  const invite = (who: { userId: string; workspaceId: string }, email: string, role: Role, now?: Date) =>
    inScope(database.app, who, "member.manage", (scope) =>
      inviteMember(scope, { workspaceId: who.workspaceId, email, role }, now),
    );

  test("gives no role above the inviter's own", async () => {
    const { admin } = await invited();
    await expect(invite(admin, "new@example.org", "owner")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("answers clearly for a member and for somebody invited already", async () => {
    const { admin, ben, token } = await invited("viewer");
    await expect(invite(admin, ben.email, "editor")).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("already has an invitation as viewer"),
    });
    await acceptInvitation(database.app.db, ben, { token });
    await expect(invite(admin, ben.email, "editor")).rejects.toMatchObject({
      code: "CONFLICT",
      message: "Ben is already a member, as viewer.",
    });
  });

  test("replaces an expired invitation, whose link stays worthless", async () => {
    const { admin, ben, token } = await invited("viewer", inDays(-8));
    await invite(admin, ben.email, "editor");
    await expect(acceptInvitation(database.app.db, ben, { token })).rejects.toMatchObject({ code: "BLOCKED" });
    const open = await inScope(database.app, admin, "member.manage", (scope) => listInvitations(scope));
    expect(open.map(({ email, role, isExpired }) => ({ email, role, isExpired }))).toEqual([
      { email: ben.email, role: "editor", isExpired: false },
    ]);
  });

  test("makes one invitation of two for the same address at the same moment", async () => {
    const { admin } = await invited();
    const tries = await Promise.allSettled([1, 2, 3].map(() => invite(admin, "twice@example.org", "viewer")));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("doesn't pester an address", async () => {
    const { workspaceId, admin } = await invited();
    const { invitationId } = await invite(admin, "often@example.org", "viewer");
    const again = () =>
      inScope(database.app, admin, "member.manage", (scope) => resendInvitation(scope, { workspaceId, invitationId }));
    for (let n = 1; n < MAILS_A_DAY_TO_ONE_ADDRESS; n++) await again();
    await expect(again()).rejects.toMatchObject({ code: "LIMIT" });
  });

  test("an admin acts on no invitation to become owner", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["owner", "admin"]);
    const { invitationId } = await invite({ userId: people.owner, workspaceId }, "next@example.org", "owner");
    const attempt = inScope(database.app, { userId: people.admin, workspaceId }, "member.manage", (scope) =>
      revokeInvitation(scope, { workspaceId, invitationId }),
    );
    await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("an invitation of another workspace doesn't exist here", async () => {
    const { admin } = await invited();
    const other = await invited();
    const attempt = inScope(database.app, admin, "member.manage", (scope) =>
      revokeInvitation(scope, { workspaceId: admin.workspaceId, invitationId: other.invitationId }),
    );
    await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("previewInvitation", () => {
  test("shows workspace, inviter and role, and the whole address to its person alone", async () => {
    const { ben, token } = await invited("editor");
    const cem = await sessionOf(database.owner, await addPerson(database.owner, "Cem"));
    expect(await preview(ben, token)).toMatchObject({
      workspaceName: "Test",
      inviterName: "admin",
      role: "editor",
      email: ben.email,
      state: "open",
      reader: "addressee",
      slug: null,
    });
    const masked = { email: "b•••@example.org", slug: null };
    expect(await preview(cem, token)).toMatchObject({ ...masked, reader: "stranger" });
    expect(await preview(null, token)).toMatchObject({ ...masked, reader: "visitor" });
  });

  test("changes nothing however often it is looked at", async () => {
    const { workspaceId, ben, token } = await invited();
    for (let n = 0; n < 3; n++) await preview(ben, token);
    expect(await countMembers(workspaceId)).toBe(1);
    await expect(acceptInvitation(database.app.db, ben, { token })).resolves.toBeDefined();
    expect(await preview(ben, token)).toMatchObject({ reader: "member", state: "accepted" });
  });

  test("says when it has expired, and knows no made-up token", async () => {
    const { ben, token } = await invited();
    expect(await preview(ben, token, inDays(8))).toMatchObject({ state: "expired" });
    await expect(preview(ben, "x".repeat(43))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(acceptInvitation(database.app.db, ben, { token: "x".repeat(43) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
