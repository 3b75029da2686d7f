// How each process of an installation is started.
import type { ChildOptions } from "./child-process";

const NEXT = "node_modules/next/dist/bin/next";
/** Next greets with its inner address, which is nobody's to open. */
const GREETING = /^\s*(▲ Next\.js|- (Local|Network|Environments):|✓ (Starting|Ready|Running next\.config))/;

/** Young generations are kept small: memory that an idle process took once is hardly ever given back. */
export const API: ChildOptions = { name: "api", args: ["--max-semi-space-size=4", "dist/api.mjs"] };
export const WORKER: ChildOptions = { name: "worker", args: ["--max-semi-space-size=1", "dist/worker.mjs"] };

/** Next with a module loaded before it that ends it with us; otherwise as anybody would start it. */
export function web(isDevelopment: boolean, port: number): ChildOptions {
  const address = ["-H", "127.0.0.1", "-p", String(port)];
  // Connections are kept longer than the front door keeps its side, so that it never writes to one just closed.
  const command = isDevelopment ? ["dev", ...address] : ["start", ...address, "--keepAliveTimeout", "70000"];
  // 4 MB for the young generation saves 40 MB at the same number of pages a second (measured).
  const flags = isDevelopment ? [] : ["--max-semi-space-size=4", "--import", "./dist/web-output.mjs"];
  return { name: "web", args: [...flags, "--import", "./dist/end-with-parent.mjs", NEXT, ...command], mute: GREETING };
}
