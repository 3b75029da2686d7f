// The product as people run it, in production mode, on a folder of its own that goes with the benchmark.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { envSchema } from "@/env";
import { freePort } from "@/server/db/embedded-postgres";
import { readPostmaster } from "@/server/db/postmaster";

export interface Installation {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Where everything lies that is not in the database. */
  readonly data: string;
  /** The database as its owner; only while it runs. */
  ownerUrl(): string;
  /** Id of the process that `npm start` would be. */
  pid(): number;
  /** Milliseconds until it is ready, from the call. */
  start(): Promise<number>;
  /** Milliseconds until all has ended. */
  stop(): Promise<number>;
  /** Stops and removes it. */
  remove(): Promise<void>;
}

/** Settings of the shell are for the product, not for its measurement. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !(name in envSchema.shape));
  return { ...Object.fromEntries(kept), NODE_ENV: "production" };
}

export interface InstallationOptions {
  /** The checkout; this one, unless another is named. */
  readonly root?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A start that takes longer has failed. */
  readonly limitMs?: number;
}

/** Starts nothing yet. */
export async function newInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const { root = process.cwd(), env = {}, limitMs = 120_000 } = options;
  const folder = mkdtempSync(path.join(tmpdir(), "dramatis-bench-"));
  const data = path.join(folder, "data");
  const log = path.join(folder, "product.log");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = { ...cleanEnvironment(), ...env, PORT: String(port), DATA_DIR: data, DEMO: "true" };
  let child: ChildProcess | undefined;

  const start = async () => {
    const started = performance.now();
    child = launch(root, environment, log);
    await untilReady(`${url}/api/ready`, child, log, limitMs);
    return performance.now() - started;
  };
  const stop = async () => {
    if (!child) return 0;
    const running = child;
    child = undefined;
    const started = performance.now();
    if (running.exitCode === null && running.signalCode === null) {
      const exit = once(running, "exit");
      running.kill("SIGTERM");
      await exit;
    }
    return performance.now() - started;
  };
  return {
    url,
    port,
    data,
    host: `localhost:${port}`,
    start,
    stop,
    pid: () => child?.pid ?? 0,
    ownerUrl: () => {
      const password = readFileSync(path.join(data, "postgres/owner-password"), "utf8").trim();
      const databasePort = readPostmaster(path.join(data, "postgres"))?.port;
      return `postgres://dramatis:${password}@127.0.0.1:${databasePort}/dramatis`;
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What `npm start` calls. */
function launch(root: string, env: NodeJS.ProcessEnv, log: string): ChildProcess {
  const file = openSync(log, "a");
  try {
    return spawn(process.execPath, ["src/processes/launch.mjs", "start"], {
      cwd: root,
      env,
      stdio: ["ignore", file, file],
    });
  } finally {
    closeSync(file);
  }
}

async function untilReady(url: string, child: ChildProcess, log: string, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (performance.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null) break;
    await sleep(10);
  }
  throw new Error(`The product didn't start:\n${readFileSync(log, "utf8").slice(-2000)}`);
}
