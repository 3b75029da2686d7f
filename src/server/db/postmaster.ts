// The server process of a data folder, as the file it leaves there describes it, and how to end it.
import { spawnSync } from "node:child_process";
import { readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { postgresBinaries } from "./postgres-binaries";

export interface Postmaster {
  readonly pid: number;
  /** Seconds since 1970; together with the pid it names one process for good. */
  readonly startedAt: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads `postmaster.pid`; undefined when there is none, or it is half written. */
export function readPostmaster(directory: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(path.join(directory, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const [pid, , startedAt, port] = lines.slice(0, 4).map(Number);
  if (!pid || !startedAt || !port) return undefined;
  return { pid, startedAt, port, ready: lines[7]?.trim() === "ready" };
}

/**
 * Ends what a killed start left behind in this folder, so that it doesn't block the next. The caller holds the lock of
 * the installation. A process that merely has the same number by now is left alone, and the stale file removed.
 */
export async function endOrphan(directory: string): Promise<void> {
  const orphan = readPostmaster(directory);
  if (!orphan || !isAlive(orphan.pid)) return;
  if (!isServerOf(orphan.pid, directory)) {
    // PostgreSQL would take the stranger for a server and refuse to start. Its shared memory still guards the folder.
    rmSync(path.join(directory, "postmaster.pid"), { force: true });
    return;
  }
  await endServer(directory, orphan.pid);
}

/** Ends the server described by `expected`, and no later one of the same folder. */
export async function endServerIfSame(directory: string, expected: Postmaster): Promise<void> {
  const current = readPostmaster(directory);
  if (current?.pid !== expected.pid || current.startedAt !== expected.startedAt) return;
  if (isAlive(current.pid) && isServerOf(current.pid, directory)) await endServer(directory, current.pid);
}

/** Clean within seconds as a rule; then harder, since the write-ahead log makes even the hardest end safe. */
async function endServer(directory: string, pid: number): Promise<void> {
  if (process.platform === "win32") {
    spawnSync(postgresBinaries().pgCtl, ["stop", "-D", directory, "-m", "fast", "-w", "-t", "8"], { stdio: "ignore" });
    return;
  }
  for (const [signal, patience] of [
    ["SIGINT", 3_000],
    ["SIGQUIT", 1_000],
    ["SIGKILL", 1_000],
  ] as const) {
    signalQuietly(pid, signal);
    if (await ended(pid, patience)) return;
  }
}

async function ended(pid: number, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A postmaster works in its data folder, and was told it by `-D`. */
function isServerOf(pid: number, directory: string): boolean {
  const real = realpathSync(directory);
  if (process.platform === "linux") {
    try {
      return (
        realpathSync(`/proc/${pid}/cwd`) === real && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres")
      );
    } catch {
      return false;
    }
  }
  if (process.platform === "win32") {
    return spawnSync(postgresBinaries().pgCtl, ["status", "-D", directory], { stdio: "ignore" }).status === 0;
  }
  const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.includes("postgres") && (stdout.includes(directory) || stdout.includes(real));
}
