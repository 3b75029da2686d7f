// A real PostgreSQL of one's own, for people who have none: made, started and stopped in a folder, on loopback only.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { handOver, type ServerAccount, serverAccount } from "./postgres-account";
import { type PostgresBinaries, postgresBinaries } from "./postgres-binaries";
import { endOrphan, endServerIfSame, readPostmaster } from "./postmaster";

const POSTGRES_MAJOR = "18";
const OWNER = "dramatis";
const DATABASE = "dramatis";
/** Lies in the data folder, so that a folder and its password are never parted. */
const PASSWORD_FILE = "owner-password";

export interface EmbeddedPostgresOptions {
  /** The data folder; made when missing. The caller sees to it that nobody else uses it at the same time. */
  readonly directory: string;
  /** Receives the server's messages. */
  readonly logFile: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Told before the slow part of a first start. */
  readonly onCreate?: () => void;
}

export interface EmbeddedPostgres {
  /** Connects as the owner of the database, who is superuser of this server. */
  readonly url: string;
  /** Rolls open transactions back and ends the server; resolves when it has ended. */
  stop(): Promise<void>;
  /** Settles when the server has ended, asked or not. */
  readonly ended: Promise<void>;
}

/** A data folder that this release can't open; nothing in it was touched. */
export class WrongPostgresMajor extends Error {
  constructor(directory: string, found: string) {
    super(
      `${directory} holds data of PostgreSQL ${found}, and this release runs PostgreSQL ${POSTGRES_MAJOR}. Nothing was changed. Point DATA_DIR at another folder, or run the release that made it and move the data over.`,
    );
  }
}

/** Starts a server in the folder, after ending one that a killed start left there. Throws sentences for people. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = path.resolve(options.directory);
  const binaries = postgresBinaries();
  refuseOtherMajor(directory);
  const account = serverAccount(binaries.postgres, directory);
  if (!existsSync(directory)) {
    options.onCreate?.();
    createCluster(directory, binaries, account, options.settings?.fsync === "off");
  }
  handOver(directory, account.owner);
  await endOrphan(directory);
  const server = await launch({ ...options, directory }, binaries, account);
  const url = urlOf(directory, server.port);
  try {
    await ensureDatabase(url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, stop: server.stop, ended: server.ended };
}

/** The URL of the server that another process runs in the folder; undefined when none is ready there. */
export function runningServerUrl(directory: string): string | undefined {
  const running = readPostmaster(directory);
  return running?.ready ? urlOf(directory, running.port) : undefined;
}

function urlOf(directory: string, port: number): string {
  const password = readFileSync(path.join(directory, PASSWORD_FILE), "utf8").trim();
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

function refuseOtherMajor(directory: string): void {
  if (!existsSync(directory)) return;
  const marker = path.join(directory, "PG_VERSION");
  if (!existsSync(marker)) {
    throw new Error(
      `${directory} isn't a PostgreSQL data folder. Nothing was changed. Move it away, or point DATA_DIR at another folder.`,
    );
  }
  const found = readFileSync(marker, "utf8").trim();
  if (found !== POSTGRES_MAJOR) throw new WrongPostgresMajor(directory, found);
}

/** Made beside its place and then renamed, so that a folder exists whole or not at all. */
function createCluster(
  directory: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
  isThrowAway: boolean,
): void {
  const draft = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  const password = randomBytes(24).toString("base64url");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  handOver(draft, account.owner);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  handOver(passwordFile, account.owner);
  try {
    const [command = binaries.initdb, ...rest] = [...account.prefix, binaries.initdb];
    const { status, stderr, error } = spawnSync(
      command,
      [
        ...rest,
        ...["-D", draft, "-U", OWNER, "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "--data-checksums"],
        // The same order and case rules on every operating system.
        ...["-E", "UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
        ...["--no-instructions", ...(isThrowAway ? ["--no-sync"] : [])],
      ],
      { ...account.identity, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] },
    );
    if (status !== 0) throw new Error(`The database couldn't be created: ${(error?.message ?? stderr).trim()}`);
    writeFileSync(path.join(draft, PASSWORD_FILE), password, { mode: 0o600 });
    renameSync(draft, directory);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

interface RunningServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
  readonly ended: Promise<void>;
}

async function launch(
  options: EmbeddedPostgresOptions,
  binaries: PostgresBinaries,
  account: ServerAccount,
): Promise<RunningServer> {
  // Between choosing a port and using it another program may take it.
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchOn(await freePort(), options, binaries, account);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

async function launchOn(
  port: number,
  { directory, logFile, settings = {} }: EmbeddedPostgresOptions,
  binaries: PostgresBinaries,
  account: ServerAccount,
): Promise<RunningServer> {
  const all = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    // Errors quote the values that a statement fell over; the process that asked reports what kind of error it was.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(logFile, "a", 0o600);
  const child =
    process.platform === "win32"
      ? // Only pg_ctl can start a server for an administrator, by giving up their rights.
        spawn(
          binaries.pgCtl,
          ["start", "-D", directory, "-l", logFile, "-W", "-o", flags.map((flag) => `"${flag}"`).join(" ")],
          { stdio: ["ignore", log, log], detached: true },
        )
      : spawn(
          account.prefix[0] ?? binaries.postgres,
          [
            ...account.prefix.slice(1),
            ...(account.prefix.length > 0 ? [binaries.postgres] : []),
            "-D",
            directory,
            ...flags,
          ],
          // A group of its own: Ctrl-C in the terminal must reach us first, who stop the server last.
          { ...account.identity, stdio: ["ignore", log, log], detached: true },
        );
  closeSync(log);
  const ended = process.platform === "win32" ? new Promise<void>(() => {}) : exitOf(child);
  await waitUntilReady(directory, port, child, logFile);
  const self = readPostmaster(directory);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= self ? endServerIfSame(directory, self) : Promise.resolve();
    return stopping;
  };
  return { port, ended, stop };
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
}

async function waitUntilReady(directory: string, port: number, child: ChildProcess, logFile: string): Promise<void> {
  // Recovery after a crash may take long; a minute of silence means that something is wrong.
  const deadline = Date.now() + 60_000;
  let failure: string | undefined;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", (code) => {
    if (process.platform !== "win32" || code !== 0) failure = lastWords(logFile);
  });
  while (Date.now() < deadline) {
    if (failure !== undefined)
      throw new Error(`The embedded PostgreSQL ended while starting: ${failure} (log: ${logFile})`);
    const state = readPostmaster(directory);
    if (state?.ready && state.port === port) return;
    await sleep(10);
  }
  child.kill("SIGQUIT");
  throw new Error(`The embedded PostgreSQL isn't ready after a minute (log: ${logFile})`);
}

function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, "utf8").trimEnd().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "without a word";
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => {} });
  try {
    const [existing] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!existing) await sql`create database ${sql(DATABASE)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** A port on loopback that nothing uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
