// A process of the suite's own, with everything it starts.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { createServer } from "node:net";

export interface Child {
  /** Settles when the process ends by itself. */
  readonly ended: Promise<never>;
  stop(): Promise<void>;
}

/** Starts Node with the arguments, writing what it says to `log`. */
export function startNode(args: readonly string[], env: NodeJS.ProcessEnv, log: string): Child {
  const file = openSync(log, "a");
  const child = spawn(process.execPath, args, {
    env,
    // The channel closes when this process is killed, and the child ends itself.
    stdio: ["ignore", file, file, "ipc"],
    detached: process.platform !== "win32",
  });
  const exit = once(child, "exit");
  let isStopping = false;
  const ended = exit.then(([code]) => {
    throw new Error(`${args.join(" ")} ended with ${code}. Its log is ${log}.`);
  });
  // Whoever waits for it hears of it; when nobody does, the tests themselves fail soon enough.
  ended.catch(() => {});
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    signal(child, "SIGTERM");
    const killer = setTimeout(() => signal(child, "SIGKILL"), 15_000);
    await exit;
    clearTimeout(killer);
  };
  return { ended, stop };
}

/** SIGTERM is for the process, which ends its children in order; SIGKILL for the whole group. */
function signal(child: ChildProcess, name: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(name === "SIGKILL" && process.platform !== "win32" ? -child.pid : child.pid, name);
  } catch {
    // It has ended by itself.
  }
}

/** A port on loopback that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port on loopback.");
  return address.port;
}

/** Asks until the address answers 200. */
export async function untilReady(url: string, child: Child, limitMs: number): Promise<void> {
  const deadline = Date.now() + limitMs;
  let last = "nothing";
  const ask = async () => {
    while (Date.now() < deadline) {
      const answer = await fetch(url).catch((error: Error) => error);
      if (answer instanceof Response && answer.ok) return;
      last = answer instanceof Response ? `${answer.status} ${await answer.text()}` : answer.message;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`${url} wasn't ready after ${limitMs / 1000} s; it last said: ${last}`);
  };
  await Promise.race([ask(), child.ended]);
}
