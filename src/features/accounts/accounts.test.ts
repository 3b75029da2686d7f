import { TRPCError } from "@trpc/server";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openLoginSession } from "@/server/auth/login-sessions";
import { deriveToken, hashToken } from "@/server/auth/one-time-token";
import { RefusedSignIn, signInWithPassword } from "@/server/auth/password-sign-in";
import type { Session } from "@/server/auth/session";
import { type MailMessage, mailMessage } from "@/server/mail/mail-message";
import { createCallerFactory } from "@/server/trpc/procedures";
import { AppError } from "@/shared/errors";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { silentEvents } from "@/testing/silent-events";
import { medianTimeRatio, TIMING_RETRIES } from "@/testing/timing";
import { type LinkPurpose, sendLinkInput } from "./account-contract";
import { accountRouter } from "./account-router";
import { mailLink } from "./use-cases/mail-link";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PASSWORD = "four random words here";
const OTHER = "another four words here";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(() => vi.useRealTimers());

let places = 0;
/** The product as a browser calls it, from a place of its own unless told. */
function api(session: Session | null = null, ip = `198.51.100.${++places}`) {
  const claimedUserId = async () => session?.userId ?? null;
  const read = async () => session;
  const context = { db: database.app.db, claimedUserId, session: read, sessionNow: read, events: silentEvents() };
  return createCallerFactory(accountRouter)({ ...context, ip, userAgent: "" });
}

async function refused(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => new Error("was not refused"),
    (reason: unknown) => reason,
  );
  if (error instanceof TRPCError && error.cause instanceof AppError) return error.cause;
  throw error;
}

let addresses = 0;
const newAddress = () => `person-${++addresses}@example.org`;

/** Takes what waits in the queue, does what a worker would with wishes for links, and returns the mails. */
async function mails(to?: string): Promise<MailMessage[]> {
  const { sql } = database.owner;
  const jobs = await sql`
    select t.identifier, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;
  await sql`delete from graphile_worker._private_jobs`;
  const wishes = jobs.filter(({ identifier }) => identifier === "accounts.link-asked");
  for (const { payload } of wishes) await mailLink(database.app.db, sendLinkInput.parse(payload));
  const sent = jobs.filter(({ identifier }) => identifier === "mail.send").map((job) => mailMessage.parse(job.payload));
  const all = wishes.length > 0 ? [...sent, ...(await mails())] : sent;
  return to ? all.filter((mail) => mail.to === to) : all;
}

function tokenIn(mail: MailMessage | undefined): string {
  if (mail?.template !== "verify-email" && mail?.template !== "reset-password") throw new Error("no link in it");
  return deriveToken(mail.template, mail.tokenId);
}

async function signedUp(password = PASSWORD): Promise<{ email: string; token: string }> {
  const email = newAddress();
  await api().signUp({ name: "Ann", email, password });
  const [mail] = await mails(email);
  return { email, token: tokenIn(mail) };
}

async function confirmed(): Promise<{ email: string; userId: string }> {
  const { email, token } = await signedUp();
  await api().verifyEmail({ token, password: PASSWORD });
  const [row] = await database.owner.sql`select id from users where email = ${email}`;
  return { email, userId: row?.id };
}

async function signedIn(person: { email: string; userId: string }): Promise<Session> {
  const { userId, email } = person;
  const sessionId = await openLoginSession(database.app.db, { userId, method: "password", userAgent: "", ip: "" });
  return { sessionId, userId, name: "Ann", email, isEmailVerified: true, method: "password", signedInAt: new Date() };
}

async function linkFor(email: string, purpose: LinkPurpose): Promise<string> {
  await api().sendLink({ purpose, email });
  const [mail] = await mails(email);
  return tokenIn(mail);
}

/** "in", or the code of the refusal. */
async function trySignIn(email: string, password: string, ip = `203.0.113.${++places}`): Promise<string> {
  return signInWithPassword(database.app.db, { email, password, ip }).then(
    () => "in",
    (error: unknown) => {
      if (error instanceof RefusedSignIn) return error.code;
      throw error;
    },
  );
}

async function liveSessions(userId: string): Promise<string[]> {
  const rows = await database.owner.sql`select id from login_sessions where user_id = ${userId} and revoked_at is null`;
  return rows.map((row) => row.id);
}

describe("signing up", () => {
  test("lets one in only after the address is confirmed by its link and the chosen password", async () => {
    const { email, token } = await signedUp();
    expect(await trySignIn(email, PASSWORD)).toBe("unverified");
    expect(await api().verifyEmail({ token, password: PASSWORD })).toEqual({ email });
    expect(await trySignIn(email, PASSWORD)).toBe("in");
  });

  test("answers the same for an address that has an account, changes nothing, and tells its owner", async () => {
    const { email } = await confirmed();
    expect(await api().signUp({ name: "Mallory", email: email.toUpperCase(), password: OTHER })).toBeUndefined();
    expect(await mails(email)).toEqual([{ template: "address-taken", to: email, name: "Ann" }]);
    expect(await trySignIn(email, PASSWORD)).toBe("in");
    expect(await trySignIn(email, OTHER)).toBe("wrong-password");
  });

  test("takes as long for a known address as for a new one", TIMING_RETRIES, async () => {
    const { email } = await confirmed();
    const signUp = async (address: string) => {
      // The known address would meet its limit.
      await database.owner.sql`delete from rate_limits`;
      await api().signUp({ name: "Ann", email: address, password: PASSWORD });
    };
    const ratio = await medianTimeRatio(
      () => signUp(email),
      () => signUp(newAddress()),
    );
    expect(ratio).toBeGreaterThan(0.85);
    expect(ratio).toBeLessThan(1.15);
  });

  test("again before confirming makes the newest password count, not the first one's", async () => {
    const { email, token: first } = await signedUp();
    await api().signUp({ name: "Ann B", email, password: OTHER });
    const [mail] = await mails(email);
    expect((await refused(api().verifyEmail({ token: first, password: PASSWORD }))).details.field).toBe("password");
    await api().verifyEmail({ token: tokenIn(mail), password: OTHER });
    expect(await trySignIn(email, OTHER)).toBe("in");
    expect((await refused(api().verifyEmail({ token: first, password: OTHER }))).details.link).toBe("dead");
  });

  test("with somebody else's address gives nothing, even when they open the link", async () => {
    const { email, token } = await signedUp("the attacker's own words");
    const error = await refused(api().verifyEmail({ token, password: PASSWORD }));
    expect(error).toMatchObject({ code: "INVALID", details: { field: "password" } });
    expect(await trySignIn(email, "the attacker's own words")).toBe("unverified");
    // Its owner resets the password, and has the account for themselves.
    await api().resetPassword({ token: await linkFor(email, "reset-password"), password: PASSWORD });
    expect(await trySignIn(email, PASSWORD)).toBe("in");
    expect(await trySignIn(email, "the attacker's own words")).toBe("wrong-password");
    expect((await refused(api().verifyEmail({ token, password: PASSWORD }))).details.link).toBe("dead");
  });

  test("refuses passwords that are too short, too long, common, or one's own name", async () => {
    const tries = ["short words", "x".repeat(257), "password123456", "Ann Example-ann example"];
    for (const password of tries) {
      await expect(api().signUp({ name: "Ann Example", email: newAddress(), password })).rejects.toThrow();
    }
    const longest = "ünïcode 🦊 ".repeat(40).slice(0, 256);
    await api().signUp({ name: "Ann", email: newAddress(), password: longest });
  });

  test("sends at most five mails to one address in an hour, whoever asks", async () => {
    const email = newAddress();
    for (let at = 0; at < 5; at++) await api().signUp({ name: "Ann", email, password: PASSWORD });
    const error = await refused(api().sendLink({ purpose: "reset-password", email }));
    expect(error).toMatchObject({ code: "LIMIT", message: expect.stringContaining("Try again in") });
    expect(await mails(email)).toHaveLength(5);
  });

  test("puts no token into the queue or the database", async () => {
    const email = newAddress();
    await api().signUp({ name: "Ann", email, password: PASSWORD });
    const [job] = await database.owner.sql`select payload from graphile_worker._private_jobs`;
    const [row] = await database.owner.sql`
      select t.* from email_tokens t join users u on u.id = t.user_id where u.email = ${email}`;
    const token = deriveToken("verify-email", row?.id);
    expect(JSON.stringify(job?.payload)).not.toContain(token);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.token_hash).toBe(hashToken(token));
    await mails();
  });
});

describe("a link by mail", () => {
  test("isn't used up by being looked at, and tells who holds it whose it is", async () => {
    const { email, token } = await signedUp();
    for (let at = 0; at < 3; at++) {
      expect(await api().readLink({ purpose: "verify-email", token })).toEqual({ email });
    }
    await api().verifyEmail({ token, password: PASSWORD });
    expect(await api().readLink({ purpose: "verify-email", token })).toBeNull();
  });

  test("isn't used up by a wrong password, and can't be used to guess one", async () => {
    const { token } = await signedUp();
    for (let at = 0; at < 5; at++) {
      expect((await refused(api().verifyEmail({ token, password: OTHER }))).code).toBe("INVALID");
    }
    expect((await refused(api().verifyEmail({ token, password: PASSWORD }))).code).toBe("LIMIT");
    expect(await api().readLink({ purpose: "verify-email", token })).not.toBeNull();
  });

  test("works once, also when it is opened many times at once", async () => {
    const { email } = await confirmed();
    const token = await linkFor(email, "reset-password");
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, (_, at) => api().resetPassword({ token, password: `${OTHER} ${at}` })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await refused(api().resetPassword({ token, password: OTHER }))).details.link).toBe("dead");
  });

  test.each([
    ["verify-email", 24 * HOUR],
    ["reset-password", HOUR],
  ] as const)("to %s ends in time", async (purpose, lifetime) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { email, token } = await signedUp();
    const shown = purpose === "verify-email" ? token : await linkFor(email, purpose);
    vi.setSystemTime(Date.now() + lifetime - 1000);
    expect(await api().readLink({ purpose, token: shown })).not.toBeNull();
    vi.setSystemTime(Date.now() + 1001);
    expect(await api().readLink({ purpose, token: shown })).toBeNull();
  });

  test("is good for nothing but its purpose", async () => {
    const { token } = await signedUp();
    expect((await refused(api().resetPassword({ token, password: OTHER }))).details.link).toBe("dead");
  });

  test("is asked for with the same answer and work, whosever the address", async () => {
    const { email } = await confirmed();
    const stranger = newAddress();
    expect(await api().sendLink({ purpose: "reset-password", email })).toBeUndefined();
    expect(await api().sendLink({ purpose: "reset-password", email: stranger })).toBeUndefined();
    const jobs = await database.owner.sql`select 1 from graphile_worker._private_jobs`;
    expect(jobs).toHaveLength(2);
    expect((await mails()).map((mail) => [mail.to, mail.template])).toEqual([[email, "reset-password"]]);
  });

  test("to confirm is only sent while there is something to confirm", async () => {
    const { email } = await confirmed();
    await api().sendLink({ purpose: "verify-email", email });
    expect(await mails(email)).toEqual([]);
  });

  test("to reset isn't sent to who uses single sign-on alone, and they are told why", async () => {
    const email = newAddress();
    const { sql } = database.owner;
    const [row] =
      await sql`insert into users (name, email, email_verified) values ('Ann', ${email}, now()) returning id`;
    await sql`insert into accounts (user_id, type, provider, provider_account_id) values (${row?.id}, 'oidc', 'https://id.example', 'x')`;
    await api().sendLink({ purpose: "reset-password", email });
    expect(await mails(email)).toMatchObject([{ template: "no-password" }]);
  });

  test("isn't sent to an account that is switched off, and an older one is dead", async () => {
    const { email, token } = await signedUp();
    await database.owner.sql`update users set is_disabled = true where email = ${email}`;
    await api().sendLink({ purpose: "reset-password", email });
    expect(await mails(email)).toEqual([]);
    expect((await refused(api().verifyEmail({ token, password: PASSWORD }))).details.link).toBe("dead");
  });
});

describe("a reset password", () => {
  test("ends every session, kills the other links, lets one in, and tells the owner", async () => {
    const person = await confirmed();
    await signedIn(person);
    await signedIn(person);
    const older = await linkFor(person.email, "reset-password");
    const token = await linkFor(person.email, "reset-password");
    expect(await api().resetPassword({ token, password: OTHER })).toEqual({ email: person.email });
    expect(await liveSessions(person.userId)).toEqual([]);
    expect((await refused(api().resetPassword({ token: older, password: PASSWORD }))).details.link).toBe("dead");
    expect(await trySignIn(person.email, OTHER)).toBe("in");
    expect(await trySignIn(person.email, PASSWORD)).toBe("wrong-password");
    expect(await mails(person.email)).toMatchObject([{ template: "password-changed" }]);
  });

  test("lets in at once who had used up their tries", async () => {
    const { email } = await confirmed();
    const ip = "203.0.113.250";
    for (let at = 0; at < 6; at++) await trySignIn(email, OTHER, ip);
    expect(await trySignIn(email, PASSWORD, ip)).toMatch(/^limit-/);
    await api(null, ip).resetPassword({ token: await linkFor(email, "reset-password"), password: OTHER });
    expect(await trySignIn(email, OTHER, ip)).toBe("in");
  });
});

describe("one's own account", () => {
  test("shows itself, and takes another name", async () => {
    const session = await signedIn(await confirmed());
    await api(session).rename({ name: "  Ann   Example " });
    expect(await api(session).me()).toMatchObject({ name: "Ann Example", hasPassword: true, signOn: null });
  });

  test("moves to another address when its link is opened by who asked, with a word to the old one", async () => {
    const person = await confirmed();
    const [session, other] = [await signedIn(person), await signedIn(await confirmed())];
    const next = newAddress();
    const wrong = api(session).changeEmail({ email: next, password: OTHER });
    expect((await refused(wrong)).details.field).toBe("password");
    expect((await refused(api(session).changeEmail({ email: next, password: null }))).details.field).toBe("password");
    const reset = await linkFor(person.email, "reset-password");

    await api(session).changeEmail({ email: next.toUpperCase(), password: PASSWORD });
    const [sent, warned] = await mails();
    expect([sent?.to, warned?.to, warned?.template]).toEqual([next, person.email, "email-changing"]);
    expect(await api(session).me()).toMatchObject({ email: person.email, newEmail: next });
    if (sent?.template !== "change-email") throw new Error("no link was sent");
    const token = deriveToken("change-email", sent.tokenId);
    expect(await api(other).readEmailChange({ token })).toBeNull();
    expect((await refused(api(other).confirmEmailChange({ token }))).details.link).toBe("dead");

    // Somebody who signed up with the address and never confirmed it doesn't keep it from its owner.
    await api().signUp({ name: "Mallory", email: next, password: OTHER });
    await mails();
    await api(session).confirmEmailChange({ token });
    expect(await mails()).toMatchObject([{ template: "email-changing", to: person.email, isDone: true }]);
    expect([await trySignIn(next, PASSWORD), await trySignIn(person.email, PASSWORD)]).toEqual([
      "in",
      "wrong-password",
    ]);
    expect((await refused(api(session).confirmEmailChange({ token }))).details.link).toBe("dead");
    expect((await refused(api().resetPassword({ token: reset, password: OTHER }))).details.link).toBe("dead");
  });

  test("asks for an address that is somebody's with the same answer, and only tells its owner", async () => {
    const [person, holder] = [await confirmed(), await confirmed()];
    const session = await signedIn(person);
    expect(await api(session).changeEmail({ email: holder.email, password: PASSWORD })).toBeUndefined();
    expect(await api(session).me()).toMatchObject({ newEmail: holder.email });
    expect((await mails()).map(({ template, to }) => `${template} ${to}`)).toEqual([
      `address-taken ${holder.email}`,
      `email-changing ${person.email}`,
    ]);
    await api(session).cancelEmailChange();
    expect(await api(session).me()).toMatchObject({ email: person.email, newEmail: null });
  });

  test("of who has no password moves only within minutes of a sign-on", async () => {
    const person = await confirmed();
    const session = await signedIn(person);
    await database.owner.sql`update users set password_hash = null where id = ${person.userId}`;
    const ask = (facts: Partial<Session>) =>
      api({ ...session, ...facts }).changeEmail({ email: newAddress(), password: null });
    expect((await refused(ask({ method: "password" }))).details.signOn).toBe("again");
    const long = { method: "oidc", signedInAt: new Date(Date.now() - 11 * MINUTE) } as const;
    expect((await refused(ask(long))).details.signOn).toBe("again");
    await ask({ method: "oidc" });
    await mails();
  });

  test("changes its password when the current one is known, and ends other sessions if asked to", async () => {
    const person = await confirmed();
    const session = await signedIn(person);
    const other = await signedIn(person);
    const wrong = api(session).changePassword({ current: OTHER, next: OTHER, endOthers: true });
    expect((await refused(wrong)).details.field).toBe("current");
    expect(await liveSessions(person.userId)).toHaveLength(2);

    await api(session).changePassword({ current: PASSWORD, next: OTHER, endOthers: false });
    expect(await liveSessions(person.userId)).toHaveLength(2);
    await api(session).changePassword({ current: OTHER, next: PASSWORD, endOthers: true });
    expect(await liveSessions(person.userId)).toEqual([session.sessionId]);
    expect(await liveSessions(person.userId)).not.toContain(other.sessionId);
    expect(await mails(person.email)).toMatchObject([
      { template: "password-changed" },
      { template: "password-changed" },
    ]);
  });

  test("refuses a new password that is the old one, or common", async () => {
    const session = await signedIn(await confirmed());
    const same = api(session).changePassword({ current: PASSWORD, next: PASSWORD, endOthers: false });
    expect((await refused(same)).details.field).toBe("next");
    const common = api(session).changePassword({ current: PASSWORD, next: "password123456", endOthers: false });
    expect((await refused(common)).details.field).toBe("password");
  });

  test("lets nobody guess its password from an open browser", async () => {
    const session = await signedIn(await confirmed());
    const guess = (password: string) =>
      refused(api(session).changePassword({ current: password, next: OTHER, endOthers: true }));
    for (let at = 0; at < 5; at++) expect((await guess(`guess number ${at}`)).code).toBe("INVALID");
    expect((await guess(PASSWORD)).code).toBe("LIMIT");
  });

  test("lists where one is signed in, this browser first, and no one else's", async () => {
    const person = await confirmed();
    const session = await signedIn(person);
    await signedIn(person);
    await signedIn(await confirmed());
    const list = await api(session).sessions();
    expect(list).toHaveLength(2);
    expect(list[0]).toMatchObject({ id: session.sessionId, isThis: true, device: "A browser", method: "password" });
  });

  test("ends one session, all others, or all, but never a stranger's", async () => {
    const person = await confirmed();
    const [here, there, third] = [await signedIn(person), await signedIn(person), await signedIn(person)];
    const stranger = await confirmed();
    const strange = await signedIn(stranger);
    expect((await refused(api(here).endSession({ sessionId: strange.sessionId }))).code).toBe("NOT_FOUND");
    await api(here).endSession({ sessionId: there.sessionId });
    expect((await liveSessions(person.userId)).sort()).toEqual([here.sessionId, third.sessionId].sort());
    await api(here).endSessions({ keepThis: true });
    expect(await liveSessions(person.userId)).toEqual([here.sessionId]);
    await api(here).endSessions({ keepThis: false });
    expect(await liveSessions(person.userId)).toEqual([]);
    expect(await liveSessions(stranger.userId)).toEqual([strange.sessionId]);
  });
});
