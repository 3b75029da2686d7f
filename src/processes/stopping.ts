// How api and worker end: asked by `npm start`, by a signal, or because `npm start` is no more.

/** A request takes seconds at most, live documents are stored within eight; after this the process ends whatever hangs. */
const PATIENCE_MS = 12_000;

/**
 * Runs `stop` once, then ends the process. `orphaned` tells that nobody waits for us any more: the channel to
 * `npm start` closed without a word.
 */
export function endWhenAsked(stop: (orphaned: boolean) => Promise<void>): void {
  let ending = false;
  const end = (orphaned: boolean) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop(orphaned).then(
      () => process.exit(),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
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
  process.send?.("ready");
}
