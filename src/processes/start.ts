// The one command: brings up database and processes, and takes them down together.
import { existsSync } from "node:fs";
import { env, fillEnv, logEnv, startEnv } from "@/env";
import { log } from "@/server/logging/log";
import { buildWeb } from "@/tooling/build-web";
import { type Child, type ChildOptions, startChild } from "./child-process";
import { type DataDirectory, openDataDirectory } from "./data-directory";
import { demandBoundRole, deriveAppUrl, migrate, seed, startEmbedded } from "./database";
import { EXIT } from "./exit-codes.mjs";
import { demandPort, listening } from "./ports";
import { API, WORKER, web } from "./programs";
import { reportProblem } from "./report-problem";
import { onSourceChange, rebuild } from "./restart-on-change";
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
/** Whether all processes have been ready once. */
let isUp = false;

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

/** For people in a terminal; a collector gets a line like all others. */
function say(text: string): void {
  if (logEnv().format === "json") log().write("info", "start", { says: text });
  else console.log(`  ${text}`);
}

async function bringUp(): Promise<void> {
  const given = startEnv();
  const data = await openDataDirectory(given.DATA_DIR);
  undo.push(data.release);
  stopping.signal.addEventListener("abort", data.announceEnd);
  stopping.signal.throwIfAborted();
  // What a killed start left behind ends by itself, and frees the port, within seconds.
  const wasKilled = existsSync(data.file("postgres/postmaster.pid"));
  await demandPort(given.PORT, given.HOST, wasKilled ? 4_000 : 0);
  const settings = await completeSettings(given, data, isDevelopment);
  const isEmbedded = given.DATABASE_URL === undefined;
  // The pages are built while the database comes up.
  await together([build(), bringUpDatabase(data, settings, given)]);
  stopping.signal.throwIfAborted();
  await runProcesses(settings);
  const hasMailServer = given.SMTP_URL !== undefined;
  if (logEnv().format === "json") log().write("info", "ready", { ms: Math.round(seconds() * 1_000) });
  else console.log(summary({ settings, data, hasMailServer, isEmbedded, seconds: seconds() }));
}

/** As `Promise.all`, but the others are told to stop and have done so when it rejects. */
async function together(tasks: readonly Promise<void>[]): Promise<void> {
  try {
    await Promise.all(tasks);
  } catch (error) {
    stopping.abort();
    await Promise.allSettled(tasks);
    throw error;
  }
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
  await demandBoundRole(appUrl);
  if (settings.isDemo) await seed(ownerUrl, appUrl);
}

/** Starts api, worker and web, and waits until all three do their work. */
async function runProcesses({ webPort }: Settings): Promise<void> {
  const patience = 16_000 + env().DRAIN_SECONDS * 1_000;
  const page = run(web(isDevelopment, webPort));
  let pair = [run(API), run(WORKER)];
  undo.push(async () => {
    // Requests that are under way may be for pages: those end last.
    await Promise.all(pair.map((child) => child.stop(patience)));
    await page.stop(4_000);
  });
  const ready = Promise.all([...pair.map((child) => child.ready), listening(webPort, stopping.signal)]);
  const aborted = new Promise<never>((_resolve, reject) => {
    stopping.signal.addEventListener("abort", () => reject(stopping.signal.reason));
  });
  await Promise.race([ready, aborted]);
  if (!isDevelopment) return;
  isUp = true;
  const replace = async () => {
    const old = pair;
    pair = [];
    await Promise.all(old.map((child) => child.stop(patience)));
    pair = [run(API), run(WORKER)];
    return pair;
  };
  onSourceChange(() => rebuild(replace), stopping.signal);
}

/** Starts a child; when it ends without being asked, everything does, save where the next change may help. */
function run(options: ChildOptions): Child {
  const child = startChild(options);
  const mayEnd = isDevelopment && isUp;
  void child.ended.then((how) => {
    if (!child.wasAsked() && !mayEnd) died(`The process "${child.name}"`, how);
  });
  return child;
}

function died(who: string, how: string): void {
  if (ending !== undefined) return;
  console.error(`\n  ${who} ended by itself (${how}). Everything is stopped.`);
  void end(EXIT.PROCESS_DIED);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(EXIT.OK));
// The launcher was killed.
process.on("disconnect", () => void end(EXIT.OK));

const bringingUp = bringUp();
bringingUp.catch((error: unknown) => {
  if (ending === undefined) void end(reportProblem(error));
});
