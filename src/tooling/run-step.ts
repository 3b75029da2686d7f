// Runs one command of the checks: never for ever, and never leaving a process behind.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

export interface Command {
  /** Arguments of Node: a script and what it gets. */
  readonly args: readonly string[];
  readonly limitMinutes: number;
  readonly env: NodeJS.ProcessEnv;
}

export interface Outcome {
  readonly succeeded: boolean;
  readonly output: string;
  readonly seconds: number;
}

const HEARTBEAT_MS = 20_000;
const running = new Set<ChildProcess>();

/** Ends the command with everything it started. */
function stop(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** For Ctrl-C: what a check started ends with the check. */
export function stopEverything(): void {
  for (const child of running) stop(child, "SIGTERM");
}

function lastLine(output: string): string {
  const plain = stripVTControlCharacters(output).trimEnd();
  return plain
    .slice(plain.lastIndexOf("\n") + 1)
    .trim()
    .slice(0, 100);
}

/** Runs to the end or to the limit; `beat` hears now and then how far it is. */
export function runStep(command: Command, beat: (seconds: number, line: string) => void): Promise<Outcome> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(process.execPath, command.args, {
      env: command.env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    running.add(child);
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const heart = setInterval(() => beat(seconds(), lastLine(output)), HEARTBEAT_MS);
    const limit = setTimeout(() => {
      output += `\nStopped: not done after ${command.limitMinutes} minutes.\n`;
      stop(child, "SIGTERM");
      setTimeout(() => stop(child, "SIGKILL"), 10_000).unref();
    }, command.limitMinutes * 60_000);
    const end = (succeeded: boolean) => {
      clearInterval(heart);
      clearTimeout(limit);
      running.delete(child);
      // Whatever the command left behind in its group goes with it.
      stop(child, "SIGKILL");
      resolve({ succeeded, output, seconds: seconds() });
    };
    child.on("error", (error) => {
      output += error.message;
      end(false);
    });
    // `exit`, not `close`: a grandchild that keeps the pipe open must not keep the check waiting.
    child.on("exit", (code) => setTimeout(() => end(code === 0), 50));
  });
}
