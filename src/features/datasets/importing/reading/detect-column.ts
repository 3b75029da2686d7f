// What a column's values seem to be, from a sample of them.
import type { TraitType } from "../../catalog-rules";
import type { DetectedColumn } from "../import-plan-rules";
import { currencyIn, currencyOf, groupOf, NAMES, wordsOf } from "./name-words";
import { isPersonOf, type PersonalKind } from "./personal-values";
import { dayOf, isCompactDay, isMissing, NO_WORDS, numberOf, numberReadings, YES_WORDS } from "./read-values";

/** Of values that can be read in a way, so many must be for the column to be read so. */
const NEARLY_ALL = 0.98;
const EXAMPLES = 5;
const MAX_EXAMPLE = 100;
const MAX_DISTINCT = 20_000;

export interface Column extends DetectedColumn {
  /** Different values among those looked at, and how many were. */
  readonly distinct: number;
  readonly known: number;
  readonly personal: PersonalKind | null;
  /** ISO days as they would be read, oldest and newest; null where it holds none. */
  readonly newest: string | null;
  /** What the person should know. */
  readonly notes: readonly string[];
}

interface Reading {
  readonly type: TraitType;
  readonly decimal?: "." | ",";
  readonly dateOrder?: DetectedColumn["dateOrder"];
  readonly isDateOrderUnsure?: boolean;
  readonly separator?: DetectedColumn["separator"];
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** Values that can't be read so. */
  readonly strays?: readonly string[];
  readonly newest?: string | null;
  readonly notes?: readonly string[];
}

/** Which decimal sign the numbers of a table are written with, where any tells. */
export function decimalOf(columns: readonly (readonly string[])[], delimiter: string | null): "." | "," {
  let point = 0;
  let comma = 0;
  let either = 0;
  for (const cells of columns) {
    for (const cell of cells.slice(0, 500)) {
      if (!/[.,]/.test(cell)) continue;
      const readings = numberReadings(cell.trim());
      if (readings.point && !readings.comma) point += 1;
      if (readings.comma && !readings.point) comma += 1;
      if (readings.comma && readings.point) either += 1;
    }
  }
  if (point === comma) return delimiter === ";" && either > 0 ? "," : ".";
  return comma > point ? "," : ".";
}

export function detectColumn(name: string, position: number, cells: readonly string[], decimal: "." | ","): Column {
  const trimmed = cells.map((cell) => cell.trim());
  const values = trimmed.filter((cell) => cell !== "" && !isMissing(cell, false));
  const personal = isPersonOf(name, values);
  const reading = readingOf(name, values, decimal, personal);
  const isText = reading.type === "text" || reading.type === "tags";
  // “NA” is a country.
  const isCode = NAMES.country.test(wordsOf(name)) && values.some((value) => /^[A-Z]{2}$/.test(value));
  const isNone = (cell: string) => isMissing(cell, isText) && !(isCode && cell === "NA");
  const known = trimmed.filter((cell) => cell !== "" && !isNone(cell));
  const missing = [...new Set(trimmed.filter((cell) => cell !== "" && isNone(cell)))];
  const distinct = new Set(known.slice(0, MAX_DISTINCT));
  const { type, decimal: own = decimal, dateOrder = "ymd", isDateOrderUnsure = false } = reading;
  return {
    name,
    position,
    role: personal === "secret" ? "drop" : "trait",
    type,
    group: groupOf(name),
    unit: type === "number" ? unitOf(name, known, own) : "plain",
    isPersonal: personal !== null,
    decimal: own,
    dateOrder,
    separator: reading.separator ?? null,
    yes: reading.yes ?? [],
    no: reading.no ?? [],
    missing: missing.slice(0, 20),
    examples: [...distinct].slice(0, EXAMPLES).map((value) => value.slice(0, MAX_EXAMPLE)),
    filled: cells.length === 0 ? 0 : known.length / cells.length,
    isDateOrderUnsure,
    distinct: distinct.size,
    known: known.length,
    personal,
    newest: reading.newest ?? null,
    notes: [...(reading.notes ?? []), ...strayNote(name, reading, known.length)],
  };
}

const TYPE_WORDS: Partial<Record<TraitType, string>> = { number: "numbers", date: "days", time: "moments" };

function strayNote(name: string, { type, strays = [] }: Reading, known: number): readonly string[] {
  if (strays.length === 0) return [];
  const count = `${strays.length.toLocaleString("en")} of the ${known.toLocaleString("en")} values looked at`;
  return [
    `In “${name}” ${count} are no ${TYPE_WORDS[type]}, such as “${strays[0]?.slice(0, 40)}”. They become unknown.`,
  ];
}

function readingOf(
  name: string,
  values: readonly string[],
  decimal: "." | ",",
  personal: PersonalKind | null,
): Reading {
  if (values.length === 0 || personal !== null) return { type: "text" };
  return (
    flagReading(name, values) ??
    dayReading(name, values) ??
    numberReading(name, values, decimal) ??
    tagsReading(values) ?? { type: "text" }
  );
}

function flagReading(name: string, values: readonly string[]): Reading | null {
  const found = new Set<string>();
  for (const value of values) {
    found.add(value.toLowerCase());
    if (found.size > 4) return null;
  }
  const yes = [...found].filter((word) => YES_WORDS.includes(word));
  const no = [...found].filter((word) => NO_WORDS.includes(word));
  if (yes.length + no.length < found.size) return null;
  const isCertain = [...found].some((word) => word.length > 1);
  if (!isCertain && (yes.length === 0 || no.length === 0)) return null;
  if ([...found].every((word) => /\d/.test(word))) {
    const words = wordsOf(name);
    // Codes of something else, or how many: 0 and 1 alone don't make a yes and a no.
    if (NAMES.coded.test(words) || NAMES.count.test(words) || values.length < 3) return null;
  }
  return { type: "flag", yes, no };
}

function dayReading(name: string, values: readonly string[]): Reading | null {
  if (NAMES.day.test(wordsOf(name)) && values.every(isCompactDay)) {
    const newest = values.toSorted().at(-1) ?? "";
    return { type: "date", newest: `${newest.slice(0, 4)}-${newest.slice(4, 6)}-${newest.slice(6)}` };
  }
  const days = values.map(dayOf);
  const readable = days.filter((day) => day !== null);
  if (readable.length < values.length * NEARLY_ALL) return null;
  const numbered = readable.filter(({ isYearFirst }) => !isYearFirst);
  const only = (order: "dmy" | "mdy") =>
    numbered.filter(({ orders }) => orders.length === 1 && orders[0] === order).length;
  const dmy = only("dmy");
  const mdy = only("mdy");
  const order = mdy > dmy ? "mdy" : "dmy";
  const fits = readable.filter(({ iso }) => iso[order] !== null);
  if (fits.length < values.length * NEARLY_ALL) return null;
  const isOpen = dmy + mdy === 0 && numbered.some(({ iso }) => iso.dmy !== iso.mdy);
  const newest = fits.reduce((last, { iso }) => ((iso[order] ?? "") > last ? (iso[order] ?? last) : last), "");
  return {
    type: readable.some(({ hasTime }) => hasTime) ? "time" : "date",
    dateOrder: numbered.length === 0 ? "ymd" : order,
    isDateOrderUnsure: isOpen,
    strays: values.filter((_, index) => (days[index]?.iso[order] ?? null) === null),
    newest,
  };
}

function numberReading(name: string, values: readonly string[], usual: "." | ","): Reading | null {
  const words = wordsOf(name);
  const readings = values.map(numberReadings);
  const point = readings.filter((one) => one.point).length;
  const comma = readings.filter((one) => one.comma).length;
  if (Math.max(point, comma) < values.length * NEARLY_ALL) return null;
  const decimal = point === comma ? usual : comma > point ? "," : ".";
  const isRead = (index: number) => (decimal === "." ? readings[index]?.point : readings[index]?.comma) === true;
  // Figures that count nothing: a number would lose their zeros, or be added up.
  if (values.some((value) => /^0\d+$/.test(value)) || NAMES.postal.test(words)) return { type: "text" };
  const isWhole = values.every((value) => /^\d+$/.test(value));
  if (isWhole && NAMES.code.test(words) && !NAMES.count.test(words)) return { type: "text" };
  if (isWhole && /^ (?:gender|genre|sex|geschlecht|sexe|sexo) $/.test(words)) {
    const codes = [...new Set(values)].sort();
    if (codes.length <= 4) {
      return { type: "text", notes: [`“${name}” is written as ${listed(codes)}; what they mean isn’t in the file.`] };
    }
  }
  return { type: "number", decimal, strays: values.filter((_, index) => !isRead(index)) };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Words that come back in many combinations are several words; a sentence with commas is not. */
function tagsReading(values: readonly string[]): Reading | null {
  for (const separator of ["|", ";", ","] as const) {
    const several = values.filter((value) => value.includes(separator));
    if (several.length < 3 || several.length < values.length * 0.2) continue;
    const parts = values.flatMap((value) => value.split(separator).map((part) => part.trim()));
    const distinct = new Set(parts);
    const isShort = parts.every((part) => part.length <= 40) && parts.every((part) => part !== "" || separator !== ",");
    const comesBack = parts.length >= distinct.size * 3 && distinct.size <= 500;
    // As many combinations as words, or words that stand alone too: otherwise it is one value with a comma in it.
    const alone = values.some((value) => !value.includes(separator));
    const combinations = new Set(several).size;
    if (isShort && comesBack && combinations >= 3 && (alone || combinations > distinct.size)) {
      return { type: "tags", separator };
    }
  }
  return null;
}

function unitOf(name: string, values: readonly string[], decimal: "." | ","): DetectedColumn["unit"] {
  const signs = values.slice(0, 500).map(currencyIn);
  const written = signs.find((sign) => sign !== null) ?? null;
  const isWritten = written !== null && signs.filter((sign) => sign === written).length > signs.length / 2;
  const currency = isWritten ? written : currencyOf(name);
  if (currency) return { currency };
  if (values.some((value) => value.endsWith("%"))) return "share";
  if (!NAMES.share.test(wordsOf(name)) || values.every((value) => /^\d+$/.test(value))) return "plain";
  return values.every((value) => Math.abs(numberOf(value, decimal) - 0.5) <= 0.5) ? "share" : "plain";
}
