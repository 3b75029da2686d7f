// The linter's rules that the architecture leans on, each seen to report a planted line.
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BIOME = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ["noExplicitAny", "src/shared/any.ts", "export const size = (thing: any) => String(thing);"],
  ["noNonNullAssertion", "src/shared/sure.ts", "export const sure = (word?: string) => word!.length;"],
  ["noBarrelFile", "src/shared/barrel.ts", 'export * from "./ids";'],
  ["noProcessEnv", "src/server/mail/address.ts", "export const from = process.env.MAIL_FROM;"],
  ["noConsole", "src/server/mail/trace.ts", 'console.log("sent");'],
  ["useFilenamingConvention", "src/shared/badName.ts", "export const one = 1;"],
  ["noUndeclaredDependencies", "src/shared/chunk.ts", 'import chunk from "lodash";\nexport const halves = chunk;'],
  ["noRestrictedImports", "src/api/second.ts", 'import { initTRPC } from "@trpc/server";\nexport const t = initTRPC;'],
  ["noRestrictedImports", "src/api/who.ts", 'import NextAuth from "next-auth";\nexport const auth = NextAuth;'],
  [
    "noJsRestrictedProperties",
    "src/server/db/loose.ts",
    'import { sql } from "drizzle-orm";\nexport const loose = (text: string) => sql.raw(text);',
  ],
  [
    "noJsRestrictedProperties",
    "src/api/action.ts",
    "export const make = (procedure: { experimental_caller(): void }) => procedure.experimental_caller();",
  ],
  [
    "noFloatingPromises",
    "src/shared/loose.ts",
    "async function later(): Promise<number> {\n  return 1;\n}\nexport function now() {\n  later();\n}",
  ],
  [
    "noMisusedPromises",
    "src/shared/each.ts",
    "export const each = (list: string[], send: (word: string) => Promise<void>) =>\n  list.forEach(async (word) => { await send(word); });",
  ],
  ["noSkippedTests", "src/shared/ids.test.ts", 'import { test } from "vitest";\ntest.skip("later", () => {});'],
  ["noPlaywrightWaitForTimeout", "e2e/journeys/slow.spec.ts", "await page.waitForTimeout(1000);"],
  ["useButtonType", "src/ui/bare.tsx", "export const Bare = () => <button>Go</button>;"],
];

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location?: { readonly path?: unknown } }[];
}

let root: string;
let seen: string[];

function lint(folder: string): Promise<Report> {
  const flags = ["lint", "--config-path=src/tooling", "--reporter=json", "--max-diagnostics=none"];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [BIOME, ...flags], { cwd: folder, timeout: 60_000 }, (error, stdout, stderr) => {
      if (stdout) resolve(JSON.parse(stdout) as Report);
      else reject(error ?? new Error(stderr));
    });
  });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "dramatis-lint-"));
  for (const [, path, text] of planted) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), `${text}\n`);
  }
  await mkdir(join(root, "src/tooling"), { recursive: true });
  for (const path of ["package.json", "tsconfig.json", ".gitignore", "src/tooling/biome.json"]) {
    await copyFile(join(ROOT, path), join(root, path));
  }
  const { diagnostics } = await lint(root);
  seen = diagnostics.map(({ category, location }) => `${category.split("/").at(-1)} ${JSON.stringify(location?.path)}`);
}, 60_000);

afterAll(() => rm(root, { recursive: true, force: true }));

test.each(planted)("%s reports %s", (rule, path) => {
  expect(seen.filter((line) => line.startsWith(`${rule} `) && line.includes(path))).not.toEqual([]);
});
