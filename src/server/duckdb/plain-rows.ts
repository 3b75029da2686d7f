// What goes into a question and what comes out of it, as plain values.
import {
  BIGINT,
  DOUBLE,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  type DuckDBMaterializedResult,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  UBIGINT,
  VARCHAR,
} from "@duckdb/node-api";
import { AppError } from "@/shared/errors";

/** A parameter with the type as which it is bound; `keys` are unsigned 64-bit numbers as decimal text. */
export interface BoundParam {
  readonly type: "text" | "texts" | "number" | "numbers" | "day" | "keys";
  readonly value: string | number | readonly string[] | readonly number[];
}

/**
 * Rows as plain values: numbers, booleans, strings, lists of them, null. Days as "2026-11-01", moments as
 * "2026-11-01T10:00:00" without a zone; whole numbers beyond 2⁵³ as decimal text.
 */
export type Row = Readonly<Record<string, PlainValue>>;
export type PlainValue = string | number | boolean | null | readonly PlainValue[];

/** Longer answers are for files, not for this process's memory. */
const MOST_ROWS = 250_000;

/** Reads in pieces, so that nothing else waits for a long answer. Throws LIMIT for one that is too long. */
export async function plainRows(result: DuckDBMaterializedResult, signal: AbortSignal): Promise<readonly Row[]> {
  if (result.rowCount > MOST_ROWS) {
    throw new AppError("LIMIT", "This question has more answers than can be shown. Ask for less at once.");
  }
  const names = result.deduplicatedColumnNames();
  const rows: Row[] = [];
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    signal.throwIfAborted();
    for (const values of chunk.getRows()) {
      rows.push(Object.fromEntries(names.map((name, place) => [name, plain(values[place] ?? null)])));
    }
  }
  return rows;
}

function plain(value: DuckDBValue): PlainValue {
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBTimestampValue) return value.toString().replace(" ", "T");
  if (value instanceof DuckDBDateValue) return value.toString();
  return String(value);
}

export function bind(params: readonly BoundParam[]): { values: DuckDBValue[]; types: DuckDBType[] } {
  const bound = params.map(boundOf);
  return { values: bound.map(([value]) => value), types: bound.map(([, type]) => type) };
}

function boundOf({ type, value }: BoundParam): readonly [DuckDBValue, DuckDBType] {
  const list = Array.isArray(value) ? value : [];
  switch (type) {
    case "text":
    case "day":
      return [String(value), VARCHAR];
    case "number":
      return [Number(value), DOUBLE];
    case "texts":
      return [listValue(list.map(String)), LIST(VARCHAR)];
    case "numbers":
      return [listValue(list.map((one) => BigInt(one))), LIST(BIGINT)];
    case "keys":
      return [listValue(list.map((one) => BigInt(one))), LIST(UBIGINT)];
  }
}
