// DuckDB as a reader has it: it knows a few folders and nothing else, takes as much memory and as many threads as it was
// given, and what it was told stays so.
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { ReaderLimits } from "./reader-protocol";

export interface ReaderDatabaseOptions {
  /** Absolute paths; the first one also takes what doesn't fit into memory. */
  readonly folders: readonly [string, ...string[]];
  readonly limits: ReaderLimits;
  /** Beside the walls, such as `{ preserve_insertion_order: "false" }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** An empty database in memory; the process's end closes it. */
export async function openReaderDatabase({
  folders,
  limits,
  settings = {},
}: ReaderDatabaseOptions): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", {
    ...settings,
    threads: String(limits.threads),
    memory_limit: `${limits.memoryMegabytes}MB`,
  });
  const connection = await instance.connect();
  const within = folders.map((folder) => (folder.endsWith("/") ? folder : `${folder}/`));
  await connection.run(`SET temp_directory = ${quotedText(`${within[0]}tmp`)}`);
  await connection.run(`SET allowed_directories = [${within.map(quotedText).join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  return connection;
}

/** Text as SQL writes it. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
