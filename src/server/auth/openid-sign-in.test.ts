import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { fillEnv } from "@/env";
import { accounts, users } from "@/server/db/schema/user";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { type Lie, LyingOpenidProvider } from "@/testing/lying-openid-provider";
import { makeLinkIntent } from "./link-intent";
import { endLoginSession } from "./login-sessions";
import { hashPassword } from "./passwords";
import { readSession } from "./session-cookie";
import { AuthBrowser } from "./testing-browser";

const APP_URL = "http://localhost:3000";
const PASSWORD = "four random words here";

let database: TestDatabase;
let provider: LyingOpenidProvider;
let passwordHash: string;
beforeAll(async () => {
  [database, provider, passwordHash] = await Promise.all([
    createTestDatabase(),
    LyingOpenidProvider.start(),
    hashPassword(PASSWORD),
  ]);
  use(provider);
});
afterAll(() => Promise.all([database.drop(), provider.stop()]));
// Refusals are logged; here they are the point.
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

function use({ issuer }: LyingOpenidProvider): void {
  fillEnv({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "dramatis", OIDC_CLIENT_SECRET: "known to both" });
}

let subjects = 0;
/** Somebody new at the provider, as it truthfully describes them. */
function somebody(claims: Record<string, unknown> = {}): Lie & { email: string } {
  subjects += 1;
  const email = `subject-${subjects}@example.org`;
  return {
    email,
    idToken: { sub: `subject-${subjects}` },
    userInfo: { email, email_verified: true, name: "Mallory", ...claims },
  };
}

const browser = () => new AuthBrowser(database.app.db);
const read = (here: AuthBrowser) => readSession(database.app.db, here.session ?? "");

async function enter(lie: Lie, here = browser(), callbackUrl = "/"): Promise<{ here: AuthBrowser; landed: string }> {
  const asked = await here.signOn(callbackUrl);
  return { here, landed: await here.comeBack(provider.approve(asked, lie)) };
}

async function addAnn(): Promise<{ id: string; email: string }> {
  subjects += 1;
  const email = `ann-${subjects}@example.org`;
  const [row] = await database.owner.db
    .insert(users)
    .values({ name: "Ann", email, passwordHash, emailVerified: new Date() })
    .returning();
  return { id: row?.id ?? "", email };
}

async function linksOf(userId: string): Promise<string[]> {
  const rows = await database.owner.sql`select provider_account_id from accounts where user_id = ${userId}`;
  return rows.map((row) => row.provider_account_id);
}

describe("single sign-on", () => {
  test("asks with PKCE, state and nonce", async () => {
    const asked = new URL(await browser().signOn()).searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("state")).toBeTruthy();
    expect(asked.get("nonce")).toBeTruthy();
    expect(asked.get("redirect_uri")).toBe(`${APP_URL}/api/auth/callback/oidc`);
  });

  test("makes a person at the first time and finds them at the next, by issuer and subject alone", async () => {
    const lie = somebody();
    const first = await enter(lie, browser(), "/w/acme");
    expect(first.landed).toBe(`${APP_URL}/w/acme`);
    const session = await read(first.here);
    expect(session).toMatchObject({ name: "Mallory", email: lie.email, isEmailVerified: true });
    const renamed = { ...lie, userInfo: { email: "another@example.org", email_verified: false } };
    const second = await enter(renamed);
    expect(await read(second.here)).toMatchObject({ userId: session?.userId, email: lie.email });
    const [row] = await database.owner.db.select().from(accounts);
    expect(row).toMatchObject({ provider: provider.issuer, access_token: null, id_token: null, refresh_token: null });
  });

  test("refuses an address that the provider doesn't call confirmed", async () => {
    for (const email_verified of [false, undefined, "false", 1]) {
      const { here, landed } = await enter(somebody({ email_verified }));
      expect(landed).toBe(`${APP_URL}/sign-in?error=address-unconfirmed`);
      expect(await read(here)).toBeNull();
    }
    const { landed } = await enter(somebody({ email: undefined }));
    expect(landed).toBe(`${APP_URL}/sign-in?error=address-unconfirmed`);
  });

  test("never takes over an account that has the same address", async () => {
    const ann = await addAnn();
    const { here, landed } = await enter(somebody({ email: ann.email.toUpperCase() }));
    expect(landed).toBe(`${APP_URL}/sign-in?error=OAuthAccountNotLinked`);
    expect(await read(here)).toBeNull();
    expect(await linksOf(ann.id)).toEqual([]);
  });

  test("takes the same subject at another issuer for somebody else", async () => {
    const lie = somebody();
    const { here } = await enter(lie);
    const person = await read(here);
    const other = await LyingOpenidProvider.start();
    use(other);
    try {
      const there = browser();
      const landed = await there.comeBack(other.approve(await there.signOn(), lie));
      // The address is taken by the person of the first issuer, so that this one isn't let in at all.
      expect(landed).toContain("error=OAuthAccountNotLinked");
      const elsewhere = browser();
      const fresh = { ...lie, userInfo: { email: "elsewhere@example.org", email_verified: true } };
      await elsewhere.comeBack(other.approve(await elsewhere.signOn(), fresh));
      expect((await read(elsewhere))?.userId).not.toBe(person?.userId);
    } finally {
      use(provider);
      await other.stop();
    }
  });

  test("lets nobody in whose account is switched off", async () => {
    const lie = somebody();
    const { here } = await enter(lie);
    const person = await read(here);
    await database.owner.sql`update users set is_disabled = true where id = ${person?.userId ?? ""}`;
    const { landed, here: again } = await enter(lie);
    expect(landed).toBe(`${APP_URL}/sign-in?error=disabled`);
    expect(await read(again)).toBeNull();
  });

  test("keeps a name to one line, and finds one when the provider has none", async () => {
    const { here } = await enter(somebody({ name: `Eve\r\nBcc: all@example.org ${"x".repeat(200)}` }));
    const session = await read(here);
    expect(session?.name).toMatch(/^Eve Bcc: all@example\.org x+$/);
    expect(session?.name.length).toBeLessThanOrEqual(80);
    const nameless = somebody({ name: undefined });
    expect(await read((await enter(nameless)).here)).toMatchObject({ name: nameless.email.split("@")[0] });
  });
});

describe("an answer that isn't the provider's to our question is refused", () => {
  async function refused(here: AuthBrowser, landed: string) {
    expect(landed).toMatch(/\/sign-in\?error=/);
    expect(await read(here)).toBeNull();
  }

  test("another state", async () => {
    const here = browser();
    const back = provider.approve(await here.signOn(), somebody());
    back.searchParams.set("state", "guessed");
    await refused(here, await here.comeBack(back));
  });

  test("the state of another browser: one can't be signed in as somebody else by a link", async () => {
    const mallory = browser();
    const back = provider.approve(await mallory.signOn(), somebody());
    const victim = browser();
    await refused(victim, await victim.comeBack(back));
    await victim.signOn();
    await refused(victim, await victim.comeBack(back));
  });

  test.each<[string, Lie]>([
    ["another nonce", { idToken: { nonce: "old" } }],
    ["a token for another product", { idToken: { aud: "somebody-else" } }],
    ["a token of another issuer", { idToken: { iss: "https://evil.example" } }],
    ["a token that has expired", { idToken: { exp: Math.floor(Date.now() / 1000) - 3600 } }],
    ["user info about another subject", { userInfo: { sub: "another", email: "x@example.org", email_verified: true } }],
  ])("%s", async (_what, lie) => {
    const honest = somebody();
    const { here, landed } = await enter({
      idToken: { ...honest.idToken, ...lie.idToken },
      userInfo: { ...honest.userInfo, ...lie.userInfo },
    });
    await refused(here, landed);
  });

  test("an issuer in the address that isn't the provider", async () => {
    const here = browser();
    const back = provider.approve(await here.signOn(), somebody());
    back.searchParams.set("iss", "https://evil.example");
    await refused(here, await here.comeBack(back));
  });

  test("a code that was used before", async () => {
    const here = browser();
    const back = provider.approve(await here.signOn(), somebody());
    const cookies = new Map(here.cookies);
    await here.comeBack(back);
    const replaying = browser();
    for (const [name, value] of cookies) replaying.cookies.set(name, value);
    await refused(replaying, await replaying.comeBack(back));
  });

  test("the person's own no", async () => {
    const here = browser();
    const back = provider.approve(await here.signOn(), somebody());
    back.searchParams.delete("code");
    back.searchParams.set("error", "access_denied");
    expect(await here.comeBack(back)).toBe(`${APP_URL}/sign-in?error=OAuthCallbackError`);
  });
});

describe("connecting single sign-on to an account", () => {
  test("never happens because a browser is signed in, still or once", async () => {
    const ann = await addAnn();
    for (const isRevoked of [false, true]) {
      const here = browser();
      await here.signIn(ann.email, PASSWORD);
      const session = await read(here);
      if (isRevoked) await endLoginSession(database.app.db, ann.id, session?.sessionId ?? "");
      const mallory = somebody();
      await enter(mallory, here);
      expect(await read(here)).toMatchObject({ email: mallory.email });
    }
    expect(await linksOf(ann.id)).toEqual([]);
  });

  test("works with leave from this session, and opens a new one", async () => {
    const ann = await addAnn();
    const here = browser();
    await here.signIn(ann.email, PASSWORD);
    const before = await read(here);
    const path = `/account?link=${makeLinkIntent(before?.sessionId ?? "")}`;
    const { landed } = await enter(somebody(), here, path);
    expect(landed).toBe(`${APP_URL}${path}`);
    expect(await linksOf(ann.id)).toHaveLength(1);
    const after = await read(here);
    expect(after?.userId).toBe(ann.id);
    expect(after?.sessionId).not.toBe(before?.sessionId);
  });

  test("needs leave of this very session, and the session to be alive", async () => {
    const ann = await addAnn();
    const here = browser();
    await here.signIn(ann.email, PASSWORD);
    const session = await read(here);
    const intent = makeLinkIntent(session?.sessionId ?? "");
    await enter(somebody(), here, `/account?link=${makeLinkIntent(crypto.randomUUID())}`);
    expect(await linksOf(ann.id)).toEqual([]);
    const again = browser();
    await again.signIn(ann.email, PASSWORD);
    const second = await read(again);
    await endLoginSession(database.app.db, ann.id, second?.sessionId ?? "");
    await enter(somebody(), again, `/account?link=${makeLinkIntent(second?.sessionId ?? "")}`);
    await enter(somebody(), browser(), `/account?link=${intent}`);
    expect(await linksOf(ann.id)).toEqual([]);
  });

  test("is refused when the sign-on belongs to somebody else, back on the page that asked", async () => {
    const taken = somebody();
    await enter(taken);
    const ann = await addAnn();
    const here = browser();
    await here.signIn(ann.email, PASSWORD);
    const session = await read(here);
    const { landed } = await enter(taken, here, `/account?link=${makeLinkIntent(session?.sessionId ?? "")}`);
    expect(landed).toBe(`${APP_URL}/account?error=OAuthAccountNotLinked`);
    expect(await read(here)).toMatchObject({ userId: ann.id });
    expect(await linksOf(ann.id)).toEqual([]);
  });
});
