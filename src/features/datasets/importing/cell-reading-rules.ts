// How a cell of the preview will be understood. The import itself reads with the database; this shows what to expect of
// it, and where in doubt it says nothing against a cell.
import { exactTimeText } from "@/shared/date-text";
import type { ColumnReading } from "./import-plan-rules";

export type CellReading =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable" };

const MISSING: CellReading = { kind: "missing" };
const UNREADABLE: CellReading = { kind: "unreadable" };

export function readCell(written: string, column: ColumnReading): CellReading {
  const text = written.trim();
  if (text === "" || column.missing.includes(text)) return MISSING;
  switch (column.type) {
    case "number":
      return isNumber(text, column.decimal) ? { kind: "value", text } : UNREADABLE;
    case "date":
    case "time":
      return readMoment(text, column);
    case "flag":
      return readFlag(text, column);
    case "tags":
      return { kind: "value", text: wordsOf(text, column.separator ?? ",").join(" · ") };
    case "text":
      return { kind: "value", text };
  }
}

function wordsOf(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter(Boolean);
}

function isNumber(text: string, decimal: "." | ","): boolean {
  const bare = text.replace(/[\s\u00a0\u202f'’%]|\p{Sc}|\b[A-Z]{3}\b/gu, "").replace(/^\((.*)\)$/, "-$1");
  const thousands = decimal === "." ? "," : ".";
  const plain = bare.replaceAll(thousands, "").replace(decimal, ".");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain);
}

function readFlag(text: string, { yes, no }: ColumnReading): CellReading {
  const word = text.toLowerCase();
  if (yes.includes(word)) return { kind: "value", text: "yes" };
  return no.includes(word) ? { kind: "value", text: "no" } : UNREADABLE;
}

const NUMBERS = /^(\d{1,4})[./\-\s](\d{1,2})[./\-\s](\d{1,4})(?:[T\s,]+(\d.*))?$/;

function readMoment(text: string, { dateOrder }: ColumnReading): CellReading {
  const found = NUMBERS.exec(text);
  // With a month’s name, or a number of seconds: the import knows more ways to write a day than are shown here.
  if (!found) return /\d/.test(text) ? { kind: "value", text } : UNREADABLE;
  const [, one = "", two = "", three = "", clock = ""] = found;
  const isYearFirst = one.length > 2;
  const [year, month, day] = isYearFirst
    ? [one, two, three]
    : dateOrder === "mdy"
      ? [three, one, two]
      : [three, two, one];
  const iso = `${fullYear(year)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso) return UNREADABLE;
  const time = /^\d{1,2}:\d{2}/.exec(clock)?.[0];
  return { kind: "value", text: time && !/^0?0:00$/.test(time) ? `${dayWords(iso)}, ${time}` : dayWords(iso) };
}

/** With its year, whichever that is. */
function dayWords(iso: string): string {
  return exactTimeText(`${iso}T00:00:00Z`, "UTC").replace(/,.*$/, "");
}

/** One of the values that says most about the order of day and month: one that the orders read differently. */
export function tellingExample(examples: readonly string[], column: ColumnReading): string | undefined {
  const words = (text: string, dateOrder: ColumnReading["dateOrder"]) => {
    const read = readCell(text, { ...column, dateOrder });
    return read.kind === "value" ? read.text : read.kind;
  };
  return examples.find((text) => words(text, "dmy") !== words(text, "mdy")) ?? examples[0];
}

function fullYear(year: string): string {
  if (year.length > 2) return year.padStart(4, "0");
  return String(Number(year) < 70 ? 2000 + Number(year) : 1900 + Number(year));
}
