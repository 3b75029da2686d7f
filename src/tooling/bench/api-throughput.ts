// Eight connections that never pause.
import { availableParallelism } from "node:os";
import type { ApiBench, Target } from "./api-bench";
import { type Connection, openConnection } from "./connection";
import { throughput } from "./load";
import { pin, processorTime } from "./process-tree";
import { atLeast, type Goal, type Table } from "./report";
import { median } from "./statistics";

const CONNECTIONS = 8;
const ROUNDS = 5;
const ROUND_MS = 2_500;

interface Subject {
  readonly name: string;
  readonly target: Target;
  readonly request: () => Buffer;
  readonly connections: readonly Connection[];
  readonly rates: number[];
  /** Processor of the server, milliseconds a request. */
  readonly costs: number[];
}

export async function measureThroughput(bench: ApiBench): Promise<{ table: Table; goals: Goal[] }> {
  const of = async (name: string, target: Target, request: () => Buffer): Promise<Subject> => {
    const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(target.port)));
    return { name, target, request, connections, rates: [], costs: [] };
  };
  const subjects = [
    await of("personas.get", bench.product, bench.getPersona),
    await of("personas.list", bench.product, bench.listPersonas),
    await of("empty procedure", bench.floor, bench.callEmpty),
  ];
  const isPinned = pinServers(bench);
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      // The first round warms up.
      for (const subject of subjects) await measureOnce(subject, round > 0);
    }
  } finally {
    if (isPinned) pin(process.pid, `0-${availableParallelism() - 1}`);
    for (const { connections } of subjects) for (const connection of connections) connection.close();
  }
  return report(subjects, isPinned);
}

async function measureOnce({ target, request, connections, rates, costs }: Subject, isKept: boolean): Promise<void> {
  const before = target.pid === undefined ? undefined : processorTime(target.pid);
  const { answers, perSecond } = await throughput(connections, request, ROUND_MS);
  const after = target.pid === undefined ? undefined : processorTime(target.pid);
  if (!isKept) return;
  rates.push(perSecond);
  costs.push(before === undefined || after === undefined ? Number.NaN : (after - before) / answers);
}

/** The servers alone on the first core, load and database on the others; false where that can't be done. */
function pinServers({ product, floor }: ApiBench): boolean {
  const last = availableParallelism() - 1;
  if (last === 0 || product.pid === undefined || floor.pid === undefined) return false;
  return pin(product.pid, "0") && pin(floor.pid, "0") && pin(process.pid, `1-${last}`);
}

function report(subjects: readonly Subject[], isPinned: boolean) {
  const empty = median(subjects.at(-1)?.rates ?? []);
  const rate = (name: string) => median(subjects.find((subject) => subject.name === name)?.rates ?? []);
  const where = isPinned
    ? "The api process was pinned to one core; the load and the database had the rest of the machine."
    : "The api process could not be pinned to a core; it computes on one thread.";
  const table: Table = {
    title: `API, ${CONNECTIONS} connections`,
    columns: ["procedure", "requests/s", "of an empty procedure's", "processor of api, ms a request"],
    rows: subjects.map(({ name, rates, costs }) => [
      name,
      median(rates).toFixed(0),
      `${((100 * median(rates)) / empty).toFixed(0)} %`,
      median(costs).toFixed(2),
    ]),
    notes: [
      `${where} Medians of ${ROUNDS} interleaved rounds of ${ROUND_MS / 1000} s. Where others work on the same core, the processor's milliseconds tell more than requests a second.`,
    ],
  };
  return {
    table,
    goals: [atLeast(`personas.get, ${CONNECTIONS} connections, one core`, rate("personas.get"), 1000, "/s")],
  };
}
