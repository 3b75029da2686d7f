// What `npm run check` and `npm test` consist of, in order.
import { join } from "node:path";
import type { Command } from "./run-step";
import { type Counts, playwrightCounts, vitestCounts } from "./test-counts";

export interface StepCommand extends Omit<Command, "env"> {
  /** Added to the environment of the checks. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Step {
  readonly name: string;
  /** Run one after the other; the first that fails ends the step. */
  readonly commands: readonly StepCommand[];
  /** Only for `npm test`. */
  readonly needsBuild?: true;
  /** Absent: the step counts as one. */
  readonly count?: (succeeded: boolean) => Counts;
}

const bin = (path: string) => join("node_modules", path);
const BIOME = bin("@biomejs/biome/bin/biome");
const VITEST = bin("vitest/vitest.mjs");
const TSX = ["--import", "tsx"] as const;

function vitest(projects: readonly string[], report: string, limitMinutes: number): StepCommand {
  const chosen = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    args: [VITEST, "run", "--config", "src/tooling/vitest.config.ts", ...chosen, ...reporters],
    limitMinutes,
  };
}

/** `reports` is an empty folder for the test runners' reports. */
export function checkSteps(reports: string): readonly Step[] {
  const fast = join(reports, "fast.json");
  const slow = join(reports, "slow.json");
  const browser = join(reports, "browser.json");
  return [
    {
      name: "format",
      commands: [{ args: [BIOME, "check", "--linter-enabled=false", "--config-path=src/tooling"], limitMinutes: 2 }],
    },
    {
      name: "lint",
      commands: [
        {
          args: [BIOME, "lint", "--config-path=src/tooling", "--error-on-warnings", "--diagnostic-level=warn"],
          limitMinutes: 2,
        },
      ],
    },
    {
      name: "types",
      commands: [
        { args: [bin("next/dist/bin/next"), "typegen"], limitMinutes: 3 },
        { args: [bin("typescript/bin/tsc"), "--project", "."], limitMinutes: 5 },
      ],
    },
    { name: "boundaries", commands: [{ args: [...TSX, "src/tooling/check-boundaries.ts"], limitMinutes: 3 }] },
    {
      name: "unused code",
      commands: [{ args: [bin("knip/bin/knip.js"), "--config", "src/tooling/knip.json"], limitMinutes: 3 }],
    },
    {
      name: "unit and database tests",
      commands: [vitest(["fast", "alone"], fast, 15)],
      count: (succeeded) => vitestCounts(fast, succeeded),
    },
    { name: "build", needsBuild: true, commands: [{ args: [...TSX, "src/tooling/build.ts"], limitMinutes: 8 }] },
    {
      name: "slow tests",
      needsBuild: true,
      commands: [vitest(["slow"], slow, 8)],
      count: (succeeded) => vitestCounts(slow, succeeded),
    },
    {
      name: "browser tests",
      needsBuild: true,
      commands: [
        {
          args: [bin("@playwright/test/cli.js"), "test", "--config", "e2e/playwright.config.ts"],
          limitMinutes: 12,
          env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
        },
      ],
      count: (succeeded) => playwrightCounts(browser, succeeded),
    },
  ];
}
