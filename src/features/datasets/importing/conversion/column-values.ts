// How the cells of a column become values: SQL made of the plan alone. A cell that can't be read as its column says is
// unknown, never something else; no cell is guessed at by itself.
import type { ColumnReading } from "../import-plan-rules";
import { quotedText } from "../reading/reader-database";

/** Also spaces that don't break, have no width, or mark the order of bytes. */
const BLANKS =
  " \t\n\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff";
/** Notes for the report hold no more of a cell. */
const MAX_NOTE = 200;

const SYMBOLS: Readonly<Record<string, string>> = { EUR: "€", USD: "$", GBP: "£", JPY: "¥", CNY: "¥", INR: "₹" };

const wordsOf = (words: readonly string[]) => `(${words.map(quotedText).join(", ")})`;
const lower = (words: readonly string[]) => [...new Set(words.map((word) => word.toLowerCase()))];
const longest = (words: readonly string[]) => Math.max(...words.map((word) => Buffer.byteLength(word)));

/** As regular expressions know them. */
const BLANK = "[\\s\\pZ\\x{200b}\\x{feff}]";

/** The text without blanks around it, in one normal form. Most need nothing done, which is told ten times as fast. */
export function cleanText(cell: string): string {
  const ends = [" ", "\t", "\n", "\r"].map((blank) => `ends_with(${cell}, ${quotedText(blank)})`);
  const isClean = `strlen(${cell}) = length(${cell}) AND ascii(${cell}) > 32 AND NOT (${ends.join(" OR ")})`;
  return `CASE WHEN ${cell} IS NULL OR (${isClean}) THEN ${cell}
    WHEN NOT regexp_matches(${cell}, '^${BLANK}|${BLANK}$') THEN nfc_normalize(${cell})
    ELSE nfc_normalize(trim(${cell}, ${quotedText(BLANKS)})) END`;
}

/** Whether the value is made of the cell as it stands; the value of others is made of its clean text. */
export function takesRawCell({ type, role }: ColumnReading): boolean {
  return type === "number" && role !== "customer";
}

/** Whether a clean text says that nothing is known. */
function isMissing(text: string, missing: readonly string[]): string {
  const spellings = missing.filter((spelling) => spelling !== "");
  if (spellings.length === 0) return `${text} = ''`;
  return `(strlen(${text}) <= ${longest(spellings)} AND ${text} IN ${wordsOf(["", ...spellings])})`;
}

/**
 * The value of a cell that is written as most are, made of the cell as it stands; NULL says nothing about it. Null where
 * there is no shorter way than `cellValue`.
 */
export function plainValue({ type, role, dateOrder, missing, yes, no }: ColumnReading, cell: string): string | null {
  if (role === "customer") return null;
  if (type === "flag") {
    const isOne = (words: readonly string[]) => {
      const meant = lower(words).filter((word) => word !== "" && !missing.includes(word));
      return meant.length > 0 ? `${cell} IN ${wordsOf(meant)}` : "false";
    };
    return `CASE WHEN ${isOne(yes)} THEN true WHEN ${isOne(no)} THEN false END`;
  }
  // A spelling of nothing may look like a day.
  if (dateOrder !== "ymd" || missing.some((spelling) => /\d/.test(spelling))) return null;
  // Words such as "epoch" are days to the database as well.
  const read = (length: number, format: string) =>
    `CASE WHEN strlen(${cell}) = ${length} AND ascii(${cell}) BETWEEN 48 AND 57 THEN try_strptime(${cell}, '${format}') END`;
  if (type === "date") return `CAST(${read(10, "%Y-%m-%d")} AS DATE)`;
  return type === "time" ? read(19, "%Y-%m-%d %H:%M:%S") : null;
}

/** The value of a cell; `cell` is what `takesRawCell` says. `zone` is where moments with an offset are moved to. */
export function cellValue(column: ColumnReading, cell: string, zone: string): string {
  if (column.role === "customer") return idValue(column, cell);
  switch (column.type) {
    case "text":
      return `CASE WHEN ${isMissing(cell, column.missing)} THEN NULL ELSE ${cell} END`;
    case "number":
      return numberValue(column, cell);
    case "flag":
      return flagValue(column, cell);
    case "date":
      return `CAST(${timeValue(column, cell, zone)} AS DATE)`;
    case "time":
      return timeValue(column, cell, zone);
    case "tags":
      return tagsValue(column, cell);
  }
}

/** Ids are text; what a spreadsheet has made of whole numbers is undone: "17850.0" is 17850. */
function idValue({ missing }: ColumnReading, cell: string): string {
  const whole = `regexp_full_match(${cell}, '\\d+\\.0+')`;
  return `CASE WHEN ${isMissing(cell, missing)} THEN NULL WHEN ends_with(${cell}, '0') AND ${whole}
    THEN split_part(${cell}, '.', 1) ELSE ${cell} END`;
}

function numberValue({ decimal, missing, unit }: ColumnReading, cell: string): string {
  const plain =
    decimal === "."
      ? `TRY_CAST(${cell} AS DOUBLE)`
      : `CASE WHEN contains(${cell}, '.') THEN NULL ELSE TRY_CAST(replace(${cell}, ',', '.') AS DOUBLE) END`;
  // Nothing may stand in it twice: what does is worked out for every cell, needed or not. Infinity is refused afterwards.
  const value = `CASE WHEN ${cell} IS NOT NULL THEN coalesce(${plain}, ${writtenNumber(cell, decimal, unit)}) END`;
  // Only a spelling that could be read as a number must be looked for before.
  const numeric = missing.filter((spelling) => /\d/.test(spelling));
  if (numeric.length === 0) return value;
  return `CASE WHEN trim(${cell}, ${quotedText(BLANKS)}) IN ${wordsOf(numeric)} THEN NULL ELSE ${value} END`;
}

/** With groups of three digits, the column's own currency, or a percent sign; any other currency is none of its values. */
function writtenNumber(cell: string, decimal: "." | ",", unit: ColumnReading["unit"]): string {
  const escaped = (text: string) => text.replace(/[$]/g, "\\$");
  const code = typeof unit === "object" ? unit.currency : null;
  const marks = code === null ? [] : [code, ...(SYMBOLS[code] ? [escaped(SYMBOLS[code])] : [])];
  const before = marks.length > 0 ? `(?:(?:${marks.join("|")})\\s?)?` : "";
  const after = marks.length > 0 ? `(?:\\s?(?:${marks.join("|")}))?` : "(?:\\s?%)?";
  const [group, point] = decimal === "." ? [",", "\\."] : ["\\.", ","];
  const between = `[ \\x{a0}\\x{202f}'’${group}]`;
  const digits = `(?:\\d{1,3}(?:${between}\\d{3})+|\\d+)(?:${point}\\d+)?|${point}\\d+`;
  const text = `trim(${cell}, ${quotedText(BLANKS)})`;
  const isNumber = `regexp_full_match(${text}, ${quotedText(`[+\\-−]?${before}[+\\-−]?(?:${digits})${after}`)})`;
  const bare = `regexp_replace(replace(${cell}, '−', '-'), ${quotedText(decimal === "." ? "[^0-9.\\-]" : "[^0-9,\\-]")}, '', 'g')`;
  const number = `TRY_CAST(replace(${bare}, ',', '.') AS DOUBLE)`;
  const scaled = unit === "share" ? `${number} / CASE WHEN contains(${cell}, '%') THEN 100 ELSE 1 END` : number;
  return `CASE WHEN ${isNumber} THEN ${scaled} END`;
}

function flagValue({ yes, no, missing }: ColumnReading, cell: string): string {
  const isOne = (words: readonly string[]) =>
    words.length === 0
      ? "false"
      : `(strlen(${cell}) <= ${longest(words) + 4} AND lower(${cell}) IN ${wordsOf(lower(words))})`;
  return `CASE WHEN ${isMissing(cell, missing)} THEN NULL WHEN ${isOne(yes)} THEN true WHEN ${isOne(no)} THEN false END`;
}

function tagsValue({ separator, missing }: ColumnReading, cell: string): string {
  const apart = separator ?? ",";
  const end = `[^${apart}\\s\\x{a0}]`;
  const words = `list_distinct(regexp_extract_all(${cell}, ${quotedText(`${end}(?:[^${apart}]*${end})?`)}))`;
  return `CASE WHEN ${isMissing(cell, missing)} OR ${cell} IS NULL THEN NULL
    WHEN contains(${cell}, ${quotedText(apart)}) THEN ${words} ELSE [${cell}] END`;
}

/** Local to the zone. Days first or months first only as the column says; a year of four digits in front is plain. */
function timeValue({ dateOrder, missing }: ColumnReading, cell: string, zone: string): string {
  const parts = dateOrder === "dmy" ? ["\\2", "\\1"] : ["\\1", "\\2"];
  const turned = (pattern: string, year: string) =>
    `regexp_replace(${cell}, ${quotedText(pattern)}, ${quotedText(`${year}-${parts.join("-")}\\4`)})`;
  const numeric = "^(\\d{1,2})[./-](\\d{1,2})[./-]";
  const iso = dateOrder === "ymd" ? cell : turned(`${numeric}(\\d{4})(\\D|$)`, "\\3");
  const others =
    dateOrder === "ymd"
      ? [
          `regexp_replace(${cell}, '^(\\d{4})[./](\\d{1,2})[./](\\d{1,2})(\\D|$)', '\\1-\\2-\\3\\4')`,
          `regexp_replace(${cell}, '^(\\d{4})(\\d{2})(\\d{2})(\\D|$)', '\\1-\\2-\\3\\4')`,
        ]
      : [turned(`${numeric}([0-6]\\d)(\\D|$)`, "20\\3"), turned(`${numeric}([7-9]\\d)(\\D|$)`, "19\\3")];
  const read = [iso, ...others].map((text) => momentOf(text, zone));
  const value = `coalesce(${[...read, spelledOut(cell, dateOrder)].join(", ")})`;
  const isGiven = `NOT ${isMissing(cell, missing)}`;
  return `CASE WHEN ${isGiven} THEN ${value} END`;
}

/** Of a text that begins with the year; seconds that are left out before an offset are filled in. */
function momentOf(text: string, zone: string): string {
  const offset = "(:\\d\\d(?:\\.\\d+)?)\\s?(Z|z|UTC|GMT|[+-]\\d\\d:?(?:\\d\\d)?)$";
  const full = `regexp_replace(${text}, '([T ]\\d{1,2}:\\d\\d)\\s?(Z|z|UTC|GMT|[+-]\\d\\d:?(?:\\d\\d)?)$', '\\1:00\\2')`;
  return `CASE WHEN ascii(${text}) BETWEEN 48 AND 57 THEN
    CASE WHEN contains(${text}, ':') AND regexp_matches(${text}, ${quotedText(offset)})
      THEN timezone(${quotedText(zone)}, TRY_CAST(${full} AS TIMESTAMPTZ))
      ELSE TRY_CAST(${text} AS TIMESTAMP) END END`;
}

/** Months by their English names, hours before and after noon. */
function spelledOut(cell: string, dateOrder: ColumnReading["dateOrder"]): string {
  const days = ["%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%Y-%b-%d"];
  const numbers = dateOrder === "ymd" ? ["%Y-%m-%d"] : [dateOrder === "dmy" ? "%d/%m/%Y" : "%m/%d/%Y"];
  const clock = ["%I:%M %p", "%I:%M:%S %p", "%I:%M%p"];
  const hours = ["%H:%M", "%H:%M:%S"];
  const formats = [
    ...days,
    ...days.flatMap((day) => [...hours, ...clock].map((time) => `${day} ${time}`)),
    ...numbers.flatMap((day) => clock.map((time) => `${day} ${time}`)),
  ];
  const hasLetters = `regexp_matches(${cell}, '\\d.*[A-Za-z]{2}|[A-Za-z]{2}.*\\d')`;
  return `CASE WHEN strlen(${cell}) BETWEEN 8 AND 40 AND ${hasLetters}
    THEN try_strptime(${cell}, [${formats.map(quotedText).join(", ")}]) END`;
}

/** What was made of a cell and can't be meant: no number, a year without four digits, a list of no words. */
export function withinReason(column: ColumnReading, value: string): string {
  const isMeant = column.role === "customer" ? null : MEANT[column.type];
  return isMeant ? `CASE WHEN ${isMeant(value)} THEN ${value} END` : value;
}

const MEANT: Partial<Record<ColumnReading["type"], (value: string) => string>> = {
  number: (value) => `isfinite(${value})`,
  date: (value) => `${value} BETWEEN DATE '1000-01-01' AND DATE '9999-12-31'`,
  time: (value) => `${value} BETWEEN TIMESTAMP '1000-01-01' AND TIMESTAMP '9999-12-31 23:59:59.999999'`,
  tags: (value) => `len(${value}) > 0`,
};

/** What stands in a cell without a value, for the report; NULL where nothing stands. */
export function noteOf(column: ColumnReading, cell: string): string {
  const text = takesRawCell(column) ? `trim(${cell}, ${quotedText(BLANKS)})` : cell;
  return `nullif(left(${text}, ${MAX_NOTE}), '')`;
}
