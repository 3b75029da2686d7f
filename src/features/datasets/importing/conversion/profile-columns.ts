// What is known of the columns of a table: few questions over whole columns, and one for each column with few values.
import type { Trait, TraitBin, TraitProfile, TraitType, TraitValue } from "../../catalog-rules";
import { addDays } from "../../rules/window-rules";
import type { ConversionDatabase } from "./conversion-database";
import { plainText } from "./refused-cells";

/** So many values are gone through one by one. */
const FEW = 10_000;
const TOP = 50;
/** Values longer than rules can say are not offered. */
const MAX_VALUE = 512;
/** Deciles of columns with very many values are those of so many rows, taken at equal steps. */
const SAMPLED_ROWS = 200_000;
const BINS = 16;
const MAX_BINS = 20;

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

/** Round numbers, equally far apart where most values lie; the first and last range reach as far as the values do. */
function numberEdges(min: number, max: number, deciles: readonly number[]): readonly number[] {
  if (min === max) return [min, max];
  const low = deciles[0] ?? min;
  const high = deciles.at(-1) ?? max;
  const middle = high > low ? high - low : max - min;
  const from = Math.max(min, low - middle / 2);
  const to = Math.min(max, high + middle / 2);
  const step = roundStep((to > from ? to - from : max - min) / BINS);
  const first = Math.floor(from / step);
  const last = Math.ceil(to / step);
  const inner = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  const edges = inner.filter((edge) => edge > min && edge < max);
  return [Math.min(min, inner[0] ?? min), ...edges, Math.max(max, inner.at(-1) ?? max)].slice(0, MAX_BINS + 1);
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10;
  return factor * power;
}

/** ISO days as days since 1970. */
const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
const dayText = (number: number) => addDays("1970-01-01", number);

/** Days since 1970: equal numbers of days, or beginnings of months or years. The last edge lies after the last day. */
function dayEdges(min: string, max: string): readonly number[] {
  const from = dayNumber(min);
  const days = dayNumber(max) - from + 1;
  if (days <= MAX_BINS) return Array.from({ length: days + 1 }, (_, index) => from + index);
  if (days <= 7 * (MAX_BINS - 1)) {
    const monday = from - ((from + 3) % 7);
    return Array.from({ length: Math.ceil((from + days - monday) / 7) + 1 }, (_, index) => monday + 7 * index);
  }
  const months = Math.ceil(days / 30);
  const step =
    [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000].find((one) => months / one <= MAX_BINS - 2) ?? 12_000;
  const first = Math.floor((Number(min.slice(0, 4)) * 12 + Number(min.slice(5, 7)) - 1) / step) * step;
  const edges: number[] = [];
  for (let month = first; ; month += step) {
    const year = String(Math.floor(month / 12)).padStart(4, "0");
    if (Number(year) > 9_999) {
      edges.push(from + days);
      break;
    }
    edges.push(dayNumber(`${year}-${String((month % 12) + 1).padStart(2, "0")}-01`));
    if ((edges.at(-1) ?? 0) >= from + days) break;
  }
  return edges;
}

/** Counts of all columns' ranges in one pass. Each range begins with its first edge; the last one ends with its second. */
async function countBins(
  database: ConversionDatabase,
  table: string,
  profiled: readonly { readonly trait: Described; readonly edges: readonly number[] }[],
): Promise<ReadonlyMap<string, readonly TraitBin[]>> {
  const asked = profiled.filter(({ edges }) => edges.length >= 2);
  if (asked.length === 0) return new Map();
  const columns = asked.map(({ trait: { id, type }, edges }, index) => {
    const value = type === "number" ? `"${id}"` : `datediff('day', DATE '1970-01-01', CAST("${id}" AS DATE))`;
    // DuckDB's ranges end with their bounds: the greatest number before an edge ends the range before it.
    const inner = edges.slice(1, -1).map((edge) => (type === "number" ? justBefore(edge) : edge - 1));
    const bounds = [...inner, edges.at(-1) ?? 0].map((bound) => `${numberText(bound)}::DOUBLE`);
    return `map_values(histogram(CAST(${value} AS DOUBLE), [${bounds.join(", ")}])) AS h${index}`;
  });
  const [row] = await database.rows(`SELECT ${columns.join(", ")} FROM ${table}`);
  return new Map(
    asked.map(({ trait, edges }, index) => {
      const answered = row?.[`h${index}`];
      const counts = Array.isArray(answered) ? answered.map(Number) : [];
      const edgeOf = (edge: number) => (trait.type === "number" ? edge : dayText(edge));
      const bins = edges.slice(0, -1).map((edge, at): TraitBin => {
        const next = edges[at + 1] ?? edge;
        return { from: edgeOf(edge), to: edgeOf(next), count: counts[at] ?? 0 };
      });
      return [trait.id, bins] as const;
    }),
  );
}

function numberText(value: number): string {
  return `'${value}'`;
}

/** The greatest number that is less. */
function justBefore(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  const floats = new Float64Array([value]);
  const bits = new BigInt64Array(floats.buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? -1n : 1n);
  return floats[0] ?? value;
}
