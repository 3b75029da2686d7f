// Bundles the processes that are not Next's into dist/, so that they start quickly and need no TypeScript at run time.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beginBuild } from "./build-state.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export async function buildBundles() {
  const done = beginBuild(root, "dist");
  await build({
    absWorkingDir: root,
    entryPoints: ["start", "api", "worker", "end-with-parent"].map((name) => ({
      in: `src/processes/${name}${name === "end-with-parent" ? ".mjs" : ".ts"}`,
      out: name,
    })),
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    jsx: "automatic",
    logLevel: "warning",
  });
  done();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBundles();
