// What differs between the databases that can be asked.

/** `keys` are customers' keys as decimal text, `numbers` whole. */
export interface Param {
  readonly type: "text" | "texts" | "number" | "numbers" | "day" | "keys";
  readonly value: string | number | readonly string[] | readonly number[];
}

/** Pieces of SQL; columns and parameters come as text that is safe already. */
export interface Dialect {
  /** What stands for the n-th parameter, from 1. */
  parameter(n: number, type: Param["type"]): string;
  column(table: string, id: string): string;
  /** `many` is how many values there are, where it matters. */
  isAnyOf(column: string, list: string, many?: number): string;
  /** Text without regard to case; the parameter is in lower case. */
  contains(column: string, text: string): string;
  starts(column: string, text: string): string;
  ends(column: string, text: string): string;
  hasAny(column: string, list: string): string;
  hasAll(column: string, list: string): string;
  size(column: string): string;
  /** The day after, of a day. */
  dayAfter(day: string): string;
  /** The day of a moment. */
  dayOf(column: string): string;
  /** Month × 100 + day. */
  monthAndDay(column: string): string;
  /** Whether the customer's row is among those of a query, or not. */
  isRowAmong(query: string, isNot: boolean): string;
}

/** Many values are joined rather than searched: faster from about 200 (measured). */
const MANY = 200;

export const duckdbDialect: Dialect = {
  parameter: (n, type) => (type === "day" ? `$${n}::DATE` : `$${n}`),
  // Ids are of letters, digits and _; quoted all the same.
  column: (table, id) => `${table}."${id.replaceAll('"', '""')}"`,
  isAnyOf: (column, list, many = 0) =>
    many < MANY ? `list_contains(${list}, ${column})` : `${column} IN (SELECT unnest(${list}))`,
  contains: (column, text) => `contains(lower(${column}), ${text})`,
  starts: (column, text) => `starts_with(lower(${column}), ${text})`,
  ends: (column, text) => `ends_with(lower(${column}), ${text})`,
  hasAny: (column, list) => `list_has_any(${column}, ${list})`,
  hasAll: (column, list) => `list_has_all(${column}, ${list})`,
  size: (column) => `len(${column})`,
  dayAfter: (day) => `(${day} + 1)`,
  dayOf: (column) => `${column}::DATE`,
  monthAndDay: (column) => `(month(${column}) * 100 + day(${column}))`,
  isRowAmong: (query, isNot) => `c._row ${isNot ? "NOT IN" : "IN"} (${query})`,
};
