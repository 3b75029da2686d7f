// The groups of a sample for everybody: which centre somebody is nearest to, as SQL.
import type { Params } from "../../questions/compile-condition";
import { duckdbDialect } from "../../questions/dialect";
import { daysAgoSql } from "../days-ago-sql";
import { type Encoding, type NumberScale, UNKNOWN_WEIGHT, WORD_WEIGHT } from "./encode";
import type { FeatureColumn } from "./feature-column";

interface Places {
  readonly columns: readonly Pick<FeatureColumn, "trait" | "kind">[];
  /** Of columns of words. */
  readonly wordsOf: (column: number) => readonly string[];
  readonly encoding: Encoding;
  readonly centres: readonly (readonly number[])[];
  readonly asOf: string;
}

/** A table in place of the customers', named `c` like it, with one column more: `_group`, counted from 0. */
export function groupedCustomers({ columns, wordsOf, encoding, centres, asOf }: Places, params: Params): string {
  const scaled: string[] = [];
  const distances = centres.map((): string[] => []);
  let place = 0;
  columns.forEach(({ trait, kind }, at) => {
    const scale = encoding[at];
    if (!scale) return;
    const name = `_z${at}`;
    const column = duckdbDialect.column("c", trait.id);
    if (scale.kind === "number") {
      const raw = kind === "days" ? daysAgoSql(trait, () => params.add("day", asOf)) : column;
      scaled.push(`${scaledSql(raw, scale)} AS ${name}`);
      if (scale.hasUnknown)
        scaled.push(`CASE WHEN ${column} IS NULL THEN ${number(UNKNOWN_WEIGHT)} ELSE 0 END AS ${name}_u`);
      centres.forEach((centre, group) => {
        distances[group]?.push(`pow(${name} - ${number(centre[place])}, 2)`);
        if (scale.hasUnknown) distances[group]?.push(`pow(${name}_u - ${number(centre[place + 1])}, 2)`);
      });
      place += scale.hasUnknown ? 2 : 1;
      return;
    }
    scaled.push(`${codeSql(column, kind, wordsOf(at), params)} AS ${name}`);
    const size = scale.words + 2;
    const from = place;
    centres.forEach((centre, group) => {
      const own = Array.from({ length: size }, (_, word) => centre[from + word] ?? 0);
      const all = own.reduce((sum, one) => sum + one * one, 0);
      // Of all coordinates only the word's own is not zero.
      const cost = own.map((one) => number(all - one * one + (WORD_WEIGHT - one) ** 2));
      distances[group]?.push(`[${cost.join(", ")}][${name} + 1]`);
    });
    place += size;
  });
  const lists = distances.map((terms) => (terms.length === 0 ? "0" : terms.join(" + ")));
  return `(SELECT *, list_position(_distances, list_min(_distances)) - 1 AS _group FROM (
    SELECT *, [${lists.join(", ")}] AS _distances FROM (SELECT c.*, ${scaled.join(", ")} FROM {customers} c))) c`;
}

function scaledSql(raw: string, { isLog, middle, low, high, mean, spread }: NumberScale): string {
  const value = isLog ? `ln(1 + greatest(${raw}, 0))` : raw;
  return `(least(greatest(coalesce(${value}, ${number(middle)}), ${number(low)}), ${number(high)}) - ${number(mean)})
    / ${number(spread)}`;
}

/** Its place among the words, then all others, then unknown. */
export function codeSql(column: string, kind: FeatureColumn["kind"], words: readonly string[], params: Params): string {
  const unknown = words.length + 1;
  if (kind === "flag") return `CASE WHEN ${column} THEN 0 WHEN NOT ${column} THEN 1 ELSE ${unknown} END`;
  const place = `list_position(${params.add("texts", words)}, ${column})`;
  return `CASE WHEN ${column} IS NULL THEN ${unknown} ELSE coalesce(nullif(${place}, 0) - 1, ${words.length}) END`;
}

/** With an exponent, since a number without one is read as a decimal. */
function number(value: number | undefined): string {
  return (value ?? 0).toExponential();
}
