// Ranges of a column's values, and how many rows lie in each.
import type { Trait, TraitBin } from "../../catalog-rules";
import { addDays } from "../../rules/window-rules";
import type { ConversionDatabase } from "./conversion-database";

const BINS = 16;
const MAX_BINS = 20;

type Described = Omit<Trait, "profile">;

/** Round numbers, equally far apart where most values lie; the first and last range reach as far as the values do. */
export function numberEdges(min: number, max: number, deciles: readonly number[]): readonly number[] {
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
export function dayEdges(min: string, max: string): readonly number[] {
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
export async function countBins(
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
