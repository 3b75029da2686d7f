// Runs the commands of the pages for people that nothing else runs; docs-register.ts says which those are.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "@/server/db/embedded-postgres";
import { commandsSaid } from "./docs";

let folder: string;
/** A copy of what the commands that write would write into. */
let copy: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "docs-commands-"));
  copy = join(folder, "copy");
  for (const path of ["src", "drizzle", "package.json", "tsconfig.json", ".gitignore"]) {
    cpSync(path, join(copy, path), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As a person would type it: by npm, with nothing of the tests in the environment. */
function begin(command: string, cwd = ".", env: Readonly<Record<string, string>> = {}): ChildProcess {
  const PATH = [resolve("node_modules/.bin"), process.env.PATH].join(delimiter);
  const HOME = process.env.HOME ?? folder;
  const cache = process.env.npm_config_cache;
  const shell = { PATH, HOME, ...(cache && { npm_config_cache: cache }), NO_COLOR: "1", ...env };
  // Next's types insist on NODE_ENV, which each tool sets for itself.
  return spawn(command, { shell: true, cwd, env: shell as unknown as NodeJS.ProcessEnv, detached: true });
}

async function run(command: string, cwd?: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = begin(command, cwd);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

const migrations = () => readdirSync(join(copy, "drizzle")).filter((name) => name.endsWith(".sql"));

test("npm run db:generate finds nothing to do: tables and migrations agree", async () => {
  const before = migrations();
  const { code, output } = await run("npm run db:generate", copy);
  expect([code, output]).toEqual([0, expect.stringContaining("No schema changes")]);
  expect(migrations()).toEqual(before);
});

test("npm run db:generate -- --name what-changed writes a migration of what changed", async () => {
  const before = migrations();
  const added =
    'import { pgTable, text } from "drizzle-orm/pg-core";\nexport const added = pgTable("added", { word: text() });\n';
  writeFileSync(join(copy, "src/server/db/schema/added.ts"), added);
  expect(await run("npm run db:generate -- --name what-changed", copy)).toMatchObject({ code: 0 });
  const [written = "", ...others] = migrations().filter((name) => !before.includes(name));
  expect([written, others]).toEqual([expect.stringMatching(/^\d+_what-changed\.sql$/), []]);
  expect(readFileSync(join(copy, "drizzle", written), "utf8")).toContain('CREATE TABLE "added"');
});

const vitestCommand =
  "npx vitest run --config src/tooling/vitest.config.ts --project fast src/shared/date-text.test.ts";
test("npx vitest run --config src/tooling/vitest.config.ts --project fast src/shared/date-text.test.ts runs one file", async () => {
  const { code, output } = await run(vitestCommand);
  expect([code, output]).toEqual([0, expect.stringMatching(/Test Files\s+1 passed/)]);
});

test("npx biome check --config-path=src/tooling --write src/shared puts in order what isn't", async () => {
  const path = join(copy, "src/shared/date-text.ts");
  const proper = readFileSync(path, "utf8");
  writeFileSync(path, proper.replaceAll(/^ {2}/gm, "\t"));
  const command = "npx biome check --config-path=src/tooling --write src/shared";
  expect(await run(command, copy)).toMatchObject({ code: 0 });
  expect(readFileSync(path, "utf8")).toBe(proper);
});

test("npx playwright test --config e2e/playwright.config.ts two-people finds its journey", async () => {
  // Listed, not run: the step after this one runs it with all others, by the same configuration.
  const { code, output } = await run("npx playwright test --config e2e/playwright.config.ts two-people --list");
  expect([code, output]).toEqual([0, expect.stringMatching(/two-people\.spec\.ts[\s\S]+Total: \d+ tests? in 1 file/)]);
});

test("npm run bench -- publish ends with its figures, and the parts that pages and scripts name exist", async () => {
  const { code, output } = await run("npm run bench -- publish");
  expect([code, output]).toEqual([0, expect.stringMatching(/\|.+\|.+\|/)]);
  const refused = await run("npm run bench -- nonsense");
  expect(refused.code).not.toBe(0);
  const parts = /Name some of (.+), or none/.exec(refused.output)?.[1]?.split(", ") ?? [];
  const scripts = Object.values(JSON.parse(readFileSync("package.json", "utf8")).scripts as Record<string, string>);
  const named = [...commandsSaid().map(({ text }) => text), ...scripts]
    .map((text) => /(?:npm run bench --|launch\.mjs bench) (.+)$/.exec(text)?.[1] ?? "")
    .flatMap((words) => words.split(" "))
    .filter((word) => word !== "" && !word.startsWith("--"));
  expect(named.filter((word) => !parts.includes(word))).toEqual([]);
});

test("npm run dev becomes ready, and Ctrl-C ends it", async () => {
  const port = String(await freePort());
  const child = begin("npm run dev", ".", { PORT: port, DATA_DIR: join(folder, "dev"), DEMO: "false" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const isUp = () =>
    fetch(`http://localhost:${port}/api/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    const deadline = Date.now() + 90_000;
    while (!output.includes("Dramatis is ready") && child.exitCode === null && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect([child.exitCode, output]).toEqual([null, expect.stringContaining(`http://localhost:${port}`)]);
    expect(await isUp()).toBe(true);
  } finally {
    // The whole group, as a terminal does.
    if (child.exitCode === null) process.kill(-(child.pid ?? 0), "SIGINT");
    await ended;
  }
  expect(await isUp()).toBe(false);
});
