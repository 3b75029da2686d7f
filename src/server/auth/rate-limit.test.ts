import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { connect } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { forgive, type LimitPolicy, refund, spend } from "./rate-limit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;
const policy = (name: string, rest: Partial<LimitPolicy> = {}): LimitPolicy => ({
  name,
  points: 5,
  seconds: 900,
  ...rest,
});

async function outcome(work: Promise<void>): Promise<"ok" | AppError> {
  try {
    await work;
    return "ok";
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** Only what asks for the time: the database's own timers must run. */
function freezeClock() {
  vi.useFakeTimers({ toFake: ["Date"] });
}

describe("a limit", () => {
  test("lets exactly its number of tries through, even when all arrive at once", async () => {
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => outcome(spend(database.app.db, policy("burst"), "a"))),
    );
    expect(tries.filter((result) => result === "ok")).toHaveLength(5);
  });

  test("says in words and in seconds when to try again", async () => {
    for (let at = 0; at < 5; at++) await spend(database.app.db, policy("words"), "a");
    const refused = await outcome(spend(database.app.db, policy("words"), "a"));
    expect(refused).toMatchObject({ code: "LIMIT", message: "Too many tries. Try again in 15 minutes." });
    expect((refused as AppError).details.retryAfter).toBeGreaterThan(890);
  });

  test("counts keys and policies by themselves", async () => {
    for (let at = 0; at < 5; at++) await spend(database.app.db, policy("one"), "a");
    expect(await outcome(spend(database.app.db, policy("one"), "b"))).toBe("ok");
    expect(await outcome(spend(database.app.db, policy("two"), "a"))).toBe("ok");
  });

  test("is over when its time is", async () => {
    freezeClock();
    for (let at = 0; at < 6; at++) await outcome(spend(database.app.db, policy("time"), "a"));
    vi.setSystemTime(Date.now() + 15 * MINUTE - 1000);
    expect(await outcome(spend(database.app.db, policy("time"), "a"))).toBeInstanceOf(AppError);
    vi.setSystemTime(Date.now() + 1001);
    expect(await outcome(spend(database.app.db, policy("time"), "a"))).toBe("ok");
  });

  test("makes who goes on wait longer each time, never for ever", async () => {
    freezeClock();
    const growing = policy("growing", { grows: true });
    const waits: unknown[] = [];
    for (let round = 0; round < 10; round++) {
      for (let at = 0; at < 5; at++) await spend(database.app.db, growing, "a");
      const refused = await outcome(spend(database.app.db, growing, "a"));
      const wait = Number((refused as AppError).details.retryAfter);
      waits.push(Math.round(wait / 60));
      vi.setSystemTime(Date.now() + wait * 1000 + 1);
    }
    expect(waits).toEqual([15, 30, 45, 60, 75, 90, 105, 120, 120, 120]);
  });

  test("forgets after a success, and takes one try back", async () => {
    for (let at = 0; at < 5; at++) await spend(database.app.db, policy("success"), "a");
    await refund(database.app.db, policy("success"), "a");
    expect(await outcome(spend(database.app.db, policy("success"), "a"))).toBe("ok");
    expect(await outcome(spend(database.app.db, policy("success"), "a"))).toBeInstanceOf(AppError);
    await forgive(database.app.db, policy("success"), "a");
    expect(await outcome(spend(database.app.db, policy("success"), "a"))).toBe("ok");
  });

  test("holds in memory while the database is away", async () => {
    const away = connect("postgres://nobody@127.0.0.1:1/nowhere", 1);
    const tries: unknown[] = [];
    for (let at = 0; at < 7; at++) tries.push(await outcome(spend(away.db, policy("away"), "a")));
    expect(tries.filter((result) => result === "ok")).toHaveLength(5);
    await away.close();
  });

  test("leaves no e-mail address in the table", async () => {
    const { hiddenKey } = await import("./rate-limit");
    await spend(database.app.db, policy("hidden"), hiddenKey("ann@example.org"));
    const rows = await database.owner.sql`select key from rate_limits where key like '%ann%'`;
    expect(rows).toHaveLength(0);
  });
});
