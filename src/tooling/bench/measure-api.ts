// personas.get and personas.list over HTTP, signed in, against what bounds them.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type postgres from "postgres";
import { freePort } from "@/server/db/embedded-postgres";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import type { ApiBench } from "./api-bench";
import { measureLatency } from "./api-latency";
import { measureThroughput } from "./api-throughput";
import { bareConnection } from "./bare-sql";
import { getRequest } from "./connection";
import type { Installation } from "./installation";
import { addManyPersonas, type ManyPersonas } from "./many-personas";
import { processesBelow } from "./process-tree";
import type { Section } from "./report";
import { signIn } from "./sign-in";

const PERSONAS = 10_000;

export async function measureApi(installation: Installation): Promise<Section> {
  const sql = bareConnection(installation.ownerUrl());
  const emptyPort = await freePort();
  const empty = fork(fileURLToPath(new URL("empty-server.ts", import.meta.url)), [String(emptyPort)], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  try {
    const [owner] = DEMO_PEOPLE;
    if (!owner) throw new Error("The demo has no people.");
    const [personas] = await Promise.all([seed(sql, owner.email), once(empty, "message")]);
    const cookie = await signIn(installation.url, owner);
    const bench: ApiBench = {
      product: { port: installation.port, pid: processesBelow(installation.pid())?.get("api")?.[0] },
      floor: { port: emptyPort, pid: empty.pid },
      personas,
      ...requestsFor(installation.host, personas, cookie),
      callEmpty: always(getRequest(`localhost:${emptyPort}`, apiPath("empty", undefined))),
    };
    const latency = await measureLatency(bench, sql);
    const load = await measureThroughput(bench);
    return { tables: [latency.table, load.table], goals: [...latency.goals, ...load.goals] };
  } finally {
    if (empty.connected) empty.disconnect();
    await sql.end({ timeout: 5 });
  }
}

async function seed(sql: postgres.Sql, ownerEmail: string): Promise<ManyPersonas> {
  const [first, ...others] = await sql<{ id: string }[]>`select id from users order by email = ${ownerEmail} desc`;
  if (!first) throw new Error("The demo has no people.");
  const ids = others.map(({ id }) => id);
  return addManyPersonas(sql, first.id, ids, PERSONAS);
}

/** As the browser's client asks: a batch of one. */
function apiPath(procedure: string, input: object | undefined): string {
  return `/api/trpc/${procedure}?${new URLSearchParams({ batch: "1", input: JSON.stringify({ 0: input }) })}`;
}

function requestsFor(host: string, { workspaceId, documentIds }: ManyPersonas, cookie: string) {
  const of = (procedure: string, input: object) => getRequest(host, apiPath(procedure, input), cookie);
  // A thousand different ones: neither side may live off one row.
  const gets = documentIds.slice(0, 1000).map((documentId) => of("personas.get", { workspaceId, documentId }));
  let turn = 0;
  return {
    getPersona: () => {
      turn += 1;
      return gets[turn % gets.length] as Buffer;
    },
    listPersonas: always(of("personas.list", { workspaceId, limit: 50 })),
  };
}

function always<T>(value: T): () => T {
  return () => value;
}
