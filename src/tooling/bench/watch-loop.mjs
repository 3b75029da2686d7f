// Loaded into every process of an installation that is measured; in the api it tells, when asked by a signal, how long the
// event loop stood still at most since it was last asked.
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

if (process.argv[1]?.endsWith("api.mjs")) {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  delay.enable();
  process.on("SIGUSR2", () => {
    const milliseconds = { longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6 };
    delay.reset();
    writeFileSync(`${process.env.LOOP_FILE}`, JSON.stringify(milliseconds));
  });
}
