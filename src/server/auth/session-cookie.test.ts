import { encode } from "@auth/core/jwt";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { fillEnv } from "@/env";
import { connect } from "@/server/db/client";
import { loginSessions, users } from "@/server/db/schema/user";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson } from "@/testing/factories";
import { endLoginSession, endLoginSessions, openLoginSession } from "./login-sessions";
import { authSecrets, decodeSessionCookie, readSession, sessionCookieName } from "./session-cookie";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(() => vi.useRealTimers());

async function signedIn(userId?: string) {
  const person = userId ?? (await addPerson(database.owner, "Ann"));
  const sid = await openLoginSession(database.app.db, { userId: person, method: "password", userAgent: "", ip: "" });
  return { person, sid, cookie: await cookieOf(person, sid) };
}

function cookieOf(sub: string, sid: string, secret: string | string[] = authSecrets()) {
  return encode({ token: { sub, sid }, secret, salt: sessionCookieName(), maxAge: 14 * 24 * 60 * 60 });
}

const read = (cookie: string) => readSession(database.app.db, cookie);

describe("a session cookie", () => {
  test("tells who is signed in", async () => {
    const { person, sid, cookie } = await signedIn();
    expect(await read(cookie)).toMatchObject({ userId: person, sessionId: sid, name: "Ann", isEmailVerified: true });
  });

  test("holds ids and nothing else", async () => {
    const { person, sid, cookie } = await signedIn();
    const { expires, ...rest } = (await decodeSessionCookie(cookie)) ?? {};
    expect(rest).toEqual({ userId: person, sessionId: sid });
    expect(expires).toBeGreaterThan(Date.now() / 1000);
  });

  test("is worthless after sign-out, also to somebody who copied it before", async () => {
    const { person, sid, cookie } = await signedIn();
    expect(await read(cookie)).not.toBeNull();
    await endLoginSession(database.app.db, person, sid);
    expect(await read(cookie)).toBeNull();
  });

  test("dies with all others, or lives on alone, as its person wishes", async () => {
    const here = await signedIn();
    const there = await signedIn(here.person);
    const stranger = await signedIn();
    expect(await endLoginSessions(database.app.db, here.person, here.sid)).toBe(1);
    expect(await read(here.cookie)).not.toBeNull();
    expect(await read(there.cookie)).toBeNull();
    await endLoginSessions(database.app.db, here.person);
    expect(await read(here.cookie)).toBeNull();
    expect(await read(stranger.cookie)).not.toBeNull();
  });

  test("can't be ended by somebody else", async () => {
    const ann = await signedIn();
    const eve = await signedIn();
    expect(await endLoginSession(database.app.db, eve.person, ann.sid)).toBe(false);
    expect(await read(ann.cookie)).not.toBeNull();
  });

  test("ends with the account's being switched off", async () => {
    const { person, cookie } = await signedIn();
    await database.owner.db.update(users).set({ isDisabled: true }).where(eq(users.id, person));
    expect(await read(cookie)).toBeNull();
  });

  test("ends after seven days without use", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { cookie } = await signedIn();
    vi.setSystemTime(Date.now() + 7 * DAY - 1000);
    expect(await read(cookie)).not.toBeNull();
    vi.setSystemTime(Date.now() + 7 * DAY);
    expect(await read(cookie)).toBeNull();
  });

  test("ends after fourteen days, whatever its use", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { cookie } = await signedIn();
    for (let day = 0; day < 13; day++) {
      vi.setSystemTime(Date.now() + DAY);
      expect(await read(cookie)).not.toBeNull();
    }
    vi.setSystemTime(Date.now() + DAY);
    expect(await read(cookie)).toBeNull();
  });

  test("ends at its row's end even if the cookie were to live longer", async () => {
    const { sid, cookie } = await signedIn();
    await database.owner.db
      .update(loginSessions)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(loginSessions.id, sid));
    expect(await read(cookie)).toBeNull();
  });

  test("notes its use at most every five minutes", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { sid, cookie } = await signedIn();
    const seen = async () => {
      const [row] = await database.owner.db.select().from(loginSessions).where(eq(loginSessions.id, sid));
      return row?.lastSeenAt.getTime();
    };
    const start = await seen();
    vi.setSystemTime(Date.now() + 5 * MINUTE - 1);
    await read(cookie);
    expect(await seen()).toBe(start);
    vi.setSystemTime(Date.now() + 1);
    await read(cookie);
    expect(await seen()).toBe(Date.now());
  });

  test("of another secret, another cookie's name, or another person's row is nobody's", async () => {
    const { person, sid, cookie } = await signedIn();
    const other = await signedIn();
    expect(await read(await cookieOf(person, sid, "another secret, which is just as long"))).toBeNull();
    expect(await read(await encode({ token: { sub: person, sid }, secret: authSecrets(), salt: "other" }))).toBeNull();
    expect(await read(await cookieOf(other.person, sid))).toBeNull();
    expect(await read(await cookieOf(person, "not-an-id"))).toBeNull();
    expect(await read(`${cookie.slice(0, -4)}AAAA`)).toBeNull();
    expect(await read("")).toBeNull();
    expect(await read("x".repeat(100_000))).toBeNull();
  });

  test("made with the previous secret stays good", async () => {
    const [secret = ""] = authSecrets();
    const { person, sid } = await signedIn();
    const old = await cookieOf(person, sid, "the secret of last year, now retired");
    expect(await read(old)).toBeNull();
    fillEnv({ AUTH_SECRET: secret, AUTH_SECRET_PREVIOUS: "the secret of last year, now retired" });
    expect(await read(old)).toMatchObject({ userId: person });
  });

  test("signs nobody out while the database is away: the question fails instead", async () => {
    const { cookie } = await signedIn();
    const away = connect("postgres://nobody@127.0.0.1:1/nowhere", 1);
    await expect(readSession(away.db, cookie)).rejects.toThrow();
    await away.close();
    expect(await read(cookie)).not.toBeNull();
  });
});

describe("the cookie's name", () => {
  afterEach(() => fillEnv({ APP_URL: "http://localhost:3000" }));

  test("binds it to the host under https, and to the port on this machine", () => {
    fillEnv({ APP_URL: "http://localhost:3000" });
    expect(sessionCookieName()).toBe("dramatis.3000.session");
    fillEnv({ APP_URL: "https://dramatis.example.com" });
    expect(sessionCookieName()).toBe("__Host-session");
  });
});
