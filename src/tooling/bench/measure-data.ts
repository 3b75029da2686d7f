// Questions about customers while somebody types, over HTTP, against DuckDB by itself with the same statements.
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { countMembers } from "@/features/datasets/questions/rule-question";
import { QuestionEngine } from "@/server/duckdb/question-engine";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import { bareConnection } from "./bare-sql";
import { openConnection } from "./connection";
import { call } from "./data-calls";
import { addCustomers, type Customers } from "./data-customers";
import { answered, bareCount, fiveConditions, questionRequest, ruleOf } from "./data-questions";
import type { Installation } from "./installation";
import { latencies } from "./load";
import { memoryOf, processesBelow } from "./process-tree";
import { atMost, type Goal, type Section } from "./report";
import { signIn } from "./sign-in";
import { median, quantile } from "./statistics";

const ROUNDS = { rounds: 7, calls: 20, warmUp: 10 };
const PEOPLE = 10;
const TYPED = 30;
const SEGMENTS = 20;

/** What an installation's environment needs so that its event loop can be watched, and where it tells. */
export function loopWatch(): { readonly env: Readonly<Record<string, string>>; readonly file: string } {
  const file = join(tmpdir(), `dramatis-loop-${process.pid}.json`);
  return { file, env: { NODE_OPTIONS: `--import ${new URL("watch-loop.mjs", import.meta.url)}`, LOOP_FILE: file } };
}

export interface DataBench {
  readonly installation: Installation;
  readonly loopFile: string;
  readonly userId: string;
  readonly cookie: string;
}

/** Goals in milliseconds, by the number of customers. */
const GOALS = new Map([
  [1_000_000, { p50: 15, p95: 40, panel: 120, crowd: 150, segments: 1_000 }],
  [10_000_000, { p50: 80, p95: 250, panel: null, crowd: null, segments: null }],
]);

/** Signs the demo's owner in. */
export async function openDataBench(installation: Installation, loopFile: string): Promise<DataBench> {
  const [owner] = DEMO_PEOPLE;
  const sql = bareConnection(installation.ownerUrl());
  const [person] = await sql<{ id: string }[]>`select id from users where email = ${owner?.email ?? ""}`;
  await sql.end({ timeout: 5 });
  if (!owner || !person) throw new Error("The demo has no people.");
  return { installation, loopFile, userId: person.id, cookie: await signIn(installation.url, owner) };
}

export async function measureData(bench: DataBench, count: number): Promise<Section> {
  const { installation, userId } = bench;
  const added = await addCustomers(installation, userId, count);
  const { workspaceId } = added;
  const { documentId } = await call<{ documentId: string }>(
    { ...bench, workspaceId },
    "segments.create",
    { title: "Five conditions" },
    "POST",
  );
  const customers = { ...added, documentId };
  const bare = await DuckDBInstance.create(":memory:", { memory_limit: "1024MB" });
  const connection = await bare.connect();
  await connection.run(`ATTACH '${customers.file}' AS data (READ_ONLY)`);
  try {
    const asking = { ...bench, customers };
    await loopDelay(bench);
    const counted = await measureCount(asking, connection);
    const panel = await measurePanel(asking);
    const crowd = await measureCrowd(asking);
    const loop = await loopDelay(bench);
    const segments = await measureSegments(customers, installation, connection);
    return report(count, { counted, panel, crowd, segments, loop, memory: apiMemory(installation) });
  } finally {
    connection.closeSync();
    bare.closeSync();
  }
}

interface Asking extends DataBench {
  readonly customers: Customers & { readonly documentId: string };
}

async function measureCount({ installation, cookie, customers }: Asking, bare: DuckDBConnection) {
  const connection = await openConnection(installation.port);
  try {
    const times = await latencies(
      [
        {
          name: "product",
          call: () =>
            answered(connection, questionRequest(installation.host, cookie, "countRule", customers, fiveConditions())),
        },
        { name: "bare", call: () => bareCount(bare, fiveConditions()) },
      ],
      ROUNDS,
    );
    const of = (name: string) => times.get(name) ?? { p50: Number.NaN, p95: Number.NaN };
    return { product: of("product"), bare: of("bare") };
  } finally {
    connection.close();
  }
}

/** Total, count of each condition, and what members are made of, as one edit makes the browser ask for them. */
async function measurePanel({ installation, cookie, customers }: Asking) {
  const parts = ["countRule", "countRows", "composition"];
  const connections = await Promise.all(parts.map(() => openConnection(installation.port)));
  const times: number[] = [];
  for (let turn = -3; turn < TYPED; turn += 1) {
    const rows = fiveConditions();
    const started = performance.now();
    await Promise.all(
      connections.map((connection, place) =>
        answered(connection, questionRequest(installation.host, cookie, parts[place] ?? "", customers, rows)),
      ),
    );
    if (turn >= 0) times.push(performance.now() - started);
  }
  for (const connection of connections) connection.close();
  return { p50: median(times), p95: quantile(times, 0.95) };
}

/** Ten people, each of whom asks five times a second, and gives up every third question a moment later. */
async function measureCrowd({ installation, cookie, customers }: Asking) {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, person) => {
      let connection = await openConnection(installation.port);
      for (let turn = 0; turn < TYPED; turn += 1) {
        await sleep(150 + ((turn * 37 + person * 61) % 100));
        const request = questionRequest(installation.host, cookie, "countRule", customers, fiveConditions());
        if (turn % 3 === 2) {
          const given = connection.ask(request).catch(() => {});
          await sleep(5);
          connection.close();
          await given;
          connection = await openConnection(installation.port);
          continue;
        }
        const started = performance.now();
        await answered(connection, request);
        times.push(performance.now() - started);
      }
      connection.close();
    }),
  );
  return { p50: median(times), p95: quantile(times, 0.95) };
}

/** As many rules as a workspace has segments, as the job of a new snapshot counts them, one after the other. */
async function measureSegments({ snapshot, file }: Customers, { data }: Installation, bare: DuckDBConnection) {
  const engine = await QuestionEngine.open({ folder: join(data, "questions"), memoryMegabytes: 1_024 });
  const [product, floor]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < 5; round += 1) {
      const started = performance.now();
      for (let n = 0; n < SEGMENTS; n += 1) {
        await countMembers({ engine, file }, { rule: ruleOf(fiveConditions()), snapshot, segments: new Map() });
      }
      const middle = performance.now();
      for (let n = 0; n < SEGMENTS; n += 1) await bareCount(bare, fiveConditions());
      product.push(middle - started);
      floor.push(performance.now() - middle);
    }
  } finally {
    await engine.close();
  }
  return { product: median(product), bare: median(floor) };
}

/** The longest that the api's event loop stood still since the last time; null where the system doesn't tell. */
async function loopDelay({ installation, loopFile }: DataBench): Promise<number | null> {
  const [pid] = processesBelow(installation.pid())?.get("api") ?? [];
  if (!pid) return null;
  process.kill(pid, "SIGUSR2");
  await sleep(500);
  const { longest } = JSON.parse(readFileSync(loopFile, "utf8")) as { longest: number };
  rmSync(loopFile);
  return longest;
}

function apiMemory(installation: Installation): number {
  return memoryOf(processesBelow(installation.pid())?.get("api") ?? []).rss;
}

interface Measured {
  readonly counted: Awaited<ReturnType<typeof measureCount>>;
  readonly panel: Awaited<ReturnType<typeof measurePanel>>;
  readonly crowd: Awaited<ReturnType<typeof measureCrowd>>;
  readonly segments: Awaited<ReturnType<typeof measureSegments>>;
  readonly loop: number | null;
  readonly memory: number;
}

function report(count: number, { counted, panel, crowd, segments, loop, memory }: Measured): Section {
  const many = `${count / 1e6} M`;
  const { product, bare } = counted;
  const goal = GOALS.get(count);
  const goals: Goal[] = [
    atMost(`${many}: count, median, over 1.5 × bare DuckDB`, product.p50 - 1.5 * bare.p50, 5, " ms"),
    ...(loop === null ? [] : [atMost(`${many}: event loop of the api stands still`, loop, 50, " ms")]),
  ];
  if (goal) {
    goals.push(atMost(`${many}: count, median`, product.p50, goal.p50, " ms"));
    goals.push(atMost(`${many}: count, p95`, product.p95, goal.p95, " ms"));
    if (goal.panel) goals.push(atMost(`${many}: whole panel, median`, panel.p50, goal.panel, " ms"));
    if (goal.crowd) goals.push(atMost(`${many}: ${PEOPLE} people at once, p95`, crowd.p95, goal.crowd, " ms"));
    if (goal.segments)
      goals.push(atMost(`${many}: ${SEGMENTS} segments counted`, segments.product, goal.segments, " ms"));
  }
  const cells = (values: readonly number[]) => values.map((value) => value.toFixed(1));
  return {
    tables: [
      {
        title: `Customer data, ${many} customers of twenty traits (ms)`,
        columns: ["what", "p50", "p95", "bare DuckDB p50", "p95"],
        rows: [
          ["count of five conditions", ...cells([product.p50, product.p95, bare.p50, bare.p95])],
          ["whole panel after an edit", ...cells([panel.p50, panel.p95]), "", ""],
          [`count while ${PEOPLE} people type`, ...cells([crowd.p50, crowd.p95]), "", ""],
          [`${SEGMENTS} segments counted, one by one`, ...cells([segments.product]), "", ...cells([segments.bare]), ""],
        ],
        notes: [
          `Over HTTP, signed in, warm, no question twice; bare DuckDB is asked the same statements in turn, of the same file. The panel is the total, the count of each condition and what sets members apart, asked at once. ${PEOPLE} people ask about five times a second each, and give up every third question after 5 ms. The api took ${memory.toFixed(0)} MB afterwards${loop === null ? "" : `; its event loop stood still for ${loop.toFixed(0)} ms at most`}.`,
        ],
      },
    ],
    goals,
  };
}
