// One connection, one request at a time.
import type postgres from "postgres";
import type { ApiBench } from "./api-bench";
import { bareGet, bareList } from "./bare-sql";
import { openConnection } from "./connection";
import { latencies } from "./load";
import { atMost, type Goal, type Table } from "./report";

const ROUNDS = { rounds: 15, calls: 150, warmUp: 600 };

/** Goals in milliseconds, and by what name the statement goes below. */
const PROCEDURES = [
  { name: "personas.get", statement: "SQL of get", goal: 2 },
  { name: "personas.list", statement: "SQL of list", goal: 3 },
] as const;

export async function measureLatency(bench: ApiBench, sql: postgres.Sql): Promise<{ table: Table; goals: Goal[] }> {
  const { personas } = bench;
  const [product, floor] = [await openConnection(bench.product.port), await openConnection(bench.floor.port)];
  const ask = (connection: typeof product, request: () => Buffer) => async () => {
    const { status, body } = await connection.ask(request());
    if (status !== 200) throw new Error(`The server answered ${status}: ${body}`);
  };
  let turn = 0;
  const nextId = () => {
    turn += 1;
    return personas.documentIds[turn % 1000] ?? "";
  };
  try {
    const times = await latencies(
      [
        { name: "personas.get", call: ask(product, bench.getPersona) },
        { name: "SQL of get", call: () => bareGet(sql, personas.workspaceId, nextId()) },
        { name: "personas.list", call: ask(product, bench.listPersonas) },
        { name: "SQL of list", call: () => bareList(sql, personas.workspaceId) },
        { name: "empty procedure", call: ask(floor, bench.callEmpty) },
      ],
      ROUNDS,
    );
    return report(times, bench);
  } finally {
    product.close();
    floor.close();
  }
}

function report(times: Awaited<ReturnType<typeof latencies>>, { personas }: ApiBench) {
  const of = (name: string) => times.get(name) ?? { p50: Number.NaN, p95: Number.NaN };
  const empty = of("empty procedure");
  const goals: Goal[] = [];
  const rows = PROCEDURES.map(({ name, statement, goal }) => {
    const { p50, p95 } = of(name);
    const floor = of(statement).p50 + empty.p50;
    goals.push(atMost(`${name}, median`, p50, goal, " ms"), atMost(`${name} against its floor`, p50 / floor, 4, "×"));
    return [name, ...[p50, p95, of(statement).p50, empty.p50, floor, p50 / floor].map((value) => value.toFixed(2))];
  });
  const kilobytes = (personas.contentBytes / 1000).toFixed(1);
  const count = personas.documentIds.length.toLocaleString("en");
  const table: Table = {
    title: `API, one connection, ${count} personas (ms)`,
    columns: ["procedure", "p50", "p95", "bare SQL", "empty procedure", "floor", "p50 ÷ floor"],
    rows,
    notes: [
      `Over HTTP, signed in, asked as a browser asks; one persona is ${kilobytes} kB, a page of the list shows 50. Medians of ${ROUNDS.rounds} interleaved rounds of ${ROUNDS.calls} calls. The floor is one hand-written prepared statement with the same answer over the same driver, past row-level security and without a transaction, plus an empty procedure behind the same front door.`,
    ],
  };
  return { table, goals };
}
