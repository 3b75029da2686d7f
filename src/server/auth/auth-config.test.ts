import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { fillEnv } from "@/env";
import { users } from "@/server/db/schema/user";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { refusedRoute } from "./auth-routes";
import { hashPassword } from "./passwords";
import { decodeSessionCookie, readSession } from "./session-cookie";
import { answerSignOut } from "./sign-out";
import { AuthBrowser } from "./testing-browser";

const PASSWORD = "four random words here";
const APP_URL = "http://localhost:3000";

let database: TestDatabase;
const ann = { name: "Ann", email: "ann@example.org", emailVerified: new Date() };
beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.db.insert(users).values({ ...ann, passwordHash: await hashPassword(PASSWORD) });
});
afterAll(() => database.drop());
afterEach(() => fillEnv({ APP_URL }));
// Refusals are logged; here they are the point.
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

const browser = (ip?: string) => new AuthBrowser(database.app.db, ip);
const read = (cookie = "") => readSession(database.app.db, cookie);

describe("the sign-in form", () => {
  test("opens a session with an id of its own, that knows where it was opened from", async () => {
    const here = browser("203.0.113.9");
    expect(await here.signIn(ann.email, PASSWORD, "/w/acme")).toBe(`${APP_URL}/w/acme`);
    const session = await read(here.session);
    expect(session).toMatchObject({ email: ann.email });
    const [row] = await database.owner.sql`select * from login_sessions where id = ${session?.sessionId ?? ""}`;
    expect(row).toMatchObject({ method: "password", ip: "203.0.113.9", revoked_at: null });
    expect(row?.user_agent).toContain("Firefox");
  });

  test("gives a new id at every sign-in, and ends the browser's old session", async () => {
    const here = browser();
    await here.signIn(ann.email, PASSWORD);
    const first = here.session;
    await here.signIn(ann.email, PASSWORD);
    expect(here.session).not.toBe(first);
    expect(await read(first)).toBeNull();
    expect(await read(here.session)).not.toBeNull();
  });

  test("refuses by a code that the form knows, without a cookie", async () => {
    const here = browser();
    const url = new URL(await here.signIn(ann.email, "another four words"));
    expect(url.searchParams.get("code")).toBe("wrong-password");
    expect(here.session).toBeUndefined();
  });

  test("refuses a post without its token, though everything else is right", async () => {
    const here = browser();
    const response = await here.send("POST", "/api/auth/callback/password", { email: ann.email, password: PASSWORD });
    expect(await response.json()).toMatchObject({ url: expect.stringContaining("error=MissingCSRF") });
    expect(here.session).toBeUndefined();
  });

  test("puts ids alone into the cookie", async () => {
    const here = browser();
    await here.signIn(ann.email, PASSWORD);
    const token = await decodeSessionCookie(here.session ?? "");
    expect(Object.keys(token ?? {}).sort()).toEqual(["expires", "sessionId", "userId"]);
  });

  test("says that the server failed, and keeps the cookie, while the database is away", async () => {
    const here = browser();
    await here.signIn(ann.email, PASSWORD);
    const { session } = here;
    await database.owner.sql`alter table login_sessions rename to gone`;
    try {
      expect(await here.signIn(ann.email, PASSWORD)).toContain("error=Configuration");
      await expect(read(session)).rejects.toThrow();
    } finally {
      await database.owner.sql`alter table gone rename to login_sessions`;
    }
    expect(here.session).toBe(session);
    expect(await read(session)).not.toBeNull();
  });
});

describe("the session's cookie", () => {
  test("is out of reach for scripts, other sites, plain http and other hosts", async () => {
    fillEnv({ APP_URL: "https://dramatis.example.com" });
    const here = browser();
    await here.signIn(ann.email, PASSWORD);
    const line = here.setCookies.find((cookie) => cookie.startsWith("__Host-session="));
    expect(line).toMatch(/; Path=\/;.*; HttpOnly; Secure; SameSite=Lax$/);
    expect(line).not.toMatch(/domain/i);
    for (const other of here.setCookies) expect(other).toMatch(/^__(Host|Secure)-.*HttpOnly; Secure; SameSite=Lax/);
  });
});

describe("where one goes on to", () => {
  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "https:evil.example",
    "http://localhost:3000@evil.example/",
    "http://localhost:3000.evil.example/",
  ])("is never %j", async (hostile) => {
    const here = browser();
    const url = await here.signIn(ann.email, PASSWORD, hostile);
    expect(url).toBe(`${APP_URL}/`);
    // Nor does a cookie remember it for the next time.
    const next = await here.submit("callback/password", { email: ann.email, password: PASSWORD });
    expect(next).toBe(`${APP_URL}/`);
  });

  test.each(["javascript:alert(1)", "data:text/html,x"])("is not even asked for %j", async (hostile) => {
    const here = browser();
    const url = await here.signIn(ann.email, PASSWORD, hostile);
    expect(url).toBe(`${APP_URL}/`);
  });

  test.each(["/w/acme/personas?kind=primary#goals", "/invitations/abc"])("may be %j", async (path) => {
    expect(await browser().signIn(ann.email, PASSWORD, path)).toBe(`${APP_URL}${path}`);
    expect(await browser().signIn(ann.email, PASSWORD, `${APP_URL}${path}`)).toBe(`${APP_URL}${path}`);
  });
});

describe("next-auth's other routes", () => {
  const route = (method: string, path: string, headers: Record<string, string> = {}) =>
    refusedRoute(new Request(`${APP_URL}/api/auth/${path}`, { method, headers }), APP_URL);

  test.each([
    ["GET", "session"],
    ["POST", "session"],
    ["POST", "signout"],
    ["GET", "signout"],
    ["GET", "providers"],
    ["GET", "error"],
    ["GET", "callback/password"],
    ["POST", "callback/oidc"],
    ["GET", "csrf/"],
    ["PUT", "csrf"],
  ])("%s %s don't exist", (method, path) => {
    expect(route(method, path, { origin: APP_URL })).toBe(404);
  });

  test("take forms of our own pages only", () => {
    expect(route("POST", "callback/password", { origin: APP_URL })).toBeNull();
    expect(route("POST", "callback/password", { "sec-fetch-site": "same-origin" })).toBeNull();
    expect(route("POST", "callback/password", { origin: "https://evil.example" })).toBe(403);
    expect(route("POST", "callback/password", { "sec-fetch-site": "same-site" })).toBe(403);
    expect(route("POST", "callback/password")).toBe(403);
  });
});

describe("signing out", () => {
  const post = (cookie: string, headers: Record<string, string>) =>
    answerSignOut(
      new Request(`${APP_URL}/sign-out`, { method: "POST", headers: { cookie, ...headers } }),
      database.app.db,
    );

  test("ends the session for every copy of the cookie, removes it here, and empties the cache", async () => {
    const here = browser();
    await here.signIn(ann.email, PASSWORD);
    const response = await post(`dramatis.3000.session=${here.session}`, { origin: APP_URL });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/sign-in");
    expect(response.headers.get("set-cookie")).toMatch(/^dramatis\.3000\.session=; Path=\/; Max-Age=0;/);
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
    expect(await read(here.session)).toBeNull();
  });

  test("can't be done by another site", async () => {
    const here = browser();
    await here.signIn(ann.email, PASSWORD);
    const response = await post(`dramatis.3000.session=${here.session}`, { origin: "https://evil.example" });
    expect(response.status).toBe(403);
    expect(await read(here.session)).not.toBeNull();
  });
});
