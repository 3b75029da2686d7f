// How single values can be read: the words and patterns that detection goes by. The import itself reads with the database.

export const YES_WORDS = [
  "yes",
  "y",
  "true",
  "t",
  "on",
  "ja",
  "oui",
  "si",
  "sí",
  "sim",
  "tak",
  "da",
  "wahr",
  "vrai",
  "1",
];
export const NO_WORDS = [
  "no",
  "n",
  "false",
  "f",
  "off",
  "nein",
  "non",
  "não",
  "nao",
  "nie",
  "net",
  "falsch",
  "faux",
  "0",
];

/** Spellings of nothing, in lower case, whatever the column holds. */
const ALWAYS_MISSING = new Set([
  "n/a",
  "na",
  "#n/a",
  "#na",
  "n.a.",
  "nan",
  "null",
  "nil",
  "(null)",
  "<na>",
  "\\n",
  "-",
  "--",
  "---",
  "–",
  "—",
  "?",
  "#null!",
  "#value!",
  "#ref!",
  "#div/0!",
  "undefined",
  "k. a.",
  "k.a.",
  "keine angabe",
  "not available",
  "(blank)",
  "(leer)",
]);
/** Of columns that hold numbers, days and the like: in text these may be answers. */
const MISSING_AMONG_VALUES = new Set([
  "none",
  "unknown",
  "missing",
  "empty",
  "not provided",
  "unbekannt",
  "inconnu",
  ".",
  "*",
  "tbd",
]);

export function isMissing(trimmed: string, isText: boolean): boolean {
  const lower = trimmed.toLowerCase();
  return ALWAYS_MISSING.has(lower) || (!isText && MISSING_AMONG_VALUES.has(lower));
}

const POINT =
  /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+)?(?:\.\d+|(?<=\d)\.)?(?:e[+-]?\d+)?$/i;
const COMMA = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+)?(?:,\d+|(?<=\d),)?(?:e[+-]?\d+)?$/i;

/** Which readings make a number of the text: with a decimal point, with a decimal comma. */
export function numberReadings(trimmed: string): { readonly point: boolean; readonly comma: boolean } {
  const bare = bareNumber(trimmed);
  if (!/\d/.test(bare)) return { point: false, comma: false };
  return { point: POINT.test(bare), comma: COMMA.test(bare) };
}

/** Without what may stand around a number: a currency, a percent sign. */
function bareNumber(trimmed: string): string {
  return trimmed
    .replace(/^([+-]?)\s*(?:\p{Sc}|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD))\s*/u, "$1")
    .replace(/\s*(?:\p{Sc}|%|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD))$/u, "")
    .trim();
}

export function numberOf(trimmed: string, decimal: "." | ","): number {
  const bare = bareNumber(trimmed).replace(/[ '’\u00a0\u202f]/g, "");
  return Number(decimal === "." ? bare.replaceAll(",", "") : bare.replaceAll(".", "").replace(",", "."));
}

export interface FoundDay {
  /** Which of the numbers may be what; empty where a month's name or the year in front leaves nothing open. */
  readonly orders: readonly ("dmy" | "mdy")[];
  readonly isYearFirst: boolean;
  readonly hasTime: boolean;
  /** ISO, by each order that is possible. */
  readonly iso: { readonly dmy: string | null; readonly mdy: string | null };
}

const CLOCK =
  "(?:[T\\s,]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})?))?";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${CLOCK}$`, "i");
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${CLOCK}$`, "i");
const NAMED = new RegExp(`^(\\d{1,2})\\.?[-\\s]+(\\p{L}{3,9})\\.?,?[-\\s]+(\\d{4}|\\d{2})${CLOCK}$`, "iu");
const NAMED_FIRST = new RegExp(`^(\\p{L}{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})${CLOCK}$`, "iu");
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The day or moment that the text may be, or null. Days that don't exist are none. */
export function dayOf(trimmed: string): FoundDay | null {
  if (trimmed.length < 6 || trimmed.length > 40 || !/\d/.test(trimmed)) return null;
  const first = YEAR_FIRST.exec(trimmed);
  if (first) return sure(first[1], first[3], first[4], first[5]);
  const last = YEAR_LAST.exec(trimmed);
  if (last) {
    const [, one, separator, two, year, clock] = last;
    const dmy = isoDay(year, two, one);
    const mdy = separator === "." ? null : isoDay(year, one, two);
    if (!dmy && !mdy) return null;
    const orders = [...(dmy ? (["dmy"] as const) : []), ...(mdy ? (["mdy"] as const) : [])];
    return { orders, isYearFirst: false, hasTime: hasTime(clock), iso: { dmy, mdy } };
  }
  const named = NAMED.exec(trimmed);
  if (named) return sure(named[3], monthOf(named[2]), named[1], named[4]);
  const monthFirst = NAMED_FIRST.exec(trimmed);
  return monthFirst ? sure(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2], monthFirst[4]) : null;
}

/** A day written as eight figures, which most numbers are not. */
export function isCompactDay(trimmed: string): boolean {
  const found = COMPACT.exec(trimmed);
  return (
    found !== null &&
    Number(found[1]) >= 1900 &&
    Number(found[1]) <= 2100 &&
    isoDay(found[1], found[2], found[3]) !== null
  );
}

function sure(year = "", month = "", day = "", clock?: string): FoundDay | null {
  const iso = isoDay(year, month, day);
  return iso === null ? null : { orders: [], isYearFirst: true, hasTime: hasTime(clock), iso: { dmy: iso, mdy: iso } };
}

function monthOf(name = ""): string {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? "" : String(index + 1);
}

function hasTime(clock: string | undefined): boolean {
  return clock !== undefined && !/^0?0:00(?::00(?:[.,]0+)?)?\s*(?:Z|UTC|[+-]00:?00)?$/i.test(clock.trim());
}

function isoDay(year = "", month = "", day = ""): string | null {
  const full = year.length > 2 ? year : String(Number(year) < 70 ? 2000 + Number(year) : 1900 + Number(year));
  const iso = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(iso)) return null;
  return Number(full) >= 1000 ? iso : null;
}
