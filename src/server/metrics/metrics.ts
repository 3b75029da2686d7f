// Figures of this process for Prometheus, and of what waits in the database. Labels have few values: names of routes, never
// anything that somebody chose or that grows with use.
import { readFileSync } from "node:fs";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RequestObserver } from "@/server/http/request-watch";
import type { QueueFigures } from "./queue-figures";

export interface MetricsSources {
  readonly live: () => { readonly connections: number; readonly documents: number };
  readonly questions: () => { readonly running: number; readonly waiting: number };
  /** May throw: then dramatis_database_up is 0 and what it would have said is left out. */
  readonly queues: () => Promise<QueueFigures>;
}

export interface Metrics {
  readonly observer: RequestObserver;
  readonly contentType: string;
  /** What a scrape reads. */
  read(): Promise<string>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function metrics({ live, questions, queues }: MetricsSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `dramatis_${name}`, help, labelNames, registers: [registry] });

  const requests = new Counter({
    name: "dramatis_http_requests_total",
    help: "Finished requests; route is a procedure, batch, or a pattern of paths.",
    labelNames: ["route", "method", "status"],
    registers: [registry],
  });
  const durations = new Histogram({
    name: "dramatis_http_request_duration_seconds",
    help: "From the first line of a request to the end of its answer; streams and sockets are left out.",
    labelNames: ["route"],
    buckets: SECONDS,
    registers: [registry],
  });
  const streams = gauge("streams", "Streams of events that pages listen to.");
  const connections = gauge("live_connections", "Sockets of live documents.");
  const documents = gauge("live_documents", "Live documents held open.");
  const running = gauge("questions_running", "Questions about customer data under way.");
  const waiting = gauge("questions_waiting", "Questions about customer data that wait for their turn.");
  const up = gauge("database_up", "Whether the database answered this scrape.");
  const fromDatabase = {
    jobsWaiting: gauge("jobs_waiting", "Jobs of the installation that are due and not begun."),
    jobsRunning: gauge("jobs_running", "Jobs of the installation under way."),
    jobsFailed: gauge("jobs_failed", "Jobs of the installation that were tried as often as they may be."),
    oldestSeconds: gauge("jobs_oldest_seconds", "For how long the oldest job that is due has waited."),
    deliveriesWaiting: gauge("deliveries_waiting", "Letters and calls of webhooks that wait to leave."),
    deliveriesFailed: gauge(
      "deliveries_failed",
      "Letters and calls of webhooks that were given up and are still kept.",
    ),
  };
  const databaseConnections = gauge("database_connections", "Connections to the database, of all processes.", [
    "state",
  ]);
  gauge("build_info", "Which Dramatis and which Node.", ["version", "node"]).set(
    { version: ownVersion(), node: process.versions.node },
    1,
  );

  const refresh = async () => {
    const held = live();
    connections.set(held.connections);
    documents.set(held.documents);
    const asked = questions();
    running.set(asked.running);
    waiting.set(asked.waiting);
    databaseConnections.reset();
    const figures = await queues().catch(() => undefined);
    up.set(figures ? 1 : 0);
    for (const [name, one] of Object.entries(fromDatabase)) {
      if (figures) one.set(figures[name as keyof typeof fromDatabase]);
      else one.remove();
    }
    for (const { state, count } of figures?.connections ?? []) databaseConnections.set({ state }, count);
  };
  return {
    observer: {
      onBegin: (isStream) => {
        if (isStream) streams.inc();
      },
      onEnd: ({ route, method, status, ms, isLasting, isStream }) => {
        requests.inc({ route, method, status });
        if (isStream) streams.dec();
        if (!isLasting) durations.observe({ route }, ms / 1_000);
      },
    },
    contentType: registry.contentType,
    read: async () => {
      await refresh();
      return registry.metrics();
    },
  };
}

function ownVersion(): string {
  const { version }: { readonly version?: unknown } = JSON.parse(readFileSync("package.json", "utf8"));
  return typeof version === "string" ? version : "unknown";
}
