import { BadEnvironment } from "@/env";
import { EXIT } from "./exit-codes.mjs";
import { StartFailure } from "./start-failure";

/** Tells people why it can't go on, and returns the exit code. */
export function reportProblem(error: unknown): number {
  if (error instanceof BadEnvironment) {
    const count = error.problems.length === 1 ? "One setting is" : `${error.problems.length} settings are`;
    console.error(`\n  ${count} not right:\n${error.problems.map((text) => `  - ${text}`).join("\n")}\n`);
    return EXIT.CONFIGURATION;
  }
  if (error instanceof StartFailure) {
    console.error(`\n  ${error.message}\n`);
    return error.exitCode;
  }
  console.error(error);
  return EXIT.UNEXPECTED;
}
