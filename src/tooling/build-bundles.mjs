// Bundles the processes that are not Next's into dist/, packages included: Drizzle alone takes 180 MB and a second when
// Node loads its 300 modules one by one, and 15 MB and a tenth of a second as part of one file (measured).
import { build } from "esbuild";
import { beginBuild } from "./build-state.mjs";

/** Native code, and what looks for files beside itself. */
const LEFT_IN_PACKAGES = ["@duckdb/node-api", "@node-rs/argon2", "graphile-worker", "esbuild", "sharp"];

/**
 * Fails with a message for each mistake in the sources, which is also printed.
 * @param {string} root
 */
export async function buildBundles(root) {
  const done = beginBuild(root, "dist");
  await build({
    absWorkingDir: root,
    entryPoints: {
      start: "src/processes/start.ts",
      api: "src/processes/api.ts",
      worker: "src/processes/worker.ts",
      "data-reader": "src/processes/data-reader.ts",
      "group-thread": "src/features/datasets/discovery/grouping/group-thread.ts",
      "database-command": "src/processes/database-command.ts",
      "backup-command": "src/processes/backup/backup-command.ts",
      "end-with-parent": "src/processes/end-with-parent.mjs",
      "web-output": "src/processes/web-output.ts",
    },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    external: LEFT_IN_PACKAGES,
    platform: "node",
    format: "esm",
    target: "node24",
    jsx: "automatic",
    // Packages of the older kind call it.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  done();
}
