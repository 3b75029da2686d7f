// What the role table promises, procedure by procedure: called by every role, by the owner of another workspace and by
// a visitor, with ids of one's own and with foreign ones mixed in. A hole here is one customer reading another's data.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "@/server/auth/session";
import { memberships } from "@/server/db/schema/workspace";
import { type Permission, ROLES, roleMay } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { exampleInput } from "@/testing/example-input";
import { objectFields } from "@/testing/procedure-fixtures";
import { callProcedure, codeOf, type Procedure, procedures, undone } from "@/testing/procedures";
import { addTenant, type Tenant } from "@/testing/tenant";

interface Guarded extends Procedure {
  readonly permission: Permission;
}

const guarded: readonly Guarded[] = procedures.flatMap((procedure) =>
  procedure.access && "permission" in procedure.access
    ? [{ ...procedure, permission: procedure.access.permission }]
    : [],
);
const signedIn = procedures.filter(({ access }) => access && "signedIn" in access);

const REFUSED = ["FORBIDDEN", "NOT_FOUND", "UNAUTHORIZED"];
const BROKEN = ["INTERNAL_SERVER_ERROR", "BAD_REQUEST"];

let database: TestDatabase;
let ours: Tenant;
let theirs: Tenant;
/** Owner of both workspaces: the one person whose requests may mix them. */
let both: Session;

beforeAll(async () => {
  database = await createTestDatabase();
  ours = await addTenant(database);
  theirs = await addTenant(database);
  both = ours.people.owner;
  await database.owner.db
    .insert(memberships)
    .values({ workspaceId: theirs.workspaceId, userId: both.userId, role: "owner" });
});
afterAll(() => database.drop());

/** Calls as the person; whatever it did is undone. */
function attempt(session: Session | null, path: string, input: unknown): Promise<string> {
  return undone(database.app, (db) => codeOf(callProcedure(db, session, path, input)));
}

describe("every workspace procedure", () => {
  test.each(guarded)("$path is for those who hold $permission", async (procedure) => {
    const input = exampleInput(procedure, ours);
    for (const role of ROLES) {
      const code = await attempt(ours.people[role], procedure.path, input);
      if (roleMay(role, procedure.permission)) {
        expect([...REFUSED, ...BROKEN], `${role} may, yet got ${code}`).not.toContain(code);
      } else {
        expect(code, `${role} may not`).toBe("FORBIDDEN");
      }
    }
  });

  test.each(guarded)("$path doesn't exist for the owner of another workspace", async (procedure) => {
    expect(await attempt(theirs.people.owner, procedure.path, exampleInput(procedure, ours))).toBe("NOT_FOUND");
  });

  test.each(guarded)("$path sends a visitor to sign in", async (procedure) => {
    expect(await attempt(null, procedure.path, exampleInput(procedure, ours))).toBe("UNAUTHORIZED");
  });
});

test.each(signedIn)("$path sends a visitor to sign in", async (procedure) => {
  expect(await attempt(null, procedure.path, exampleInput(procedure, ours))).toBe("UNAUTHORIZED");
});

/** Everything that could be told from a workspace's rows: each id in them, but for the person who is in both. */
async function idsIn(tenant: Tenant): Promise<readonly string[]> {
  const { sql } = database.owner;
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'`;
  const texts = await Promise.all(
    tables.map(
      ({ name }) => sql<{ row: string }[]>`
      select t::text as row from ${sql(name)} t where workspace_id = ${tenant.workspaceId}`,
    ),
  );
  const ids = texts.flat().flatMap(({ row }) => row.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []);
  return [...new Set(ids)].filter((id) => id !== both.userId);
}

/** What the person is answered, as it would cross the wire; a refusal's code otherwise. */
function answer(session: Session, path: string, input: unknown): Promise<string> {
  return undone(database.app, async (db) => {
    let value: unknown;
    const code = await codeOf(
      callProcedure(db, session, path, input).then((result) => {
        value = result;
      }),
    );
    return code === "OK" ? (JSON.stringify(value) ?? "") : code;
  });
}

describe("a person in two workspaces", () => {
  const mixed = guarded.flatMap((procedure) =>
    objectFields(procedure).map((field) => ({ procedure, path: procedure.path, field })),
  );

  test.each(mixed)("finds nothing with $path when $field is of the other one", async ({ procedure, path, field }) => {
    const foreign = exampleInput(procedure, ours)?.[field];
    const input = { ...exampleInput(procedure, theirs), [field]: foreign };
    const told = await answer(both, path, input);
    if (told === "NOT_FOUND") return;
    // A filter by somebody unknown finds nothing, which is as good.
    expect(procedure.type, `${path} took a foreign ${field}: ${told.slice(0, 200)}`).toBe("query");
    const known = await idsIn(ours);
    expect(known.filter((id) => told.includes(id))).toEqual([]);
    expect(procedure.contract?.safeParse({ ...input, [field]: undefined }).success, `${field} is a filter`).toBe(true);
  });

  test("is answered out of one at a time", async () => {
    const foreign = await idsIn(ours);
    const own = await idsIn(theirs);
    expect(foreign.length).toBeGreaterThan(10);
    let told = 0;
    for (const procedure of guarded.filter(({ type }) => type === "query")) {
      const text = await answer(both, procedure.path, exampleInput(procedure, theirs));
      expect(
        foreign.filter((id) => text.includes(id)),
        procedure.path,
      ).toEqual([]);
      told += own.filter((id) => text.includes(id)).length;
    }
    expect(told, "the queries tell something at all").toBeGreaterThan(20);
  });
});

test("outside of a workspace nobody is told of workspaces that are not theirs", async () => {
  const foreign = await idsIn(ours);
  for (const procedure of signedIn.filter(({ type }) => type === "query")) {
    const text = await answer(theirs.people.viewer, procedure.path, exampleInput(procedure, theirs));
    expect(
      foreign.filter((id) => text.includes(id)),
      procedure.path,
    ).toEqual([]);
  }
});

describe("behind the code", () => {
  test("every table of a workspace is bound by row-level security, and the application owns none", async () => {
    const unbound = await database.owner.sql`
      select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (not c.relrowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid)
             or pg_get_userbyid(c.relowner) = ${new URL(database.appUrl).username})`;
    expect(unbound).toEqual([]);
  });

  test("the application sees no row of any workspace until it says for whom it acts", async () => {
    const tables = await database.owner.sql<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'workspace_id'`;
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) {
      expect(await database.app.sql`select 1 from ${database.app.sql(name)} limit 1`, name).toHaveLength(0);
    }
  });
});
