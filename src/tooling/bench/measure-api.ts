// personas.get and personas.list over HTTP, signed in, against what bounds them.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { freePort } from "@/server/db/embedded-postgres";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import { bareGet, bareList } from "./bare-sql";
import { type Connection, getRequest, openConnection } from "./connection";
import type { Installation } from "./installation";
import { latencies, throughput } from "./load";
import { addManyPersonas, type ManyPersonas } from "./many-personas";
import { allCores, pin, processesBelow } from "./process-tree";
import { atLeast, atMost, type Goal, type Section, type Table } from "./report";
import { signIn } from "./sign-in";
import { median } from "./statistics";

const PERSONAS = 10_000;
const CONNECTIONS = 8;
const ROUNDS = { rounds: 15, calls: 150, warmUp: 600 };
const LOAD = { rounds: 5, milliseconds: 2_500 };

/** As the browser's client asks: a batch of one. */
function apiPath(procedure: string, input: object | undefined): string {
  return `/api/trpc/${procedure}?${new URLSearchParams({ batch: "1", input: JSON.stringify({ 0: input }) })}`;
}

/** The two goals' procedures, and what their floors are called. */
const PROCEDURES = [
  { name: "personas.get", sql: "SQL of get", goal: 2 },
  { name: "personas.list", sql: "SQL of list", goal: 3 },
] as const;

export async function measureApi(installation: Installation): Promise<Section> {
  const sql = postgres(installation.ownerUrl(), { max: 1, onnotice: () => {} });
  const emptyPort = await freePort();
  const empty = fork(fileURLToPath(new URL("empty-server.ts", import.meta.url)), [String(emptyPort)], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const opened: Connection[] = [];
  try {
    const [personas] = await Promise.all([seed(sql), once(empty, "message")]);
    const [first] = DEMO_PEOPLE;
    if (!first) throw new Error("The demo has no people.");
    const cookie = await signIn(installation.url, first);
    const requests = requestsFor(installation, personas, cookie);
    const emptyRequest = getRequest(`localhost:${emptyPort}`, apiPath("empty", undefined));
    const open = async (port: number) => {
      const connection = await openConnection(port);
      opened.push(connection);
      return connection;
    };
    const product = await open(installation.port);
    const floor = await open(emptyPort);
    let turn = 0;
    const oneOf = <T>(list: readonly T[]): T => {
      turn += 1;
      return list[turn % list.length] as T;
    };
    const ask = (connection: Connection, request: () => Buffer) => async () => {
      const { status, body } = await connection.ask(request());
      if (status !== 200) throw new Error(`The server answered ${status}: ${body}`);
    };
    const times = await latencies(
      [
        { name: "personas.get", call: ask(product, () => oneOf(requests.get)) },
        { name: "SQL of get", call: () => bareGet(sql, personas.workspaceId, oneOf(personas.documentIds)) },
        { name: "personas.list", call: ask(product, () => requests.list) },
        { name: "SQL of list", call: () => bareList(sql, personas.workspaceId) },
        { name: "empty procedure", call: ask(floor, () => emptyRequest) },
      ],
      ROUNDS,
    );
    const { table, goals } = latencyTable(times, personas);
    const load = await loadTable(installation, empty.pid ?? 0, open, emptyPort, {
      get: () => oneOf(requests.get),
      list: () => requests.list,
      empty: () => emptyRequest,
    });
    return { tables: [table, load.table], goals: [...goals, ...load.goals] };
  } finally {
    for (const connection of opened) connection.close();
    empty.disconnect();
    await sql.end({ timeout: 5 });
  }
}

async function seed(sql: postgres.Sql): Promise<ManyPersonas> {
  const [first, ...others] = await sql<{ id: string }[]>`
    select id from users order by email = ${DEMO_PEOPLE[0]?.email ?? ""} desc`;
  if (!first) throw new Error("The demo has no people.");
  const ids = others.map(({ id }) => id);
  return addManyPersonas(sql, first.id, ids, PERSONAS);
}

function requestsFor({ host }: Installation, { workspaceId, documentIds }: ManyPersonas, cookie: string) {
  const of = (procedure: string, input: object) => getRequest(host, apiPath(procedure, input), cookie);
  return {
    // A thousand different ones: neither side may live off one row.
    get: documentIds.slice(0, 1000).map((documentId) => of("personas.get", { workspaceId, documentId })),
    list: of("personas.list", { workspaceId, limit: 50 }),
  };
}

function latencyTable(times: Awaited<ReturnType<typeof latencies>>, personas: ManyPersonas) {
  const of = (name: string) => times.get(name) ?? { p50: Number.NaN, p95: Number.NaN };
  const empty = of("empty procedure");
  const goals: Goal[] = [];
  const rows = PROCEDURES.map(({ name, sql, goal }) => {
    const { p50, p95 } = of(name);
    const floor = of(sql).p50 + empty.p50;
    goals.push(atMost(`${name}, median`, p50, goal, " ms"), atMost(`${name} against its floor`, p50 / floor, 4, "×"));
    return [name, ...[p50, p95, of(sql).p50, empty.p50, floor, p50 / floor].map((value) => value.toFixed(2))];
  });
  const table: Table = {
    title: `API, one connection, ${PERSONAS.toLocaleString("en")} personas (ms)`,
    columns: ["procedure", "p50", "p95", "bare SQL", "empty procedure", "floor", "p50 ÷ floor"],
    rows,
    notes: [
      `Over HTTP, signed in, compressed as for a browser; one persona is ${(personas.contentBytes / 1000).toFixed(1)} kB, the list shows 50. Medians of ${ROUNDS.rounds} interleaved rounds of ${ROUNDS.calls} calls. The floor is one prepared statement with the same answer over the same driver, as the database's owner, plus an empty procedure behind the same front door.`,
    ],
  };
  return { table, goals };
}

async function loadTable(
  installation: Installation,
  emptyPid: number,
  open: (port: number) => Promise<Connection>,
  emptyPort: number,
  next: Readonly<Record<"get" | "list" | "empty", () => Buffer>>,
) {
  const connect8 = (port: number) => Promise.all(Array.from({ length: CONNECTIONS }, () => open(port)));
  const [product, floor] = [await connect8(installation.port), await connect8(emptyPort)];
  const api = processesBelow(installation.pid())?.get("api")?.[0];
  // The server alone on one core; load and database share the others.
  const isPinned = api !== undefined && pin(api, "0") && pin(emptyPid, "0") && pin(process.pid, others());
  const seen = { get: [] as number[], list: [] as number[], empty: [] as number[] };
  for (let round = 0; round <= LOAD.rounds; round++) {
    for (const name of ["get", "list", "empty"] as const) {
      const rate = await throughput(name === "empty" ? floor : product, next[name], LOAD.milliseconds);
      // The first round warms up.
      if (round > 0) seen[name].push(rate);
    }
  }
  if (isPinned) pin(process.pid, allCores());
  const rate = (name: keyof typeof seen) => median(seen[name]);
  const where = isPinned
    ? "The api process was pinned to one core; the load and the database had the rest of the machine."
    : "The api process could not be pinned; it computes on one thread.";
  const table: Table = {
    title: `API, ${CONNECTIONS} connections (requests a second)`,
    columns: ["procedure", "requests/s", "of an empty procedure's"],
    rows: [
      ["personas.get", rate("get").toFixed(0), `${((100 * rate("get")) / rate("empty")).toFixed(0)} %`],
      ["personas.list", rate("list").toFixed(0), `${((100 * rate("list")) / rate("empty")).toFixed(0)} %`],
      ["empty procedure", rate("empty").toFixed(0), "100 %"],
    ],
    notes: [`${where} Medians of ${LOAD.rounds} interleaved rounds of ${LOAD.milliseconds / 1000} s.`],
  };
  return { table, goals: [atLeast("personas.get at 8 connections on one core", rate("get"), 1000, "/s")] };
}

/** Every core but the first. */
function others(): string {
  const last = allCores().split("-")[1];
  return last === "0" ? "0" : `1-${last}`;
}
