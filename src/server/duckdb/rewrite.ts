// Writes a snapshot's Parquet files anew without some of its customers.
import { join } from "node:path";
import { DuckDBInstance, LIST, listValue, UBIGINT } from "@duckdb/node-api";

/**
 * Writes `customers` and, where it is given, `events` into the folder without the customers of these keys. The answer is how
 * many rows are left; undefined, and nothing is written, when none of the customers is there.
 */
export async function rewriteWithout({
  files,
  keys,
  folder,
  memoryMegabytes,
}: {
  readonly files: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
  readonly folder: string;
  readonly memoryMegabytes: number;
}): Promise<{ customers: number; events: number } | undefined> {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: `${memoryMegabytes}MB` });
  try {
    const connection = await instance.connect();
    const quoted = (text = "") => `'${text.replaceAll("'", "''")}'`;
    await connection.run(`SET temp_directory = ${quoted(join(folder, "tmp"))}`);
    await connection.run(
      `CREATE TEMP TABLE gone AS SELECT _row FROM read_parquet(${quoted(files.customers)}) WHERE list_contains($1, _key)`,
      [listValue(keys.map(BigInt))],
      [LIST(UBIGINT)],
    );
    const one = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0] ?? 0);
    if ((await one("SELECT count(*) FROM gone")) === 0) return undefined;
    const left: Record<string, number> = {};
    for (const [name, file] of Object.entries(files)) {
      const target = quoted(join(folder, `${name}.parquet`));
      await connection.run(
        `COPY (SELECT * FROM read_parquet(${quoted(file)}) WHERE _row NOT IN (SELECT _row FROM gone))
         TO ${target} (FORMAT parquet, COMPRESSION zstd)`,
      );
      left[name] = await one(`SELECT count(*) FROM read_parquet(${target})`);
    }
    connection.closeSync();
    return { customers: left.customers ?? 0, events: left.events ?? 0 };
  } finally {
    instance.closeSync();
  }
}
