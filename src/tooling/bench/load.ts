// Interleaved rounds: whatever else the machine does meets every subject alike.
import type { Connection } from "./connection";
import { median, quantile } from "./statistics";

export interface Subject {
  readonly name: string;
  readonly call: () => Promise<unknown>;
}

export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

export interface Rounds {
  readonly rounds: number;
  readonly calls: number;
  readonly warmUp: number;
}

/** Milliseconds of one call at a time: medians over the rounds of each round's quantiles, by the subjects' names. */
export async function latencies(
  subjects: readonly Subject[],
  { rounds, calls, warmUp }: Rounds,
): Promise<Map<string, Latency>> {
  const seen = new Map(subjects.map(({ name }) => [name, { p50: [] as number[], p95: [] as number[] }]));
  for (const { call } of subjects) await timed(call, warmUp);
  for (let round = 0; round < rounds; round++) {
    for (const { name, call } of subjects) {
      const times = await timed(call, calls);
      seen.get(name)?.p50.push(median(times));
      seen.get(name)?.p95.push(quantile(times, 0.95));
    }
  }
  return new Map([...seen].map(([name, { p50, p95 }]) => [name, { p50: median(p50), p95: median(p95) }]));
}

async function timed(call: () => Promise<unknown>, calls: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < calls; index++) {
    const started = performance.now();
    await call();
    times.push(performance.now() - started);
  }
  return times;
}

export interface Throughput {
  readonly answers: number;
  readonly perSecond: number;
}

/** All connections ask without a pause. */
export async function throughput(
  connections: readonly Connection[],
  request: () => Buffer,
  milliseconds: number,
): Promise<Throughput> {
  const started = performance.now();
  let answers = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() - started < milliseconds) {
        const { status } = await connection.ask(request());
        if (status !== 200) throw new Error(`The server answered ${status}.`);
        answers += 1;
      }
    }),
  );
  return { answers, perSecond: (answers * 1000) / (performance.now() - started) };
}
