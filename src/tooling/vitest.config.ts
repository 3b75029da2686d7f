import { globSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Tests that need the build; `npm test` runs them after it, with --project slow. */
const SLOW = "src/**/*.slow.test.ts";

/**
 * Tests of what a whole process shares, its environment and its connections to customer data, have a process each. All others
 * share theirs: to load the product anew for each of two hundred files took longer than the tests do.
 */
const ALONE = globSync("src/**/*.test.{ts,tsx}", { cwd: root, exclude: [SLOW] }).filter((file) =>
  /process\.env|fillEnv|stubEnv|appQuestions\(\)/.test(readFileSync(join(root, file), "utf8")),
);

export default defineConfig({
  root,
  resolve: { alias: { "@": fileURLToPath(new URL("..", import.meta.url)) } },
  test: {
    globalSetup: ["src/testing/global-setup.ts"],
    environment: "node",
    // What `env()` demands. A test that reaches for the product's own connection finds nobody there: it has a clone.
    env: {
      DATA_DIR: join(tmpdir(), `dramatis-tests-${process.pid}`),
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "only for tests, where nothing is secret",
      DATABASE_URL: "postgres://nobody@localhost:1/none",
      DATABASE_APP_URL: "postgres://somebody@localhost:1/none",
    },
    projects: [
      {
        extends: true,
        test: { name: "fast", include: ["src/**/*.test.{ts,tsx}"], exclude: [SLOW, ...ALONE], isolate: false },
      },
      { extends: true, test: { name: "alone", include: ALONE } },
      {
        extends: true,
        test: { name: "slow", include: [SLOW], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
    pool: "forks",
    // As in processes/api.ts: the driver writes once more to a connection that a test has ended under it.
    onUnhandledError: ({ stack }) => (/\bnextWrite\b/.test(stack ?? "") ? false : undefined),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    passWithNoTests: false,
  },
});
