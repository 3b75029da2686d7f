// Makes the database file that questions are asked of out of Parquet files: typed columns that are read three times as fast
// (measured). It is a copy that may be thrown away at any time.
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const underWay = new Map<string, Promise<void>>();

/**
 * Makes `target` with a table for each Parquet file unless it is there; several callers at once make it once. One that is
 * half done is never seen, and none stays whose files were deleted meanwhile. Throws what `parquetOf` throws, and DuckDB's errors.
 */
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
  const beside = `${target}.${process.pid}-${crypto.randomUUID()}`;
  try {
    await write(beside, tables, memoryMegabytes);
    await rename(beside, target);
    // Deleted meanwhile: whoever deleted them has looked for this copy already and found none.
    await Promise.all(Object.values(tables).map((file) => stat(file))).catch(async (error) => {
      await rm(target, { force: true });
      throw error;
    });
  } finally {
    for (const left of [beside, `${beside}.wal`, `${beside}.tmp`]) await rm(left, { recursive: true, force: true });
  }
}

async function write(file: string, tables: Readonly<Record<string, string>>, memoryMegabytes: number): Promise<void> {
  const instance = await DuckDBInstance.create(file, {
    memory_limit: `${memoryMegabytes}MB`,
    temp_directory: `${file}.tmp`,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  try {
    const connection = await instance.connect();
    for (const [name, parquet] of Object.entries(tables)) {
      await connection.run(`CREATE TABLE "${name}" AS FROM read_parquet('${parquet.replaceAll("'", "''")}')`);
    }
    // Before closing, which would do it while everything else waits.
    await connection.run("CHECKPOINT");
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}
