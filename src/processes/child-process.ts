// The processes of an installation as children: in groups of their own, so that a whole group can be stopped.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { logEnv } from "@/env";
import { type LogLevel, log } from "@/server/logging/log";

export interface ChildOptions {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  /** Lines that nobody needs to see. */
  readonly mute?: RegExp;
}

export interface Child {
  readonly name: string;
  /** Resolves when the process says so; never, when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves with what the process ended by, such as "exit code 1". */
  readonly ended: Promise<string>;
  /** Whether `stop` was called. */
  wasAsked(): boolean;
  /** Asks it to end, and after `patience` milliseconds ends its group. */
  stop(patience: number): Promise<void>;
}

/** Starts Node; what it prints appears with its name. */
export function startChild({ name, args, mute }: ChildOptions): Child {
  const isPosix = process.platform !== "win32";
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: isPosix,
    windowsHide: true,
  });
  relay(child.stdout, "info", name, mute);
  relay(child.stderr, "error", name, mute);
  const ready = new Promise<void>((resolve) => {
    child.on("message", (message) => {
      if (message === "ready") resolve();
    });
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  let asked = false;
  const stop = (patience: number) => {
    asked = true;
    return stopChild(child, ended, patience);
  };
  return { name, ready, ended, stop, wasAsked: () => asked };
}

/** What is a line of a log already passes as it is; what Node or Next say by themselves becomes one. */
function relay(stream: Readable | null, level: LogLevel, name: string, mute: RegExp | undefined): void {
  if (!stream) return;
  const isForMachines = logEnv().format === "json";
  createInterface({ input: stream }).on("line", (line) => {
    if (line.trim() === "" || mute?.test(line)) return;
    if (!isForMachines) console.log(`[${name}] ${line}`);
    else if (line.startsWith('{"level":')) console.log(line);
    else log().write(level, "output", { process: name, line });
  });
}

async function stopChild(child: ChildProcess, ended: Promise<string>, patience: number): Promise<void> {
  if (child.connected) child.send("stop", () => {});
  const timer = setTimeout(() => killGroup(child), patience);
  await ended;
  clearTimeout(timer);
  // What it started and left behind goes with it.
  killGroup(child);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody is left.
  }
}
