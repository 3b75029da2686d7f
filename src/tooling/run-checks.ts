// `npm run check` and `npm test`. Goes through every step whatever fails, and ends with one line of counts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { envSchema } from "@/env";
import { checkSteps, type Step } from "./check-steps";
import { type Outcome, runStep, stopEverything } from "./run-step";
import type { Counts } from "./test-counts";

/** The checks bring their own database, mail and secrets: whatever the shell has set up for the product stays out. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const product = new Set([...Object.keys(envSchema.shape), "NODE_OPTIONS"]);
  // A copy typed as what it is a copy of: Next's types insist on NODE_ENV, which each tool sets for itself.
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !product.has(name))) as NodeJS.ProcessEnv;
}

async function runCommands(step: Step): Promise<Outcome> {
  let outcome: Outcome = { succeeded: true, output: "", seconds: 0 };
  for (const command of step.commands) {
    const env = { ...cleanEnvironment(), ...command.env };
    const next = await runStep({ ...command, env }, (seconds, line) =>
      console.log(`    … ${step.name}, ${seconds.toFixed(0)} s: ${line}`),
    );
    outcome = {
      succeeded: next.succeeded,
      output: outcome.output + next.output,
      seconds: outcome.seconds + next.seconds,
    };
    if (!next.succeeded) break;
  }
  return outcome;
}

function asOne(succeeded: boolean): Counts {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0, skips: [], flaky: [] };
}

async function main(kind: "check" | "test"): Promise<void> {
  const reports = mkdtempSync(join(tmpdir(), "dramatis-checks-"));
  const total = { passed: 0, failed: 0, skipped: 0 };
  let isBuilt = true;
  let flaky = 0;
  for (const step of checkSteps(reports)) {
    if (step.needsBuild && kind === "check") continue;
    if (step.needsBuild && !isBuilt) {
      console.log(`skip  ${step.name}: the build failed`);
      total.skipped += 1;
      continue;
    }
    console.log(`      ${step.name} …`);
    const { succeeded, output, seconds } = await runCommands(step);
    const counts = step.count?.(succeeded) ?? asOne(succeeded);
    if (step.name === "build") isBuilt = succeeded;
    if (!succeeded) console.log(output.trimEnd());
    const detail = step.count ? `, ${counts.passed} passed, ${counts.failed} failed` : "";
    console.log(`${succeeded ? "ok   " : "FAIL "} ${step.name} (${seconds.toFixed(1)} s${detail})`);
    for (const skip of counts.skips) console.log(`skip  ${skip}`);
    for (const flake of counts.flaky) console.log(`flaky ${flake}`);
    flaky += counts.flaky.length;
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  rmSync(reports, { recursive: true, force: true });
  if (flaky > 0) console.log(`${flaky} of them passed at the second try only`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.on(signal, () => {
    stopEverything();
    process.exit(code);
  });
}

const kind = process.argv[2];
if (kind === "check" || kind === "test") await main(kind);
else {
  console.error('Say "check" or "test".');
  process.exitCode = 2;
}
