// Hostile values for every procedure: never an error of ours, and whatever is refused has changed nothing. Walks the
// router, so that procedures added later are covered without anyone remembering.
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actInWorkspace } from "@/server/access/acting-as";
import type { Tx } from "@/server/db/client";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { FUZZ_RUNS, FUZZ_SEED } from "@/testing/fuzz-settings";
import { chokingInputs, hostileInput } from "@/testing/hostile-input";
import { callProcedure, codeOf, procedures, undone } from "@/testing/procedures";
import { addTenant, type Tenant } from "@/testing/tenant";

/** Tries are counted whether or not they are refused. */
const COUNTERS = ["rate_limits"];

let database: TestDatabase;
let tenant: Tenant;
let tables: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await addTenant(database);
  const rows = await database.owner.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
  tables = rows.map(({ name }) => name).filter((name) => !COUNTERS.includes(name));
});
afterAll(() => database.drop());

/** One hash over all rows that the person may see. */
async function fingerprint(tx: Tx): Promise<string> {
  const parts = tables.map(
    (name) => sql`select ${name}::text as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash
                  from ${sql.identifier(name)} t`,
  );
  const rows = await tx.execute<{ hash: string }>(
    sql`select md5(string_agg(hash, ',' order by name)) as hash from (${sql.join(parts, sql` union all `)}) all_tables`,
  );
  return rows[0]?.hash ?? "";
}

/** What happened to the call; CHANGED when it was refused and yet something is different. */
async function outcome(path: string, input: unknown): Promise<string> {
  await database.owner.sql`delete from rate_limits`;
  const { owner } = tenant.people;
  return undone(database.app, async (db, tx) => {
    await actInWorkspace(tx, owner.userId, tenant.workspaceId);
    const before = await fingerprint(tx);
    const code = await codeOf(callProcedure(db, owner, path, input));
    return code === "OK" || (await fingerprint(tx)) === before ? code : "CHANGED";
  });
}

/** JSON in the message may hold a million characters; the beginning tells enough. */
function brief(input: unknown): string {
  return fc.stringify(input).slice(0, 300);
}

test.each(procedures.filter(({ type }) => type !== "subscription"))(
  "$path bears hostile input",
  async (procedure) => {
    const choking = chokingInputs(procedure, tenant);
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(hostileInput(procedure, tenant), async (input) => {
        const code = await outcome(procedure.path, input);
        seen.set(code, (seen.get(code) ?? 0) + 1);
        if (code === "INTERNAL_SERVER_ERROR" || code === "CHANGED") throw new Error(`${code} for ${brief(input)}`);
      }),
      {
        seed: FUZZ_SEED,
        // Examples count as runs.
        examples: choking.map((input) => [input]),
        numRuns: choking.length + FUZZ_RUNS,
        endOnFailure: true,
      },
    );
    expect([...seen.keys()].length, "hostile input is told from good").toBeGreaterThan(procedure.contract ? 1 : 0);
  },
  120_000,
);
