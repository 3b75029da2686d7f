// Needs the build.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { EXIT } from "./exit-codes.mjs";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(path.join(tmpdir(), "database-command-"));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function run(
  command: "db:migrate" | "db:reset" | "demo:reset",
  databaseUrl: string,
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const PATH = path.dirname(process.execPath);
  const child = spawn(process.execPath, ["src/processes/launch.mjs", command, ...args], {
    env: { NODE_ENV: "production", PATH, DATA_DIR: folder, DATABASE_URL: databaseUrl, DEMO: "true" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}

const workspaces = () => database.owner.sql`select 1 from workspaces`;

test("a reset empties the database on this machine and migrates it anew, but only when that is confirmed", async () => {
  await database.owner.sql`insert into workspaces (name, slug) values ('Doomed', 'doomed')`;
  const unasked = await run("db:reset", database.ownerUrl);
  expect([unasked.code, unasked.output]).toEqual([EXIT.CONFIGURATION, expect.stringContaining("--yes")]);
  expect(await workspaces()).toHaveLength(1);

  const confirmed = await run("db:reset", database.ownerUrl, "--yes");
  expect([confirmed.code, confirmed.output]).toEqual([EXIT.OK, expect.stringContaining("empty and up to date")]);
  expect(await workspaces()).toHaveLength(0);
});

test("the demo is made anew by one command, with nothing left of what people did or brought in", async () => {
  await database.owner.sql`insert into workspaces (name, slug) values ('Doomed', 'doomed')`;
  mkdirSync(path.join(folder, "files/snapshots"), { recursive: true });
  const unasked = await run("demo:reset", database.ownerUrl);
  expect([unasked.code, unasked.output]).toEqual([EXIT.CONFIGURATION, expect.stringContaining("--yes")]);
  expect(existsSync(path.join(folder, "files/snapshots"))).toBe(true);

  const confirmed = await run("demo:reset", database.ownerUrl, "--yes");
  expect([confirmed.code, confirmed.output]).toEqual([EXIT.OK, expect.stringContaining("as it was on the first day")]);
  expect(await database.owner.sql`select slug from workspaces`).toEqual([{ slug: "alder-pine" }]);
  expect(existsSync(path.join(folder, "files"))).toBe(false);
});

test("a database elsewhere is never reset", async () => {
  const { code, output } = await run("db:reset", "postgres://someone:hush@db.example.com/production", "--yes");
  expect([code, output]).toEqual([EXIT.CONFIGURATION, expect.stringContaining("not db.example.com")]);
});

test("migrating what is migrated changes nothing", async () => {
  expect(await run("db:migrate", database.ownerUrl)).toMatchObject({ code: EXIT.OK });
});
