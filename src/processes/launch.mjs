// What package.json's scripts call: makes a fresh clone ready, then runs the rest under the Node that the lockfile pins.
// Plain JavaScript without packages, for any Node from 20 on: nothing is installed yet when this begins.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isFresh } from "../tooling/build-state.mjs";
import { EXIT } from "./exit-codes.mjs";
import { ensureInstalled, pinnedNode } from "./install.mjs";
import { watchNpm } from "./npm-parent.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const BUNDLES = ["src/tooling/build-bundles-now.mjs"];
const TSX = ["--import", "tsx"];

/** What each command runs; `bundled` ones come from dist/, which is made first when it is stale. */
const COMMANDS = {
  start: { bundled: true, args: ["dist/start.mjs"], isService: true },
  build: { args: [...TSX, "src/tooling/build.ts"] },
  dev: { bundled: true, args: ["dist/start.mjs", "--dev"], isService: true },
  test: { args: [...TSX, "src/tooling/run-checks.ts", "test"] },
  check: { args: [...TSX, "src/tooling/run-checks.ts", "check"] },
  bench: { args: [...TSX, "src/tooling/bench/run.ts"] },
  backup: { bundled: true, args: ["dist/backup-command.mjs", "backup"], takesFile: true },
  restore: { bundled: true, args: ["dist/backup-command.mjs", "restore"], takesFile: true },
  "db:migrate": { bundled: true, args: ["dist/database-command.mjs", "migrate"] },
  "db:reset": { bundled: true, args: ["dist/database-command.mjs", "reset"] },
  "demo:reset": { bundled: true, args: ["dist/database-command.mjs", "demo"] },
};

/**
 * The environment of everything below: programs of our packages are found first, Node among them. Questions about customer
 * data hold threads of Node's pool while they take; passwords, files and names in it must not wait for them.
 */
function childEnvironment() {
  const own = process.env;
  const name = Object.keys(own).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const bin = path.join(root, "node_modules/.bin");
  const pool = own.UV_THREADPOOL_SIZE ?? "16";
  return { own, env: { ...own, [name]: `${bin}${path.delimiter}${own[name] ?? ""}`, UV_THREADPOOL_SIZE: pool } };
}

/** Runs Node to its end, handing signals on. Resolves with the exit code. */
function run(args, env, isService) {
  return new Promise((resolve, reject) => {
    // A service learns by the closed channel when this process is killed.
    const stdio = isService ? ["inherit", "inherit", "inherit", "ipc"] : "inherit";
    const child = spawn(pinnedNode(root), args, { cwd: root, env, stdio });
    const handOn = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, handOn);
    if (isService) {
      watchNpm(env.npm_lifecycle_event !== undefined, () => {
        if (child.connected) child.disconnect();
      });
    }
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

async function main([name, ...rest]) {
  const command = Object.hasOwn(COMMANDS, name ?? "") ? COMMANDS[name] : undefined;
  if (!command) {
    console.error(`Say one of: ${Object.keys(COMMANDS).join(", ")}.`);
    return EXIT.CONFIGURATION;
  }
  const { own, env } = childEnvironment();
  try {
    await ensureInstalled(root, own.npm_execpath?.endsWith(".js") ? own.npm_execpath : undefined);
  } catch (error) {
    console.error(`\n  ${error.message}`);
    return EXIT.BUILD;
  }
  if (command.bundled && !isFresh(root, "dist")) {
    const code = await run(BUNDLES, env, false);
    if (code !== 0) return EXIT.BUILD;
  }
  const dotEnv = path.join(root, ".env");
  const settings = existsSync(dotEnv) ? [`--env-file=${dotEnv}`] : [];
  // npm goes to the project's root; names of files are meant from where a person stands.
  const from = command.takesFile ? [`--from=${own.INIT_CWD ?? process.cwd()}`] : [];
  const args = [...settings, "--disable-warning=ExperimentalWarning", ...command.args, ...from, ...rest];
  return run(args, env, command.isService);
}

// At once: closed channels and inherited terminals can hold a process for seconds.
process.exit(await main(process.argv.slice(2)));
