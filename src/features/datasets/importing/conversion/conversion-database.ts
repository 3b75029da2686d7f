// DuckDB as a conversion has it: it knows the folder of the file and the folder of the results, and nothing else. The
// results' tables lie in a database file from the beginning, so that memory is bounded and the file can be asked at once.
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { quotedText } from "../reading/reader-database";
import type { ReaderLimits } from "../reading/reader-protocol";

export interface ConversionDatabase {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Share of the running statement that is done, from 0 to 1; null while nobody knows. */
  share(): number | null;
  /** With one thread, so that rows are gone through in their order. */
  inOrder(sql: string): Promise<void>;
  /** Everything is in the file afterwards. */
  close(): Promise<void>;
}

/** The database file in the folder of the results. */
function questionFile(folder: string): string {
  return join(folder, "questions.duckdb");
}

/** Half of what the process may take: the other half is what DuckDB takes beside what it counts. */
const SHARE_OF_MEMORY = 0.6;

export async function openConversion(
  file: string,
  folder: string,
  { memoryMegabytes, threads }: ReaderLimits,
): Promise<ConversionDatabase> {
  const instance = await DuckDBInstance.create(questionFile(folder), {
    threads: String(threads),
    memory_limit: `${Math.round(memoryMegabytes * SHARE_OF_MEMORY)}MB`,
  });
  const connection = await instance.connect();
  const run = async (sql: string) => {
    await connection.run(sql);
  };
  const within = [dirname(file), folder].map((path) => (path.endsWith("/") ? path : `${path}/`));
  await run(`SET temp_directory = ${quotedText(join(folder, "tmp"))}`);
  await run(`SET allowed_directories = [${within.map(quotedText).join(", ")}]`);
  await run("SET enable_external_access = false");
  await run("SET TimeZone = 'UTC'");
  // It would work out what stands in a rare branch for every cell, and take its time to find out over many columns.
  await run("SET disabled_optimizers = 'common_subexpressions'");
  await run("SET enable_progress_bar = true");
  await run("SET enable_progress_bar_print = false");
  return {
    run,
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    share: () => {
      const { percentage } = connection.progress;
      return percentage < 0 ? null : percentage / 100;
    },
    inOrder: async (sql) => {
      await run("SET threads = 1");
      await run(sql);
      await run(`SET threads = ${threads}`);
    },
    close: async () => {
      await run("CHECKPOINT");
      connection.closeSync();
      instance.closeSync();
    },
  };
}
