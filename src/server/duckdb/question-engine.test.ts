import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { materialise } from "./materialise";
import { type Question, QuestionEngine } from "./question-engine";

let folder: string;
let outside: string;
let engine: QuestionEngine;
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), "engine-"));
  folder = join(outside, "questions");
  await mkdir(folder);
  engine = await QuestionEngine.open({ folder, memoryMegabytes: 128, threads: 2 });
});
afterEach(async () => {
  await engine.close();
  await rm(outside, { recursive: true });
});

/** A database file with `customers` of so many rows. */
async function lay(file: string, rows = 10): Promise<string> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE customers AS SELECT i::INTEGER AS _row, i % 7 AS n FROM range(${rows}) t(i)`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

const count = (file: string, where = "TRUE"): Question => ({
  sql: `SELECT count(*) AS n FROM {data}.customers WHERE ${where}`,
  params: [],
  files: { data: file },
});
/** Takes minutes when nobody interrupts it. */
const endless = (n = 0): Question => ({
  sql: `SELECT count(*) AS n FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range + ${n}) % 7 = 3`,
  params: [],
  files: {},
});
/** A condition that is true, after a while. */
const SLOWLY = "(SELECT count(*) FROM range(50000000) r WHERE hash(r.range) % 7 = 0) >= 0";
const bare = (sql: string): Question => ({ sql, params: [], files: {} });

test("answers come as plain values", async () => {
  const [row] = await engine.ask(
    bare(`SELECT 1::BIGINT AS whole, 18446744073709551615::UBIGINT AS huge, 1.5::DOUBLE AS part, NULL AS none, TRUE AS yes,
      DATE '2026-11-01' AS day, TIMESTAMP '2026-11-01 00:00:00' AS midnight, TIMESTAMP '2026-11-01 10:30:00' AS moment,
      ['a', NULL] AS list, 1.25::DECIMAL(5, 2) AS decimal`),
  );
  expect(row).toEqual({
    ...{ whole: 1, huge: "18446744073709551615", part: 1.5, none: null, yes: true },
    ...{ day: "2026-11-01", midnight: "2026-11-01T00:00:00", moment: "2026-11-01T10:30:00" },
    ...{ list: ["a", null], decimal: 1.25 },
  });
});

test("parameters are values, whatever they say", async () => {
  const text = `'; DROP TABLE customers; -- {data} $1 "`;
  const file = await lay(join(folder, "a.duckdb"));
  const question: Question = {
    sql: "SELECT $1 AS text, len($2) AS many, list_contains($3, 18446744073709551615::UBIGINT) AS has",
    params: [
      { type: "text", value: text },
      { type: "texts", value: [text, ""] },
      { type: "keys", value: ["18446744073709551615"] },
    ],
    files: { data: file },
  };
  expect(await engine.ask(question)).toEqual([{ text, many: 2, has: true }]);
  expect(await engine.ask(count(file))).toEqual([{ n: 10 }]);
});

test("nothing is read or written outside of the folder, and no setting changes", async () => {
  const secret = join(outside, "secret.csv");
  await writeFile(secret, "a\n1\n");
  const foreign = await lay(join(outside, "foreign.duckdb"));
  const inside = await lay(join(folder, "inside.duckdb"));
  for (const sql of [
    `FROM read_csv('${secret}')`,
    `FROM '${secret}'`,
    `FROM read_text('${secret}')`,
    `FROM glob('${outside}/*')`,
    `FROM read_text('${folder}/../secret.csv')`,
    `ATTACH '${foreign}' AS foreign_file`,
    `ATTACH '${join(outside, "new.duckdb")}' AS new_file`,
    `COPY (SELECT 1) TO '${join(outside, "out.csv")}'`,
    `COPY (SELECT 1) TO '${join(folder, "out.csv")}'`,
    "SELECT 1; SELECT 2",
    "SET VARIABLE a = 1",
    `EXPORT DATABASE '${outside}/out'`,
    "FROM read_csv('https://example.org/a.csv')",
    "INSTALL httpfs",
    "LOAD httpfs",
    "INSTALL spatial FROM community",
    `LOAD '${outside}/evil.duckdb_extension'`,
    "SET enable_external_access = true",
    "SET memory_limit = '100GB'",
    `SET allowed_directories = ['${outside}/']`,
    `SET temp_directory = '${outside}'`,
    "RESET lock_configuration",
    "PRAGMA enable_profiling",
    "CREATE SECRET (TYPE s3)",
  ]) {
    await expect(engine.ask(bare(sql)), sql).rejects.toThrow();
  }
  expect((await readdir(outside)).toSorted()).toEqual(["foreign.duckdb", "questions", "secret.csv"]);
  await expect(engine.ask({ ...count(foreign) })).rejects.toThrow();
  for (const sql of [
    "DELETE FROM {data}.customers",
    "CREATE TABLE {data}.x AS SELECT 1",
    "DROP TABLE {data}.customers",
  ]) {
    await expect(engine.ask({ ...count(inside), sql })).rejects.toThrow();
  }
  expect(await engine.ask(count(inside))).toEqual([{ n: 10 }]);
});

test("what takes more memory than there is, is refused, and the next question is answered", async () => {
  const huge = "SELECT list(repeat(i::VARCHAR, 20)) AS all_of_them FROM range(20000000) t(i)";
  await expect(engine.ask(bare(huge))).rejects.toMatchObject({ code: "LIMIT" });
  expect(await engine.ask(bare("SELECT 1 AS n"))).toEqual([{ n: 1 }]);
});

test("an answer that is too long for this process is refused", async () => {
  await expect(engine.ask(bare("SELECT i FROM range(300000) t(i)"))).rejects.toMatchObject({ code: "LIMIT" });
  expect(await engine.ask(bare("SELECT i FROM range(5000) t(i) ORDER BY i"))).toHaveLength(5_000);
});

test("equal questions are asked once, and go on while anybody waits", async () => {
  const file = await lay(join(folder, "a.duckdb"), 200_000);
  const slow = count(file, SLOWLY);
  const first = new AbortController();
  const left = engine.ask(slow, first.signal);
  const [a, b] = [engine.ask({ ...slow }), engine.ask({ ...slow }, new AbortController().signal)];
  first.abort(new Error("gone"));
  await expect(left).rejects.toThrow("gone");
  const [rows, same] = await Promise.all([a, b]);
  expect(same).toBe(rows);
  expect(await engine.ask({ ...slow })).toBe(rows);
  await engine.forget(file);
  const anew = await engine.ask({ ...slow });
  expect(anew).toEqual(rows);
  expect(anew).not.toBe(rows);
});

test("cancelled questions keep nobody waiting, and more of them than there are turns", async () => {
  const file = await lay(join(folder, "a.duckdb"));
  for (const pause of [0, 1, 5, 50]) {
    const stops = Array.from({ length: 20 }, () => new AbortController());
    const given = stops.map(({ signal }, n) => engine.ask(endless(n), signal));
    await new Promise((resolve) => setTimeout(resolve, pause));
    for (const stop of stops) stop.abort(new Error("typed on"));
    for (const one of await Promise.allSettled(given)) expect(one).toMatchObject({ status: "rejected" });
    expect(await engine.ask(count(file, `n = ${pause}`))).toHaveLength(1);
  }
  // All of them have ended, else this would wait for minutes.
  await engine.close();
});

test("long questions let short ones pass", async () => {
  const file = await lay(join(folder, "a.duckdb"));
  const stop = new AbortController();
  // More than turns, fewer than threads of Node's pool, which tests have four of.
  const long = Array.from({ length: 3 }, (_, n) => engine.ask(endless(n), stop.signal));
  const ended = Promise.allSettled(long);
  for (const n of [1, 2, 3]) expect(await engine.ask(count(file, `n = ${n}`))).toHaveLength(1);
  stop.abort(new Error("enough"));
  await ended;
});

test("a question that is asked again after it was cancelled is answered", async () => {
  const file = await lay(join(folder, "a.duckdb"), 50_000);
  const slow = count(file, SLOWLY);
  const stop = new AbortController();
  const first = engine.ask(slow, stop.signal);
  stop.abort(new Error("gone"));
  const second = engine.ask(slow);
  await expect(first).rejects.toThrow("gone");
  expect(await second).toEqual([{ n: 50_000 }]);
});

test("a file that is gone is said to be, also when it goes while it is asked", async () => {
  await expect(engine.ask(count(join(folder, "none.duckdb")))).rejects.toMatchObject({ code: "NOT_FOUND" });
  const file = await lay(join(folder, "a.duckdb"), 200_000);
  const slow = count(file, SLOWLY);
  const asked = engine.ask(slow);
  await engine.ask(count(file));
  const forgotten = engine.forget(file);
  await rm(file);
  // Who asked before is answered out of what was there; who asks now isn't.
  const late = engine.ask(count(file, "n = 1"));
  await expect(late).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await asked).toEqual([{ n: 200_000 }]);
  await forgotten;
  await lay(file, 3);
  expect(await engine.ask(count(file))).toEqual([{ n: 3 }]);
});

test("more files than are kept attached, asked and forgotten at once", async () => {
  const first = await lay(join(folder, "0.duckdb"), 5);
  const files = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const file = join(folder, `${n + 1}.duckdb`);
      await materialise(file, async () => ({ customers: await parquetOf(first, n + 1) }), 64);
      return file;
    }),
  );
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(
      files.flatMap((file, n) => [
        engine.ask(count(file, `${round} = ${round}`)),
        ...(n % 3 === round ? [engine.forget(file)] : []),
        engine.ask({
          sql: `SELECT count(*) + ${round} AS n FROM {a}.customers, {b}.customers`,
          params: [],
          files: { a: file, b: files[(n + 7) % files.length] ?? file },
        }),
      ]),
    );
    const counts = answers.filter((one) => Array.isArray(one)).map(([row]) => row?.n);
    const expected = files.flatMap((_, n) => [n + 1, (n + 1) * (((n + 7) % 40) + 1) + round]);
    expect(counts).toEqual(expected);
  }
});

async function parquetOf(_beside: string, rows: number): Promise<string> {
  const file = join(outside, `${rows}.parquet`);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT i::INTEGER AS _row, i AS n FROM range(${rows}) t(i)) TO '${file}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return file;
}

test("who is waiting when it is closed is told", async () => {
  const given = Array.from({ length: 12 }, (_, n) => engine.ask(endless(n)));
  const all = Promise.allSettled(given);
  await engine.close();
  for (const one of await all) expect(one).toMatchObject({ status: "rejected", reason: { code: "UPSTREAM" } });
  await expect(engine.ask(bare("SELECT 1"))).rejects.toMatchObject({ code: "UPSTREAM" });
  expect(await readdir(join(folder, "tmp"))).toEqual([]);
});

test("no copy stays of files that are deleted while it is made", async () => {
  const parquet = await parquetOf("", 2_000_000);
  const target = join(folder, "deleted.duckdb");
  const making = materialise(target, async () => ({ customers: parquet }), 256);
  making.catch(() => {});
  await expect
    .poll(async () => (await readdir(folder)).some((name) => name.startsWith("deleted.duckdb.")), { interval: 1 })
    .toBe(true);
  await rm(parquet);
  await expect(making).rejects.toThrow();
  expect((await readdir(folder)).filter((name) => name.startsWith("deleted"))).toEqual([]);
});

test("a copy is made once, is whole or isn't there, and leaves nothing beside it", async () => {
  const parquet = await parquetOf("", 1_000);
  const target = join(folder, "made.duckdb");
  let times = 0;
  const made = Array.from({ length: 5 }, () =>
    materialise(
      target,
      async () => {
        times += 1;
        return { customers: parquet };
      },
      64,
    ),
  );
  await Promise.all(made);
  expect(times).toBe(1);
  await writeFile(join(outside, "broken.parquet"), "no parquet");
  const broken = materialise(
    join(folder, "b.duckdb"),
    async () => ({ customers: join(outside, "broken.parquet") }),
    64,
  );
  await expect(broken).rejects.toThrow();
  expect((await readdir(folder)).toSorted()).toEqual(["made.duckdb", "tmp"]);
  expect(await engine.ask(count(target))).toEqual([{ n: 1_000 }]);
});
