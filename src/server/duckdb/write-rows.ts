// Writes the answer of a question to a file, for answers that are too long to be held. It has an instance of its own: the
// engine that answers people writes nothing, by its walls.
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { bind } from "./plain-rows";
import type { Question } from "./question-engine";

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Writes `target` and tells how many rows it has. Half a file is never left. */
export async function writeRows(
  { sql, params, files }: Question,
  { target, format, memoryMegabytes }: { target: string; format: "csv" | "parquet"; memoryMegabytes: number },
): Promise<number> {
  await mkdir(dirname(target), { recursive: true });
  const beside = `${target}.duckdb`;
  try {
    const instance = await DuckDBInstance.create(beside, {
      memory_limit: `${memoryMegabytes}MB`,
      temp_directory: `${beside}.tmp`,
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    try {
      const connection = await instance.connect();
      let text = sql;
      for (const [place, [name, file]] of Object.entries(files).entries()) {
        await connection.run(`ATTACH ${quoted(file)} AS source_${place} (READ_ONLY)`);
        text = text.replaceAll(`{${name}}`, `source_${place}`);
      }
      const { values, types } = bind(params);
      await connection.run(`CREATE TABLE answer AS ${text}`, values, types);
      const options = format === "csv" ? "FORMAT csv, HEADER true" : "FORMAT parquet, COMPRESSION zstd";
      const written = await connection.runAndReadAll(`COPY answer TO ${quoted(target)} (${options})`);
      connection.closeSync();
      return Number(Object.values(written.getRowObjectsJS()[0] ?? {})[0] ?? 0);
    } finally {
      instance.closeSync();
    }
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  } finally {
    for (const left of [beside, `${beside}.wal`, `${beside}.tmp`]) await rm(left, { recursive: true, force: true });
  }
}
