// Makes the database file that questions are asked of out of Parquet files: typed columns that are read three times as fast
// (measured). It is a copy that may be thrown away at any time.
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const underWay = new Map<string, Promise<void>>();

/** Makes `target` with a table for each Parquet file unless it is there; several callers at once make it once. */
export async function materialise(
  target: string,
  parquetOf: () => Promise<Readonly<Record<string, string>>>,
  memoryMegabytes: number,
): Promise<void> {
  const isThere = await stat(target).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  let making = underWay.get(target);
  if (!making) {
    making = make(target, parquetOf, memoryMegabytes).finally(() => underWay.delete(target));
    underWay.set(target, making);
  }
  return making;
}

async function make(
  target: string,
  parquetOf: () => Promise<Readonly<Record<string, string>>>,
  memoryMegabytes: number,
): Promise<void> {
  const tables = await parquetOf();
  await mkdir(dirname(target), { recursive: true });
  // Another process may be making it too: each has its own, and the last one to be renamed stays.
  const beside = `${target}.${process.pid}`;
  await rm(beside, { force: true });
  const instance = await DuckDBInstance.create(beside, { memory_limit: `${memoryMegabytes}MB` });
  try {
    const connection = await instance.connect();
    await connection.run("SET preserve_insertion_order = true");
    for (const [name, file] of Object.entries(tables)) {
      await connection.run(`CREATE TABLE "${name}" AS FROM read_parquet('${file.replaceAll("'", "''")}')`);
    }
    await connection.run("CHECKPOINT");
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
  await rename(beside, target);
}
