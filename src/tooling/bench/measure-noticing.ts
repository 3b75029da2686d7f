// The pass over a hundred thousand documents with cadences of their own: when nothing is due, at a usual midnight, and when
// everything is due at once.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type postgres from "postgres";
import { fillEnv } from "@/env";
import { tellWhatIsDue } from "@/features/reminders/noticing/use-cases/tell-what-is-due";
import { type Connection, connect } from "@/server/db/client";
import { startEmbeddedPostgres } from "@/server/db/embedded-postgres";
import { makeTemplate } from "@/testing/test-server";
import { bareConnection } from "./bare-sql";
import { measureToday } from "./measure-today";
import { atMost, type Section } from "./report";

const DOCUMENTS = 100_000;
const WORKSPACES = 20;
const PEOPLE = 40;
/** Over so many days the due days are spread. */
const SPREAD = 90;
const FIRST_DAY = "2030-01-01";
const WATCHED = ["freshness", "documents", "drafts", "cadences"];
/** Seconds. */
const GOAL = 5;

export async function measureNoticing(): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), "dramatis-bench-"));
  // Commits wait for the disk, as in production.
  const server = await startEmbeddedPostgres({
    directory: path.join(folder, "postgres"),
    logFile: path.join(folder, "postgres.log"),
  });
  try {
    const database = await makeTemplate(server.url);
    fillEnv({
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: randomBytes(33).toString("base64url"),
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
    });
    const sql = bareConnection(database.ownerUrl);
    const workers = [connect(database.appUrl, 1), connect(database.appUrl, 1)] as const;
    try {
      await furnish(sql);
      const passes = await measure(sql, workers);
      const today = await measureToday(sql, workers[0]);
      return { tables: [...passes.tables, ...today.tables], goals: [...passes.goals, ...today.goals] };
    } finally {
      await Promise.all([...workers.map((worker) => worker.close()), sql.end({ timeout: 5 })]);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every workspace has people who verify and own the same share of its documents. */
async function furnish(sql: postgres.Sql): Promise<void> {
  await sql`insert into workspaces (name, slug) select 'Place ' || n, 'place-' || n from generate_series(1, ${WORKSPACES}) n`;
  await sql`
    insert into users (name, email)
    select 'Person ' || n, 'person-' || n || '@example.org' from generate_series(1, ${WORKSPACES * PEOPLE}) n`;
  await sql`
    insert into memberships (workspace_id, user_id, role)
    select w.id, u.id, case when u.n <= 2 then 'admin' else 'editor' end
    from (select id, row_number() over () as n from workspaces) w
    join (select id, (row_number() over () - 1) / ${PEOPLE} + 1 as place, (row_number() over () - 1) % ${PEOPLE} + 1 as n from users) u
      on u.place = w.n`;
  await sql`
    insert into documents (workspace_id, kind, owner_id)
    select m.workspace_id, 'persona', m.user_id from memberships m, generate_series(1, ${DOCUMENTS / WORKSPACES / PEOPLE})`;
  await sql`
    insert into drafts (workspace_id, document_id, content, content_hash, changed_by)
    select workspace_id, id, '{"title": "A persona"}', '', owner_id from documents`;
  await sql`
    insert into cadences (workspace_id, document_id, plan, lead_days, owner_after_days, admins_after_days, changed_by)
    select workspace_id, id, '{"how": "interval", "every": 3, "unit": "month"}', '{14,3,0}', 14, 30, owner_id from documents`;
  await sql`
    insert into freshness (workspace_id, document_id, verified_at, verified_by, verified_version, due_on)
    select workspace_id, id, now(), owner_id, 1,
      ${FIRST_DAY}::date + ((row_number() over ())::int * 7919) % ${SPREAD} from documents`;
}

/** As before any pass: everything waits for the first of its notices. */
async function rewind(sql: postgres.Sql): Promise<void> {
  await sql`truncate notifications cascade`;
  await sql`delete from graphile_worker._private_jobs`;
  await sql`
    update freshness set due_from = due_on - 14, overdue_at = due_on + 1, next_notice_at = due_on - 14`;
  await sql`vacuum analyze`;
}

interface Pass {
  readonly what: string;
  readonly documents: number;
  readonly seconds: number;
  readonly notices: number;
}

const day = (offset: number) => new Date(Date.parse(`${FIRST_DAY}T00:00Z`) + offset * 86_400_000);

async function pass(sql: postgres.Sql, what: string, now: Date, workers: readonly Connection[]): Promise<Pass> {
  const before = await count(sql);
  const started = performance.now();
  const done = await Promise.all(workers.map(({ db }) => tellWhatIsDue(db, { now })));
  const seconds = (performance.now() - started) / 1_000;
  const documents = done.reduce((sum, worker) => sum + worker.documents, 0);
  return { what, documents, seconds, notices: (await count(sql)) - before };
}

async function measure(sql: postgres.Sql, workers: readonly [Connection, Connection]): Promise<Section> {
  const [one] = workers;
  await rewind(sql);
  // The first connection of a process prepares its statements.
  await pass(sql, "", day(-30), [one]);
  const scansBefore = await scans(sql, workers);
  const passes = [
    await pass(sql, "nothing is due", day(-20), [one]),
    await pass(sql, "a midnight, the first notices of a day's documents", day(-14), [one]),
    await pass(sql, "the next midnight", day(-13), [one]),
  ];
  const sequential = (await scans(sql, workers)) - scansBefore;
  await rewind(sql);
  passes.push(await pass(sql, "all documents after long silence", day(SPREAD), [one]));
  await rewind(sql);
  passes.push(await pass(sql, "the same, by two workers", day(SPREAD), workers));
  return report(passes, sequential);
}

async function count(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int from notifications`;
  return row?.count ?? 0;
}

/** Sequential scans so far of the tables that grow with the documents. */
async function scans(sql: postgres.Sql, workers: readonly Connection[]): Promise<number> {
  for (const asked of [sql, ...workers.map((worker) => worker.sql)]) {
    await asked`select pg_stat_force_next_flush()`;
    await asked`select 1`;
  }
  const [row] = await sql<{ scans: number }[]>`
    select sum(seq_scan)::int as scans from pg_stat_user_tables where relname = any(${WATCHED})`;
  return row?.scans ?? 0;
}

function report(passes: readonly Pass[], sequential: number): Section {
  return {
    tables: [
      {
        title: `Telling what is due, of ${DOCUMENTS.toLocaleString("en")} documents with cadences`,
        columns: ["pass", "documents", "seconds", "notices"],
        rows: passes.map(({ what, documents, seconds, notices }) => [what, documents, seconds.toFixed(2), notices]),
        notes: [
          `${WORKSPACES} workspaces of ${PEOPLE} people, each of whom has the same share of the documents; due days are spread over ${SPREAD} days. Who has five or more of a kind at once is told of them in one notice. Sequential scans of ${WATCHED.join(", ")} in the first three passes: ${sequential}.`,
        ],
      },
    ],
    goals: [
      ...passes.map(({ what, seconds }) => atMost(`pass: ${what}`, seconds, GOAL, " s")),
      atMost("pass: sequential scans", sequential, 0, "", 0),
    ],
  };
}
