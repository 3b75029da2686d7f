// What is known of the columns of a table: few questions over whole columns, and one for each column with few values.
import type { Trait, TraitProfile, TraitType, TraitValue } from "../../catalog-rules";
import type { ConversionDatabase } from "./conversion-database";
import { countBins, dayEdges, numberEdges } from "./profile-ranges";
import { plainText } from "./refused-cells";

/** So many values are gone through one by one. */
const FEW = 10_000;
const TOP = 50;
/** Values longer than rules can say are not offered. */
const MAX_VALUE = 512;
/** Deciles of columns with very many values are those of so many rows, taken at equal steps. */
const SAMPLED_ROWS = 200_000;

type Described = Omit<Trait, "profile">;
type Row = Readonly<Record<string, unknown>>;
interface Counted {
  readonly value: unknown;
  readonly count: number;
}

/** The columns with their profiles, over all rows of `table`. Columns are named by the traits' ids. */
export async function profileColumns(
  database: ConversionDatabase,
  table: string,
  traits: readonly Described[],
): Promise<readonly Trait[]> {
  if (traits.length === 0) return [];
  const overview = await overviewOf(database, table, traits);
  const rows = Number(overview.rows ?? 0);
  const profiled: { trait: Described; profile: TraitProfile; edges: readonly number[] }[] = [];
  for (const [index, trait] of traits.entries()) {
    const known = Number(overview[`k${index}`] ?? 0);
    const about = Number(overview[`d${index}`] ?? 0);
    const values =
      about <= FEW * 1.1 && trait.type !== "tags" ? await allValues(database, table, trait, FEW) : undefined;
    const distinct = values?.length ?? Math.min(about, known);
    const bare = { ...EMPTY, known, distinct };
    if (trait.isPersonal || known === 0) {
      profiled.push({ trait, profile: bare, edges: [] });
      continue;
    }
    const top = await topOf(database, table, trait, values, about, known);
    if (trait.type === "text" || trait.type === "tags" || trait.type === "flag") {
      profiled.push({ trait, profile: { ...bare, top }, edges: [] });
      continue;
    }
    const isNumber = trait.type === "number";
    const min = overview[`a${index}`];
    const max = overview[`b${index}`];
    const deciles = await decilesOf(database, table, trait, values, rows);
    const edges = isNumber
      ? numberEdges(Number(min), Number(max), deciles)
      : dayEdges(String(min).slice(0, 10), String(max).slice(0, 10));
    const profile: TraitProfile = {
      ...bare,
      min: isNumber ? Number(min) : String(min),
      max: isNumber ? Number(max) : String(max),
      mean: isNumber ? Number(overview[`m${index}`]) : null,
      deciles: isNumber ? deciles : [],
      top: distinct <= TOP ? top : [],
    };
    profiled.push({ trait, profile, edges });
  }
  const bins = await countBins(database, table, profiled);
  return profiled.map(({ trait, profile }) => ({ ...trait, profile: { ...profile, bins: bins.get(trait.id) ?? [] } }));
}

const EMPTY: TraitProfile = { known: 0, distinct: 0, min: null, max: null, mean: null, deciles: [], top: [], bins: [] };

async function overviewOf(database: ConversionDatabase, table: string, traits: readonly Described[]): Promise<Row> {
  const asked = traits.flatMap(({ id, type }, index) => {
    const column = `"${id}"`;
    const text = (value: string) => (type === "date" || type === "time" ? momentText(value, type) : value);
    return [
      `count(${column}) AS k${index}`,
      ...(type === "tags" ? [`0 AS d${index}`] : [`approx_count_distinct(${column}) AS d${index}`]),
      ...(isOrdered(type) ? [`${text(`min(${column})`)} AS a${index}`, `${text(`max(${column})`)} AS b${index}`] : []),
      ...(type === "number" ? [`avg(${column}) AS m${index}`] : []),
    ];
  });
  const [row] = await database.rows(`SELECT count(*) AS rows, ${asked.join(", ")} FROM ${table}`);
  return row ?? {};
}

function isOrdered(type: TraitType): boolean {
  return type === "number" || type === "date" || type === "time";
}

function momentText(value: string, type: TraitType): string {
  return `strftime(${value}, '${type === "date" ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S"}')`;
}

/** Values with their counts, in their order; undefined when there are more than so many. */
async function allValues(
  database: ConversionDatabase,
  table: string,
  { id, type }: Described,
  most: number,
): Promise<readonly Counted[] | undefined> {
  const value = type === "date" || type === "time" ? momentText(`"${id}"`, type) : `"${id}"`;
  const rows = await database.rows(
    `SELECT ${value} AS value, n FROM (SELECT "${id}", count(*) AS n FROM ${table} WHERE "${id}" IS NOT NULL GROUP BY 1)
     ORDER BY "${id}" LIMIT ${most + 1}`,
  );
  return rows.length > most ? undefined : rows.map(({ value: one, n }) => ({ value: one, count: Number(n) }));
}

async function topOf(
  database: ConversionDatabase,
  table: string,
  { id, type }: Described,
  values: readonly Counted[] | undefined,
  about: number,
  known: number,
): Promise<readonly TraitValue[]> {
  if (type === "tags") return topWords(await database.rows(topSql(`SELECT unnest("${id}") AS value FROM ${table}`)));
  if (values) {
    return topWords(values.map(({ value, count }) => ({ value, n: count })));
  }
  // Where nearly every value stands once, none is frequent.
  if (type !== "text" || about > known / 2) return [];
  return topWords(await database.rows(topSql(`SELECT "${id}" AS value FROM ${table}`)));
}

function topSql(from: string): string {
  return `SELECT value, count(*) AS n FROM (${from}) WHERE value IS NOT NULL GROUP BY value ORDER BY n DESC, value LIMIT ${TOP * 2}`;
}

function topWords(rows: readonly Row[]): readonly TraitValue[] {
  const word = (value: unknown) => (typeof value === "boolean" ? (value ? "yes" : "no") : plainText(value));
  return rows
    .map(({ value, n }) => ({ value: word(value), count: Number(n) }))
    .filter(({ value }) => value.length <= MAX_VALUE)
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, TOP);
}

/** The values at 10, 20 … 90 %, as values that occur. */
async function decilesOf(
  database: ConversionDatabase,
  table: string,
  { id, type }: Described,
  values: readonly Counted[] | undefined,
  rows: number,
): Promise<readonly number[]> {
  if (type !== "number") return [];
  const shares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  if (values) {
    const total = values.reduce((sum, { count }) => sum + count, 0);
    let at = 0;
    let passed = values[0]?.count ?? 0;
    return shares.map((share) => {
      while (passed < share * total && at < values.length - 1) {
        at += 1;
        passed += values[at]?.count ?? 0;
      }
      return Number(values[at]?.value);
    });
  }
  const step = Math.max(1, Math.ceil(rows / SAMPLED_ROWS));
  const [row] = await database.rows(
    `SELECT quantile_disc("${id}", [${shares.join(", ")}]) AS cuts FROM ${table} WHERE rowid % ${step} = 0`,
  );
  const cuts = row?.cuts;
  return Array.isArray(cuts) ? cuts.map(Number) : [];
}
