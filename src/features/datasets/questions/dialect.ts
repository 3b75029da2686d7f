// What differs between the databases that can be asked. ClickHouse would be another Dialect and another engine; beside them,
// these things would have to be done for it:
// - A list can't be unknown there: unknown tags need a column of their own at import, which `isUnknown` would look at.
// - Statements around a condition (compositions, overlaps, samples) are written by those who ask, in SQL that both know as
//   far as was possible, and use DuckDB's functions where it wasn't.
// - Snapshots become its tables when they are taken, instead of files that are attached when they are asked.

/** `keys` are customers' keys as decimal text, `numbers` whole. */
export interface Param {
  readonly type: "text" | "texts" | "number" | "numbers" | "day" | "keys";
  readonly value: string | number | readonly string[] | readonly number[];
}

/** Pieces of SQL; columns, conditions and parameters come as text that is safe already. */
export interface Dialect {
  /** What stands for the n-th parameter, from 1. */
  parameter(n: number, type: Param["type"]): string;
  column(table: string, id: string): string;
  /** The opposite of a condition, which is true where that is unknown. */
  isNotTrue(condition: string): string;
  isUnknown(column: string): string;
  /** Whether the text is one of the list, which has so many. */
  isAnyOf(column: string, list: string, many: number): string;
  /** Whether the customer's key is one of the list. */
  isKeyAmong(column: string, list: string): string;
  /** Text without regard to case, of which `fold` is the likeness in this process. */
  contains(column: string, text: string): string;
  starts(column: string, text: string): string;
  ends(column: string, text: string): string;
  /** Whether the word is among the tags. */
  has(column: string, text: string): string;
  hasAny(column: string, list: string): string;
  hasAll(column: string, list: string): string;
  size(column: string): string;
  /** The day after, of a day. */
  dayAfter(day: string): string;
  /** The day of a moment. */
  dayOf(column: string): string;
  /** Month × 100 + day. */
  monthAndDay(column: string): string;
  /** A figure without what the order of adding left behind the sixth decimal, so that it is the same each time. */
  rounded(figure: string): string;
  /** Whether the customer's row is among those of a query, which may hold unknown ones. */
  isRowAmong(query: string): string;
  /** The least value that belongs to the greatest so many hundredths of those known, or the greatest of the least. */
  cut(column: string, side: "top" | "bottom", percent: number): string;
}

/** Many values are joined rather than searched: faster from about 200 (measured). */
const MANY = 200;

export const duckdbDialect: Dialect = {
  parameter: (n, type) => (type === "day" ? `$${n}::DATE` : `$${n}`),
  // Ids are of letters, digits and _; quoted all the same.
  column: (table, id) => `${table}."${id.replaceAll('"', '""')}"`,
  isNotTrue: (condition) => `(${condition}) IS NOT TRUE`,
  isUnknown: (column) => `${column} IS NULL`,
  isAnyOf: (column, list, many) =>
    many < MANY ? `list_contains(${list}, ${column})` : `${column} IN (SELECT unnest(${list}))`,
  // Searching a list of numbers takes forty times as long (measured, 1,000 keys).
  isKeyAmong: (column, list) => `${column} IN (SELECT unnest(${list}))`,
  contains: (column, text) => `contains(lower(${column}), lower(${text}))`,
  starts: (column, text) => `starts_with(lower(${column}), lower(${text}))`,
  ends: (column, text) => `ends_with(lower(${column}), lower(${text}))`,
  has: (column, text) => `list_contains(${column}, ${text})`,
  hasAny: (column, list) => `list_has_any(${column}, ${list})`,
  hasAll: (column, list) => `list_has_all(${column}, ${list})`,
  size: (column) => `len(${column})`,
  dayAfter: (day) => `(${day} + 1)`,
  dayOf: (column) => `${column}::DATE`,
  monthAndDay: (column) => `(month(${column}) * 100 + day(${column}))`,
  rounded: (figure) => `round(${figure}, 6)`,
  isRowAmong: (query) => `c._row IN (${query})`,
  // Of the smallest share that is at least so many; a decimal, which is counted exactly.
  cut: (column, side, percent) => {
    const share = (percent / 100).toFixed(6);
    return side === "top" ? `-quantile_disc(-${column}, ${share})` : `quantile_disc(${column}, ${share})`;
  },
};
