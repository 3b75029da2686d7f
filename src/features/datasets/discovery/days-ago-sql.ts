import { duckdbDialect } from "../questions/dialect";
import type { TraitName } from "./role-trait-rules";

/** Days from the trait's day to the snapshot's, of the table `c`; `asOf` gives SQL for the latter, and is
 * called where it is needed. Numbers count the days already. */
export function daysAgoSql({ id, type }: TraitName, asOf: () => string): string {
  const column = duckdbDialect.column("c", id);
  return type === "number" ? column : `(${asOf()} - ${duckdbDialect.dayOf(column)})`;
}
