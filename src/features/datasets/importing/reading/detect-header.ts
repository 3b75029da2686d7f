// Whether the first row names the columns, and what their names are.
import { columnNames, namesWithout } from "./column-names";
import { dayOf, isMissing, numberReadings } from "./read-values";

type Rows = readonly (readonly string[])[];

const LOOKED_AT = 200;

/** Names are words above values of another kind, or at least no value that comes back below. */
export function hasHeaderRow(rows: Rows): boolean {
  const [first = [], ...rest] = rows;
  const body = rest.slice(0, LOOKED_AT);
  const valued = first.filter((cell) => isValue(cell.trim())).length;
  if (body.length === 0) return valued === 0;
  if (first.every((cell) => cell.trim() === "")) return false;
  let above = 0;
  let within = 0;
  let repeated = 0;
  for (const [at, cell] of first.entries()) {
    const name = cell.trim();
    const cells = body.map((row) => row[at]?.trim() ?? "").filter((one) => one !== "" && !isMissing(one, false));
    if (cells.length === 0 || name === "") continue;
    const isTyped = cells.filter(isValue).length > cells.length * 0.8;
    if (isTyped && !isValue(name)) above += 1;
    else if (isTyped) within += 1;
    else if (cells.includes(name)) repeated += 1;
  }
  if (above + within > 0) return above > within || (above > 0 && valued <= first.length / 2);
  return valued === 0 && repeated === 0;
}

function isValue(trimmed: string): boolean {
  const { point, comma } = numberReadings(trimmed);
  return point || comma || dayOf(trimmed) !== null || /^[^\s@]+@[^\s@]+\.\w+$/.test(trimmed);
}

/** The names of the table's columns, and its rows below them. */
export function namedTable(rows: Rows, hasHeader: boolean): { readonly names: readonly string[]; readonly body: Rows } {
  const body = hasHeader ? rows.slice(1) : rows;
  const width = usualWidth(body) ?? rows[0]?.length ?? 0;
  if (!hasHeader) return { names: namesWithout(width), body };
  const header = rows[0] ?? [];
  // Some programs write numbers of rows in front, and no name above them; others end the header with a delimiter.
  if (header.length === width - 1) return { names: columnNames(["", ...header]), body };
  const isLonger = header.length > width && header.slice(width).every((cell) => cell.trim() === "");
  return { names: columnNames(isLonger ? header.slice(0, width) : header), body };
}

function usualWidth(rows: Rows): number | undefined {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  return [...widths].sort((one, other) => other[1] - one[1])[0]?.[0];
}
