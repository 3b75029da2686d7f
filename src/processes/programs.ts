// How each process of an installation is started.
import type { ChildOptions } from "./child-process";

const NEXT = "node_modules/next/dist/bin/next";
/** Next greets with its inner address, which is nobody's to open. */
const GREETING = /^\s*(▲ Next\.js|- (Local|Network|Environments):|✓ (Starting|Ready))/;

export interface Programs {
  readonly api: ChildOptions;
  readonly worker: ChildOptions;
  readonly web: ChildOptions;
}

export function programs(isDevelopment: boolean, webPort: number): Programs {
  const address = ["-H", "127.0.0.1", "-p", String(webPort)];
  if (isDevelopment) {
    return {
      api: { name: "api", args: ["--import", "tsx", "src/processes/api.ts"] },
      worker: { name: "worker", args: ["--import", "tsx", "src/processes/worker.ts"] },
      web: {
        name: "web",
        args: ["--import", "./src/processes/end-with-parent.mjs", NEXT, "dev", ...address],
        mute: GREETING,
      },
    };
  }
  return {
    api: { name: "api", args: ["dist/api.mjs"] },
    worker: { name: "worker", args: ["dist/worker.mjs"] },
    web: {
      name: "web",
      // Kept longer than the front door keeps its side, so that it never writes to a connection just closed.
      args: ["--import", "./dist/end-with-parent.mjs", NEXT, "start", ...address, "--keepAliveTimeout", "70000"],
      mute: GREETING,
    },
  };
}
