// Values that a trait or a property of events has, for choosing among them.
import type { Trait, TraitValue } from "../catalog-rules";
import { Params } from "./compile-condition";
import { duckdbDialect } from "./dialect";
import { type Asker, ask } from "./rule-question";

const MOST_VALUES = 100;

/** Values that contain the text, without regard to case, the most frequent first; counts of customers, or of events. */
export async function findValues(
  asker: Asker,
  { type, id }: Trait,
  of: "customers" | "events",
  search: string,
): Promise<readonly TraitValue[]> {
  if (type !== "text" && type !== "tags") return [];
  const params = new Params(duckdbDialect);
  const column = duckdbDialect.column("c", id);
  const value = type === "tags" ? `unnest(list_distinct(${column}))` : column;
  const text = search.normalize("NFC").trim();
  const contains = text === "" ? "TRUE" : duckdbDialect.contains("value", params.add("text", text));
  const rows = await ask(
    asker,
    `SELECT value, count(*) AS n FROM (SELECT ${value} AS value FROM {${of}} c WHERE ${column} IS NOT NULL)
     WHERE ${contains} GROUP BY value ORDER BY n DESC, value LIMIT ${MOST_VALUES}`,
    params,
  );
  return rows.map((row) => ({ value: String(row.value), count: Number(row.n) }));
}
