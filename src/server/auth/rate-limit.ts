// How often something may be tried. Counted in Postgres, so that all processes and machines count together; in memory
// while the database can't answer, so that an outage opens no door.
import { createHmac } from "node:crypto";
import type postgres from "postgres";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/env";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import { waitingTime } from "@/shared/waiting-time";

export interface LimitPolicy {
  /** Unique; part of the stored key. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  /**
   * Who goes on after the points are spent waits longer each time within a day: one, two, three … up to eight times
   * `seconds`. Never for ever: an attacker must not be able to lock somebody out.
   */
  readonly grows?: boolean;
}

const LONGEST_GROWTH = 8;
const DAY = 24 * 60 * 60;

interface Limiters {
  readonly spent: RateLimiterPostgres;
  readonly strikes: RateLimiterPostgres;
}
const made = new WeakMap<Db, Map<string, Limiters>>();

function limitersOf(db: Db, policy: LimitPolicy): Limiters {
  const ofDb = made.get(db) ?? new Map<string, Limiters>();
  made.set(db, ofDb);
  const known = ofDb.get(policy.name);
  if (known) return known;
  const client = asPgClient(db);
  const limiters = {
    // Old rows are cleared every five minutes for all policies, so one limiter of a process is enough to do it.
    spent: limiter(client, policy.name, policy.points, policy.seconds, ofDb.size === 0),
    strikes: limiter(client, `${policy.name}.strikes`, LONGEST_GROWTH, DAY, false),
  };
  ofDb.set(policy.name, limiters);
  return limiters;
}

function limiter(
  storeClient: PgClient,
  keyPrefix: string,
  points: number,
  duration: number,
  clearExpiredByTimeout: boolean,
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "rate_limits",
    // The migrations make it; the application's role could not.
    tableCreated: true,
    clearExpiredByTimeout,
    keyPrefix,
    points,
    duration,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
  });
}

interface PgClient {
  query(query: { text: string; values: (string | number | null)[] }): Promise<{ rows: object[]; rowCount: number }>;
}

/** The limiter speaks to `pg`; this is as much of it as it uses, over our driver. */
function asPgClient(db: Db): PgClient {
  // drizzle keeps its driver there, but its type for a database of any kind doesn't say so.
  const { $client } = db as Db & { readonly $client: postgres.Sql };
  return {
    async query({ text, values }) {
      const rows = await $client.unsafe(text, values, { prepare: true });
      return { rows: [...rows], rowCount: rows.count };
    },
  };
}

/** A key for something personal, such as an e-mail address, that should not stand in the table. */
export function hiddenKey(personal: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`rate limit:${personal}`).digest("base64url").slice(0, 32);
}

/**
 * Counts one try; throws LIMIT, with a sentence that says when to try again, when there were too many. Its own
 * statement, outside of any transaction, so that a failed try counts although everything else is rolled back.
 */
export async function spend(db: Db, policy: LimitPolicy, key: string): Promise<void> {
  const { spent, strikes } = limitersOf(db, policy);
  try {
    await spent.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    let wait = refused.msBeforeNext / 1000;
    if (policy.grows && refused.consumedPoints === policy.points + 1) {
      const strike = await strikes.penalty(key, 1);
      wait = policy.seconds * Math.min(strike.consumedPoints, LONGEST_GROWTH);
      await spent.block(key, wait);
    }
    throw limitReached(wait);
  }
}

/** Forgets the tries of a key, after a success. Strikes stay until their day is over. */
export async function forgive(db: Db, policy: LimitPolicy, key: string): Promise<void> {
  await limitersOf(db, policy).spent.delete(key);
}

/** Takes one try back: for keys that many people share, where only failures should count. */
export async function refund(db: Db, policy: LimitPolicy, key: string): Promise<void> {
  await limitersOf(db, policy).spent.reward(key, 1);
}

function limitReached(seconds: number): AppError {
  return new AppError("LIMIT", `Too many tries. Try again ${waitingTime(seconds)}.`, {
    retryAfter: Math.ceil(seconds),
  });
}
