import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { isLoopback } from "@/env";
import { EXIT } from "./exit-codes.mjs";
import { StartFailure } from "./start-failure";

/** Throws `StartFailure` when people's port can't be had within `patience` milliseconds. */
export async function demandPort(port: number, host: string, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  // "localhost" means both to a browser: a neighbour on the other one would get our visitors.
  const addresses = isLoopback(host) ? [host, "::1"] : [host];
  for (const address of addresses) {
    for (let problem = await problemOf(port, address); problem; problem = await problemOf(port, address)) {
      if (problem === "EADDRNOTAVAIL" && address !== host) break;
      if (problem !== "EADDRINUSE" || Date.now() > deadline) throw failure(port, host, problem);
      await sleep(200);
    }
  }
}

function failure(port: number, host: string, problem: string): StartFailure {
  if (problem === "EADDRINUSE") {
    const next = port < 65535 ? port + 1 : 3000;
    const hint = `Stop the other program, or choose another port, such as PORT=${next}.`;
    return new StartFailure(EXIT.PORT, `Port ${port} is in use by another program. ${hint}`);
  }
  if (problem === "EACCES") {
    return new StartFailure(EXIT.PORT, `Port ${port} may not be used without special rights. Choose one from 1024 on.`);
  }
  return new StartFailure(EXIT.PORT, `Dramatis can't listen on ${host}:${port} (${problem}). Check HOST and PORT.`);
}

function problemOf(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/** Resolves when something listens on the port of this machine. */
export async function listening(port: number, signal: AbortSignal): Promise<void> {
  while (!(await answers(port))) await sleep(25, undefined, { signal });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
