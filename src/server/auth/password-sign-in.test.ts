import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { users } from "@/server/db/schema/user";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { medianTimeRatio, TIMING_RETRIES } from "@/testing/timing";
import { openLoginSession } from "./login-sessions";
import { forgiveSignIn, RefusedSignIn, signInWithPassword } from "./password-sign-in";
import { hashPassword, isHashOutdated } from "./passwords";

const PASSWORD = "four random words here";

let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await createTestDatabase();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.drop());

let people = 0;
async function addPerson(rest: Partial<typeof users.$inferInsert> = {}) {
  people += 1;
  const email = `person-${people}@example.org`;
  const [row] = await database.owner.db
    .insert(users)
    .values({ name: "Ann", email, passwordHash, emailVerified: new Date(), ...rest })
    .returning();
  if (!row) throw new Error("no row");
  return { id: row.id, email };
}

let places = 0;
function newPlace(): string {
  places += 1;
  return `198.51.${Math.floor(places / 250)}.${places % 250}`;
}

/** "in", or the code of the refusal. */
async function trying(email: string, password: string, ip = newPlace()): Promise<string> {
  try {
    await signInWithPassword(database.app.db, { email, password, ip });
    return "in";
  } catch (error) {
    if (error instanceof RefusedSignIn) return error.code;
    throw error;
  }
}

describe("signing in with a password", () => {
  test("works with the right one, however the address is written", async () => {
    const { id, email } = await addPerson();
    const found = await signInWithPassword(database.app.db, {
      email: ` ${email.toUpperCase()} `,
      password: PASSWORD,
      ip: "",
    });
    expect(found).toEqual({ userId: id });
  });

  test("tells a wrong password, an unknown address and single sign-on only apart by nothing", async () => {
    const { email } = await addPerson();
    const { email: withoutPassword } = await addPerson({ passwordHash: null });
    expect(await trying(email, "another four words")).toBe("wrong-password");
    expect(await trying("nobody@example.org", PASSWORD)).toBe("wrong-password");
    expect(await trying(withoutPassword, "x")).toBe("wrong-password");
    expect(await trying("not an address", PASSWORD)).toBe("wrong-password");
  });

  test("says that an account is unconfirmed or switched off only to who knows its password", async () => {
    const { email: unconfirmed } = await addPerson({ emailVerified: null });
    const { email: disabled } = await addPerson({ isDisabled: true });
    expect(await trying(unconfirmed, PASSWORD)).toBe("unverified");
    expect(await trying(unconfirmed, "another four words")).toBe("wrong-password");
    expect(await trying(disabled, PASSWORD)).toBe("disabled");
    expect(await trying(disabled, "another four words")).toBe("wrong-password");
  });

  test("takes as long for an unknown address as for a known one", TIMING_RETRIES, async () => {
    // An address of its own for each try, so that no limit is met.
    const known = await Promise.all(Array.from({ length: 26 }, () => addPerson()));
    const ratio = await medianTimeRatio(
      (round) => trying(known[round]?.email ?? "", "another four words"),
      (round) => trying(`nobody-${round}-${known[0]?.email}`, "another four words"),
    );
    expect(ratio).toBeGreaterThan(0.85);
    expect(ratio).toBeLessThan(1.15);
  });

  test("hashes a password anew when today's parameters are others", async () => {
    const outdated = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const { id, email } = await addPerson({ passwordHash: outdated });
    expect(await trying(email, PASSWORD)).toBe("in");
    const [row] = await database.owner.db.select().from(users).where(eq(users.id, id));
    expect(row?.passwordHash).not.toBe(outdated);
    expect(isHashOutdated(row?.passwordHash ?? "")).toBe(false);
    expect(await trying(email, PASSWORD)).toBe("in");
  });
});

describe("guessing", () => {
  test("ends at the sixth try of one person from one place, even with the right password", async () => {
    const { email } = await addPerson();
    const ip = newPlace();
    for (let at = 0; at < 5; at++) expect(await trying(email, "another four words", ip)).toBe("wrong-password");
    expect(await trying(email, PASSWORD, ip)).toBe("limit-900");
  });

  test("hinders neither others at that place nor the person elsewhere", async () => {
    const [{ email }, { email: colleague }] = [await addPerson(), await addPerson()];
    const ip = newPlace();
    for (let at = 0; at < 6; at++) await trying(email, "another four words", ip);
    expect(await trying(colleague, PASSWORD, ip)).toBe("in");
    expect(await trying(email, PASSWORD)).toBe("in");
  });

  test("starts anew after a success, and after a reset by mail", async () => {
    const { email } = await addPerson();
    const ip = newPlace();
    for (let at = 0; at < 4; at++) await trying(email, "another four words", ip);
    expect(await trying(email, PASSWORD, ip)).toBe("in");
    for (let at = 0; at < 6; at++) await trying(email, "another four words", ip);
    await forgiveSignIn(database.app.db, email, ip);
    expect(await trying(email, PASSWORD, ip)).toBe("in");
  });

  test("many people's passwords from one place ends too, and successes there don't count", async () => {
    const ip = newPlace();
    const { email } = await addPerson();
    for (let at = 0; at < 3; at++) expect(await trying(email, PASSWORD, ip)).toBe("in");
    const tries = Array.from({ length: 101 }, (_, at) => trying(`someone-${at}@example.org`, PASSWORD, ip));
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === "wrong-password")).toHaveLength(100);
  });

  test("one person's password from many places ends, but never where that person works", async () => {
    const { id, email } = await addPerson();
    const office = newPlace();
    await openLoginSession(database.app.db, { userId: id, method: "password", userAgent: "", ip: office });
    const answers = await Promise.all(Array.from({ length: 60 }, () => trying(email, "another four words")));
    expect(answers.filter((answer) => answer === "wrong-password")).toHaveLength(50);
    expect(await trying(email, PASSWORD)).toMatch(/^limit-/);
    expect(await trying(email, PASSWORD, office)).toBe("in");
  });
});
