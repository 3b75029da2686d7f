import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect } from "./client";
import { type EmbeddedPostgres, startEmbeddedPostgres, WrongPostgresMajor } from "./embedded-postgres";

let folder: string;
let directory: string;
let running: EmbeddedPostgres[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "embedded-postgres-"));
  chmodSync(folder, 0o711);
  directory = path.join(folder, "postgres");
});
afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const settings = { fsync: "off" };
  const server = await startEmbeddedPostgres({ directory, logFile: path.join(folder, "log"), settings });
  running.push(server);
  return server;
}

async function ask(url: string, query: string): Promise<string> {
  const { sql, close } = connect(url, 1);
  try {
    const [row] = await sql.unsafe(query);
    return String(Object.values(row ?? {})[0]);
  } finally {
    await close();
  }
}

test("a folder becomes a PostgreSQL 18 on loopback that asks for its password and checks its pages", async () => {
  const { url } = await start();
  expect(await ask(url, "show server_version_num")).toMatch(/^18\d{4}$/);
  expect(await ask(url, "show listen_addresses")).toBe("127.0.0.1");
  expect(await ask(url, "show server_encoding")).toBe("UTF8");
  expect(await ask(url, "show data_checksums")).toBe("on");
  expect(await ask(url, "select datlocale from pg_database where datname = current_database()")).toBe("C.UTF-8");
  const guess = new URL(url);
  guess.password = "guess";
  await expect(ask(guess.href, "select 1")).rejects.toThrow(/password authentication failed/);
});

test("data outlives a stop, and so does the password", async () => {
  const first = await start();
  await ask(first.url, "create table kept as select 42 as answer");
  await first.stop();
  const second = await start();
  expect(await ask(second.url, "select answer from kept")).toBe("42");
  expect(new URL(second.url).password).toBe(new URL(first.url).password);
});

test("a server that a killed start left in the folder is ended before the next begins", async () => {
  const orphan = await start();
  await ask(orphan.url, "create table kept as select 42 as answer");
  const next = await start();
  await orphan.ended;
  expect(await ask(next.url, "select answer from kept")).toBe("42");
});

test("another program with the number of a server long gone is left alone, and doesn't block the start", async () => {
  const first = await start();
  const note = readFileSync(path.join(directory, "postmaster.pid"), "utf8");
  await first.stop();
  writeFileSync(path.join(directory, "postmaster.pid"), note.replace(/^\d+/, String(process.pid)));
  const second = await start();
  expect(await ask(second.url, "select 1")).toBe("1");
});

test("what a creation that was broken off left behind doesn't block the next", async () => {
  mkdirSync(`${directory}.new`);
  writeFileSync(path.join(`${directory}.new`, "half"), "");
  const { url } = await start();
  expect(await ask(url, "select 1")).toBe("1");
  expect(existsSync(`${directory}.new`)).toBe(false);
});

test("data of another major version is refused by a sentence and not touched", async () => {
  mkdirSync(directory);
  writeFileSync(path.join(directory, "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(WrongPostgresMajor);
  await expect(start()).rejects.toThrow(/holds data of PostgreSQL 17/);
  expect(readdirSync(directory)).toEqual(["PG_VERSION"]);
});

test("a folder with other things in it is refused and not touched", async () => {
  mkdirSync(directory);
  writeFileSync(path.join(directory, "letter.txt"), "Dear");
  await expect(start()).rejects.toThrow(/isn't a PostgreSQL data folder/);
  expect(readdirSync(directory)).toEqual(["letter.txt"]);
});
