// The one command: brings up database and processes, and takes them down together.
import { BadEnvironment, fillEnv, startEnv } from "@/env";
import { buildWeb } from "@/tooling/build-web";
import { type Child, startChild } from "./child-process";
import { type DataDirectory, openDataDirectory } from "./data-directory";
import { deriveAppUrl, migrate, seed, startEmbedded } from "./database";
import { EXIT } from "./exit-codes.mjs";
import { demandPort, listening } from "./ports";
import { programs } from "./programs";
import { restartOnChange } from "./restart-on-change";
import { completeSettings, type Settings } from "./settings";
import { StartFailure } from "./start-failure";
import { summary } from "./summary";

const started = performance.now();
const isDevelopment = process.argv.includes("--dev");
const seconds = () => (performance.now() - started) / 1000;

/** What to undo, last first. */
const undo: (() => Promise<void> | void)[] = [];
const stopping = new AbortController();
let ending: Promise<void> | undefined;

/** Takes everything down that is up, and ends this process. Only the first reason counts. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    stopping.abort();
    // What is half begun when the wish to stop arrives comes to its end, so that it can be undone.
    await bringingUp.catch(() => {});
    for (const step of undo.reverse()) await step();
    process.exit(code);
  })();
  return ending;
}

function say(text: string): void {
  console.log(`  ${text}`);
}

async function bringUp(): Promise<void> {
  const given = startEnv();
  const data = openDataDirectory(given.DATA_DIR);
  undo.push(data.release);
  await demandPort(given.PORT, given.HOST);
  const settings = await completeSettings(given, data, isDevelopment);
  const isEmbedded = given.DATABASE_URL === undefined;
  // The pages are built while the database comes up.
  const [built, database] = await Promise.allSettled([build(), bringUpDatabase(data, settings, given)]);
  for (const outcome of [database, built]) if (outcome.status === "rejected") throw outcome.reason;
  stopping.signal.throwIfAborted();
  await runProcesses(settings);
  const hasMailServer = given.SMTP_URL !== undefined;
  console.log(summary({ settings, data, hasMailServer, isEmbedded, seconds: seconds() }));
}

async function build(): Promise<void> {
  if (isDevelopment) return;
  try {
    const onBegin = () => say("Building the pages; this takes a minute …");
    await buildWeb({ root: process.cwd(), onBegin, signal: stopping.signal });
  } catch (error) {
    stopping.signal.throwIfAborted();
    throw new StartFailure(
      EXIT.BUILD,
      `The pages couldn't be built:\n${error instanceof Error ? error.message : error}`,
    );
  }
}

async function bringUpDatabase(data: DataDirectory, settings: Settings, given: ReturnType<typeof startEnv>) {
  let ownerUrl = given.DATABASE_URL;
  if (ownerUrl === undefined) {
    const server = await startEmbedded(data, () => say("Creating the database …"));
    undo.push(server.stop);
    void server.ended.then(() => died("The embedded PostgreSQL", "see postgres.log in DATA_DIR"));
    ownerUrl = server.url;
    fillEnv({ EMBEDDED_POSTGRES: data.file("postgres") });
  }
  stopping.signal.throwIfAborted();
  const appUrl = given.DATABASE_APP_URL ?? deriveAppUrl(ownerUrl, settings.authSecret);
  fillEnv({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl });
  await migrate(ownerUrl, appUrl);
  if (settings.isDemo) await seed(ownerUrl, appUrl);
}

/** Starts api, worker and web, and waits until all three do their work. */
async function runProcesses({ webPort }: Settings): Promise<void> {
  const { api, worker, web } = programs(isDevelopment, webPort);
  const start = isDevelopment ? (options: typeof api) => restartOnChange(options, stopping.signal) : startChild;
  const children = { api: start(api), worker: start(worker), web: startChild(web) };
  const all: readonly Child[] = Object.values(children);
  undo.push(async () => {
    await Promise.all(all.map((child) => child.stop(4_000)));
  });
  for (const child of all) void child.ended.then((how) => died(`The process "${child.name}"`, how));
  const ready = Promise.all([children.api.ready, children.worker.ready, listening(webPort, stopping.signal)]);
  const aborted = new Promise<never>((_resolve, reject) => {
    stopping.signal.addEventListener("abort", () => reject(stopping.signal.reason));
  });
  await Promise.race([ready, aborted]);
}

function died(who: string, how: string): void {
  if (stopping.signal.aborted) return;
  console.error(`\n  ${who} ended by itself (${how}). Everything is stopped.`);
  void end(EXIT.PROCESS_DIED);
}

function report(error: unknown): number {
  if (error instanceof BadEnvironment) {
    const count = error.problems.length === 1 ? "One setting is" : `${error.problems.length} settings are`;
    console.error(`\n  ${count} not right:\n${error.problems.map((text) => `  - ${text}`).join("\n")}\n`);
    return EXIT.CONFIGURATION;
  }
  if (error instanceof StartFailure) {
    console.error(`\n  ${error.message}\n`);
    return error.exitCode;
  }
  console.error(error);
  return EXIT.UNEXPECTED;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(EXIT.OK));
// The launcher was killed.
process.on("disconnect", () => void end(EXIT.OK));

const bringingUp = bringUp();
bringingUp.catch((error: unknown) => {
  if (stopping.signal.aborted) return;
  void end(report(error));
});
