// Text with delimiters taken apart, for looking at pieces of it. The import itself reads with the database.

export interface TextForm {
  readonly delimiter: string;
  readonly quote: string | null;
}

export interface Records {
  readonly rows: readonly (readonly string[])[];
  /** Where the first row that isn't whole begins; the text's length when all are. */
  readonly end: number;
  /** The text ends within a quoted cell. */
  readonly isOpen: boolean;
}

/** The rows of the text, without empty ones. The last row counts as whole when `isAll`, or when its line ends. */
export function recordsOf(text: string, { delimiter, quote }: TextForm, isAll: boolean, most = Infinity): Records {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let end = 0;
  while (at < text.length && rows.length < most) {
    const cell = quote !== null && text[at] === quote ? quotedCell(text, at, quote) : null;
    if (cell?.isOpen) return { rows: isAll ? [...rows, [...row, cell.text]] : rows, end, isOpen: true };
    const from = cell?.end ?? at;
    let stop = from;
    while (stop < text.length) {
      const letter = text[stop];
      if (letter === delimiter || letter === "\n" || letter === "\r") break;
      stop += 1;
    }
    row.push((cell?.text ?? "") + text.slice(from, stop));
    if (stop >= text.length) {
      at = stop;
      break;
    }
    const isDelimiter = text[stop] === delimiter;
    at = stop + (text[stop] === "\r" && text[stop + 1] === "\n" ? 2 : 1);
    if (isDelimiter) {
      // An empty cell at the very end.
      if (at >= text.length) row.push("");
      continue;
    }
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
    end = at;
  }
  if (isAll && row.length > 0 && at >= text.length) {
    if (row.length > 1 || row[0] !== "") rows.push(row);
    end = at;
  }
  return { rows, end, isOpen: false };
}

function quotedCell(text: string, at: number, quote: string): { text: string; end: number; isOpen: boolean } {
  let cell = "";
  let from = at + 1;
  for (;;) {
    const close = text.indexOf(quote, from);
    if (close < 0) return { text: cell + text.slice(from), end: text.length, isOpen: true };
    cell += text.slice(from, close);
    if (text[close + 1] !== quote) return { text: cell, end: close + 1, isOpen: false };
    cell += quote;
    from = close + 2;
  }
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
type Delimiter = (typeof DELIMITERS)[number];
type Quote = '"' | "'" | null;

export interface FoundForm {
  readonly delimiter: Delimiter;
  readonly quote: Quote;
  /** Share of the rows that have as many cells as most. */
  readonly evenness: number;
}

const LOOKED_AT = 400;

/** The form in which the rows come out evenly, with the header's cells as the measure. `head` is the text's beginning. */
export function formOf(head: string, isAll: boolean): FoundForm {
  const quotes = likelyQuotes(head);
  let best: (FoundForm & { readonly score: number }) | null = null;
  for (const quote of quotes) {
    for (const delimiter of DELIMITERS) {
      const { rows, isOpen } = recordsOf(head, { delimiter, quote }, isAll, LOOKED_AT);
      const found = { delimiter, quote, ...scored(rows, isOpen) };
      // The first of equals stays: quotation marks before none, commas before semicolons.
      if (!best || found.score > best.score + 1e-9) best = found;
    }
  }
  return best ?? { delimiter: ",", quote: '"', evenness: 1 };
}

/** Without quotation marks only where none stands around a whole cell: a mark may mean inches. */
function likelyQuotes(head: string): readonly Quote[] {
  if (!head.includes('"')) return quotedCells(head, "'") > 2 ? ["'", '"'] : ['"'];
  return quotedCells(head, '"') > 0 ? ['"'] : ['"', null];
}

function quotedCells(head: string, quote: string): number {
  const cell = new RegExp(`(?:^|[,;\\t|\\n])${quote}[^${quote}\\n]*${quote}(?=[,;\\t|\\r\\n])`, "g");
  return head.match(cell)?.length ?? 0;
}

function scored(rows: readonly (readonly string[])[], isOpen: boolean): { score: number; evenness: number } {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [usual = 1, count = 0] = [...widths].sort((one, other) => other[1] - one[1])[0] ?? [];
  if (rows.length === 0) return { score: isOpen ? -1 : 0, evenness: 1 };
  const evenness = count / rows.length;
  if (usual === 1) return { score: 0.01 * evenness, evenness };
  const headerFits = rows[0]?.length === usual ? 1 : 0.4;
  return { score: evenness ** 2 * headerFits * (1 + Math.log10(usual) / 4) * (isOpen ? 0.5 : 1), evenness };
}
