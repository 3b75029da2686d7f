import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillEnv } from "@/env";
import { demandSignIn } from "@/server/access/sign-in-wall";
import { deriveToken } from "@/server/auth/one-time-token";
import type { Session } from "@/server/auth/session";
import { createCallerFactory } from "@/server/trpc/procedures";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { sessionOf } from "@/testing/sessions";
import { silentEvents } from "@/testing/silent-events";
import { policyRouter } from "../policy-router";
import type { SignInPolicy } from "../sign-in-rules";
import { workspaceRouter } from "../workspace-router";
import { acceptInvitation } from "./accept-invitation";
import { changeSignIn, readSignIn } from "./change-sign-in";
import { inviteMember } from "./invite-member";

const askPolicies = createCallerFactory(policyRouter);
const askWorkspaces = createCallerFactory(workspaceRouter);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The product as a browser calls it. */
function contextOf(session: Session) {
  const read = async () => session;
  const claimedUserId = async () => session.userId;
  const { db } = database.app;
  return { db, claimedUserId, session: read, sessionNow: read, events: silentEvents(), ip: "", userAgent: "" };
}

const change = (who: { workspaceId: string; userId: string }, session: Session, policy: SignInPolicy) =>
  inScope(database.app, who, "workspace.configure", (scope) =>
    changeSignIn(scope, session, {
      workspaceId: who.workspaceId,
      policy: { ...policy, domains: [...policy.domains] },
    }),
  );

describe("single sign-on as the only way in", () => {
  test("needs a provider and an admin who came that way, holds for every door, and is written down", async () => {
    const entered = await addWorkspace(database.owner, ["admin", "viewer"]);
    const { workspaceId, people } = entered;
    const who = { workspaceId, userId: people.admin };
    const byPassword = await sessionOf(database.owner, people.admin);
    const bySignOn: Session = { ...byPassword, method: "oidc" };
    const only: SignInPolicy = { signInBy: "oidc", domains: [] };
    await expect(change(who, bySignOn, only)).rejects.toMatchObject({ code: "BLOCKED" });
    const provider = { OIDC_ISSUER: "https://id.example", OIDC_CLIENT_ID: "dramatis", OIDC_CLIENT_SECRET: "x" };
    fillEnv({ ...provider, OIDC_NAME: "Acme ID" });
    await expect(change(who, byPassword, only)).rejects.toThrow("Sign in with Acme ID yourself first");

    await change(who, bySignOn, only);
    const scope = await inScope(database.app, who, "workspace.read", async (opened) => opened);
    expect(() => demandSignIn(scope, bySignOn)).not.toThrow();
    expect(() => demandSignIn(scope, byPassword)).toThrow("Members enter this workspace with Acme ID only.");
    expect(() => demandSignIn(scope.also("document.read"), byPassword)).toThrow("Acme ID only");
    const refused = { code: "FORBIDDEN", cause: { details: { signIn: "oidc" } } };
    const slug = { slug: entered.slug };
    await expect(askPolicies(contextOf(byPassword)).approval({ workspaceId })).rejects.toMatchObject(refused);
    await expect(askWorkspaces(contextOf(byPassword)).bySlug(slug)).rejects.toMatchObject(refused);
    expect(await askPolicies(contextOf(bySignOn)).approval({ workspaceId })).toMatchObject({ needed: 0 });
    expect(await askWorkspaces(contextOf(bySignOn)).bySlug(slug)).toMatchObject({ id: workspaceId });
    const [act] = await database.owner
      .sql`select action, details from audit_events where workspace_id = ${workspaceId}`;
    expect(act).toMatchObject({ action: "sign-in.changed", details: { byBefore: "any", byAfter: "oidc" } });

    // Any way again is never a lock-out.
    await change(who, byPassword, { signInBy: "any", domains: [] });
    expect(await inScope(database.app, who, "workspace.configure", (opened) => readSignIn(opened, byPassword))).toEqual(
      {
        policy: { signInBy: "any", domains: [] },
        signOnName: "Acme ID",
        ownMethod: "password",
      },
    );
  });
});

describe("domains of addresses", () => {
  test("bind who is invited, and who accepts later; members stay", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["admin"]);
    const who = { workspaceId, userId: people.admin };
    const session = await sessionOf(database.owner, people.admin);
    const invite = (email: string) =>
      inScope(database.app, who, "member.manage", (scope) =>
        inviteMember(scope, { workspaceId, email, role: "viewer" }),
      );
    const guestId = await addPerson(database.owner, "Guest");
    const guest = await sessionOf(database.owner, guestId);
    const { invitationId } = await invite(guest.email);
    await change(who, session, { signInBy: "any", domains: ["acme.example"] });
    await expect(invite("ann@example.org")).rejects.toMatchObject({ code: "INVALID", details: { field: "email" } });
    await invite("ann@acme.example");

    const token = deriveToken("invitation", invitationId);
    await expect(acceptInvitation(database.app.db, guest, { token })).rejects.toThrow("an address at acme.example");
    expect(await inScope(database.app, who, "workspace.read", async ({ role }) => role)).toBe("admin");
    await change(who, session, { signInBy: "any", domains: [] });
    expect((await acceptInvitation(database.app.db, guest, { token })).role).toBe("viewer");
  });
});
