// How many statements each procedure sends, with few rows and with many: a loop that asks per row shows at once.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fillEnv } from "@/env";
import { findLiveSession } from "@/server/auth/login-sessions";
import { type Connection, connect } from "@/server/db/client";
import { startEmbeddedPostgres } from "@/server/db/embedded-postgres";
import { exampleInput } from "@/testing/example-input";
import { callProcedure, codeOf, type Procedure, procedures, undone } from "@/testing/procedures";
import type { Tenant } from "@/testing/tenant";
import { makeTemplate } from "@/testing/test-server";
import { grownTenant } from "./grown-tenant";
import type { Goal, Section, Table } from "./report";
import { countWire, type WireCounter } from "./wire-counter";

const ROWS = [1, 10, 50] as const;

const counted = procedures.filter(({ access, type }) => access && !("visitor" in access) && type !== "subscription");

export async function measureQueries(): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), "dramatis-bench-"));
  const server = await startEmbeddedPostgres({
    directory: path.join(folder, "postgres"),
    logFile: path.join(folder, "postgres.log"),
    settings: { fsync: "off" },
  });
  try {
    return await measure(server.url);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(url: string): Promise<Section> {
  const database = await makeTemplate(url);
  fillEnv({
    APP_URL: "http://localhost:3000",
    AUTH_SECRET: randomBytes(33).toString("base64url"),
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
  });
  const counter = await countWire(database.appUrl);
  const owner = connect(database.ownerUrl, 4);
  const app = connect(counter.url, 4);
  try {
    const rows: (string | number)[][] = [];
    const tenants: Tenant[] = [];
    for (const count of ROWS) {
      tenants.push(await grownTenant({ ...database, owner, app, drop: async () => {} }, count));
    }
    for (const procedure of counted) {
      const counts: Count[] = [];
      for (const tenant of tenants) counts.push(await count(counter, app, procedure, tenant));
      const last = counts.at(-1)?.roundTrips ?? 0;
      rows.push([procedure.path, procedure.type, ...counts.map(({ statements }) => statements), last]);
    }
    return report(rows);
  } finally {
    await Promise.all([owner.close(), app.close()]);
    counter.close();
  }
}

interface Count {
  readonly statements: number;
  readonly roundTrips: number;
}

/** What one request of the owner sends, the look at their session included. It is undone afterwards. */
async function count(counter: WireCounter, app: Connection, procedure: Procedure, tenant: Tenant): Promise<Count> {
  const { sessionId } = tenant.people.owner;
  const run = () =>
    undone(app, async (db) => {
      const input = exampleInput(procedure, tenant);
      counter.take();
      const session = await findLiveSession(app.db, sessionId);
      const code = await codeOf(callProcedure(db, session, procedure.path, input));
      // What the owner may not do in this state is refused, and a refusal has its price too.
      if (["INTERNAL_SERVER_ERROR", "BAD_REQUEST", "UNAUTHORIZED"].includes(code)) {
        throw new Error(`${procedure.path} answered ${code}.`);
      }
      const { statements, roundTrips, savepoints } = counter.take();
      // Within the transaction that is undone, one of the product's begins with a savepoint and lacks the commit.
      return { statements: statements + savepoints, roundTrips: roundTrips + savepoints };
    });
  // The first call prepares the statements on its connection.
  for (let warmUp = 0; warmUp < 4; warmUp++) await run();
  return run();
}

function report(rows: readonly (readonly (string | number)[])[]): Section {
  const growing = rows.filter((row) => new Set(row.slice(2, -1)).size > 1).map(([path]) => path);
  const goal: Goal = {
    what: "statements constant in the rows",
    measured: growing.length === 0 ? `all ${rows.length} procedures` : `not ${growing.join(", ")}`,
    goal: "all procedures",
    isMet: growing.length === 0,
  };
  const table: Table = {
    title: "SQL statements a request",
    columns: ["procedure", "", ...ROWS.map((count) => `${count} row${count === 1 ? "" : "s"}`), "round trips"],
    rows,
    notes: [
      "Counted on the wire between driver and database, for a signed-in owner: the session, begin, the door to the workspace, the work, commit. Rows are of everything that can be listed: documents, versions, drafts set aside, members, invitations, acts, workspaces, sessions.",
    ],
  };
  return { tables: [table], goals: [goal] };
}
