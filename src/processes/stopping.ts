// How api and worker end: asked by `npm start`, by a signal, or because `npm start` is no more.

import { env } from "@/env";
import { reportFailure } from "@/server/failure-report";
import { log } from "@/server/logging/log";

/** Live documents are stored within eight seconds, and requests have four more; after this the process ends whatever hangs. */
const PATIENCE_MS = 14_000;

/**
 * Runs `stop` once, then ends the process. `orphaned` tells that nobody waits for us any more: the channel to
 * `npm start` closed without a word.
 */
export function endWhenAsked(stop: (orphaned: boolean) => Promise<void>): void {
  let ending = false;
  const end = (orphaned: boolean) => {
    if (ending) return;
    ending = true;
    const asked = performance.now();
    const exit = (outcome: string, code: number) => {
      log().write(code > 0 ? "error" : "info", "stopped", { outcome, ms: Math.round(performance.now() - asked) });
      process.exit(code);
    };
    log().write("info", "stopping", { orphaned });
    setTimeout(() => exit("something hung", 1), PATIENCE_MS + env().DRAIN_SECONDS * 1_000).unref();
    stop(orphaned).then(
      () => (process.exitCode ? exit("not everything was stored", 1) : exit("done", 0)),
      (error: unknown) => {
        reportFailure("stop", undefined, error);
        exit("failed", 1);
      },
    );
  };
  process.on("SIGTERM", () => end(false));
  process.on("SIGINT", () => end(false));
  process.on("message", (message) => {
    if (message === "stop") end(false);
  });
  process.on("disconnect", () => end(true));
}

/** Tells `npm start`, if it is the parent, that this process does its work. */
export function reportReady(): void {
  log().write("info", "ready", { pid: process.pid, ms: Math.round(performance.now()) });
  process.send?.("ready");
}
